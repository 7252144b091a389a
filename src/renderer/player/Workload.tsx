import { workloadOf } from '../../domain/run'
import { clockTime } from './clock'
import { useRun, type Run } from './run-store'
import { usePlayerText } from './words'

/**
 * Shows the time and other costs of the contact so far, beside the floor's targets. It does not judge them; the trainee
 * should see what a choice costs.
 */
export function WorkloadLine({ run }: { readonly run: Run }) {
  const t = usePlayerText()
  const sessions = useRun(run, (state) => state.sessions)
  const log = useRun(run, (state) => state.log)
  const { targets } = run.compiled.scenario.desk
  if (!targets) return null
  const { seconds, queue, adherence, complaints } = workloadOf(sessions, log, targets)
  const figures = [
    {
      name: 'handling',
      value: clockTime(seconds),
      target: t('workload.handling.target', { time: clockTime(targets.handlingSeconds) }),
      over: seconds > targets.handlingSeconds,
    },
    {
      name: 'queue',
      value: String(queue),
      target: t('workload.queue.target', { most: targets.queue.most }),
      over: queue > targets.queue.most,
    },
    {
      name: 'adherence',
      value: t('workload.percent', { share: adherence / 100 }),
      target: t('workload.adherence.target', { least: targets.adherence.least / 100 }),
      over: adherence < targets.adherence.least,
    },
  ] as const
  return (
    <dl className="workload" aria-label={t('workload')}>
      {figures.map(({ name, value, target, over }) => (
        <div key={name} className={over ? 'over' : undefined}>
          <dt>{t(`workload.${name}`)}</dt>
          <dd>
            <b className="mono">{value}</b> <span className="muted">{target}</span>
            {over && <span className="visually-hidden">{t('workload.over')}</span>}
          </dd>
        </div>
      ))}
      {complaints > 0 && (
        <div className="over">
          <dt>{t('workload.complaints')}</dt>
          <dd>
            <b className="mono">{complaints}</b>
          </dd>
        </div>
      )}
    </dl>
  )
}
