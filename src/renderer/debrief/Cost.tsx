import type { Workload } from '../../domain/run'
import type { Scenario, SpendParams } from '../../domain/scenario/schema'
import { clockTime } from '../player/clock'
import { Prose } from '../player/Prose'
import { useScenarioText } from '../player/words'
import { useDebriefText } from './words'

/** Shows the time of a contact and the cost of each move, and says that the cost was right where it was. */
export function Cost({
  workload,
  scenario,
  passed,
}: {
  readonly workload: Workload
  readonly scenario: Scenario
  readonly passed: boolean
}) {
  const t = useDebriefText()
  const text = useScenarioText()
  const { targets } = scenario.desk
  if (!targets) return null
  const price = ({ seconds, queue, complaint }: SpendParams): string =>
    [
      seconds !== undefined && t('cost.time', { time: clockTime(seconds) }),
      queue !== undefined && t('cost.more-waiting', { n: queue }),
      complaint && t('cost.complaint'),
    ]
      .filter(Boolean)
      .join(', ')
  const figures = [
    t('cost.handling', { time: clockTime(workload.seconds), target: clockTime(targets.handlingSeconds) }),
    t('cost.queue', { now: workload.queue, before: targets.queue.now }),
    t('cost.adherence', { share: workload.adherence / 100 }),
  ]
  return (
    <div className="cost">
      <span className="label">{t('cost')}</span>
      <p>{figures.join(' · ')}</p>
      {workload.spent.length > 0 && (
        <ul>
          {workload.spent.map((spent, i) => (
            <li key={i}>
              <Prose text={text(spent.why)} /> <span className="muted">{price(spent)}</span>
            </li>
          ))}
        </ul>
      )}
      {passed && <p className="muted">{t('cost.right')}</p>}
    </div>
  )
}
