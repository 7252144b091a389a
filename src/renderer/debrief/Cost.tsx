import type { Workload } from '../../domain/run'
import { earnedAll, type DebriefStep } from '../../domain/scoring'
import type { Scenario, SpendParams } from '../../domain/scenario/schema'
import { clockTime } from '../player/clock'
import { Prose } from '../player/Prose'
import { useScenarioText } from '../player/words'
import { useDebriefText } from './words'

/**
 * Shows the time of a contact and the cost of each move, and says of those costs that they were right whose decision
 * earned all that it could.
 */
export function Cost({
  workload,
  steps,
  scenario,
}: {
  readonly workload: Workload
  readonly steps: readonly DebriefStep[]
  readonly scenario: Scenario
}) {
  const t = useDebriefText()
  const text = useScenarioText()
  const { targets } = scenario.desk
  if (!targets) return null
  const due = steps.flatMap((step) => step.spent.map(() => earnedAll(step)))
  // What the beginning cost belongs to no decision.
  const first = workload.spent.length - due.length
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
              {due[i - first] && <span className="good"> · {t('cost.due')}</span>}
            </li>
          ))}
        </ul>
      )}
      <p className="muted">{t('cost.no-points')}</p>
    </div>
  )
}
