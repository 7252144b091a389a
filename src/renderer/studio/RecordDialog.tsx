import { expectationOf, type PlanRun } from '../../domain/scoring'
import { Button } from '../ui'
import { PlanNameDialog } from './PlanNameDialog'
import { usePlanWords } from './plan-words'
import { usePlayWords, type PlayedParts } from './play-words'
import type { Played } from './test-play'
import type { Plan } from './use-plan'
import { usePlanText } from './words'

interface RecordDialogProps {
  readonly plan: Plan
  readonly played: Played
  /** The run that was shown in the play. The new run can replace it. */
  readonly shown: PlanRun | undefined
  readonly parts: PlayedParts
  readonly onClose: (recorded?: PlanRun) => void
}

/** Stores the path that was taken in the play, with its result, as a run of the test plan. */
export function RecordDialog({ plan, played, shown, parts, onClose }: RecordDialogProps) {
  const t = usePlanText()
  const { sayExpected } = usePlanWords(parts)
  const { titleOf } = usePlayWords(parts)
  const choices = played.steps.flatMap(({ event }) => event ?? [])
  const expect = expectationOf(played.session)
  const record = (name: string): PlanRun => ({ name, choices, expect })
  const taken = new Set(plan.runs.map(({ name }) => name))
  const title = titleOf(expect.scene)
  let suggested = title
  for (let n = 2; taken.has(suggested); n += 1) suggested = t('name.again', { name: title, n })
  return (
    <PlanNameDialog
      title={t('record.title')}
      name={suggested}
      go={t('record.go')}
      onClose={() => onClose()}
      onName={async (name) => {
        const run = record(name)
        const kept = await plan.act({ act: 'add', run })
        if (kept) onClose(run)
        return kept
      }}
      other={
        shown && (
          <Button
            onPress={() => {
              const by = record(shown.name)
              void plan.act({ act: 'replace', run: shown, by }).then((kept) => kept && onClose(by))
            }}
          >
            {t('record.replace', { name: shown.name })}
          </Button>
        )
      }
    >
      <p>{t('record.text', { n: choices.length })}</p>
      <p className="muted">{sayExpected({ expect })}</p>
    </PlanNameDialog>
  )
}
