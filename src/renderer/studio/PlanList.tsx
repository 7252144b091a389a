import { useRef, useState } from 'react'
import type { CompiledScenario } from '../../domain/run'
import { takenAsRight, type PlanRun } from '../../domain/scoring'
import { codeOf } from '../api'
import { useErrorText, useText } from '../i18n'
import { Button, Live, Notice } from '../ui'
import { PlanNameDialog } from './PlanNameDialog'
import { usePlanWords } from './plan-words'
import type { PlayedParts } from './play-words'
import { useSayIssueOfFile } from './issue-names'
import type { Plan } from './use-plan'
import type { Playable } from './use-playable'
import { usePlanText } from './words'

interface PlanListProps {
  readonly plan: Plan
  readonly state: Playable['state']
  readonly compiled: CompiledScenario | undefined
  readonly parts: PlayedParts
  /** Shows a run in the play, as far as the scenario allows it. */
  readonly onShow: (run: PlanRun) => void
}

/** Lists the runs of the test plan with their results. */
export function PlanList({ plan, state: played, compiled, parts, onShow }: PlanListProps) {
  const t = usePlanText()
  const common = useText()
  const errorText = useErrorText()
  const say = useSayIssueOfFile()
  const words = usePlanWords(parts)
  const [deleted, setDeleted] = useState<{ readonly run: PlanRun; readonly at: number }>()
  const [renamed, setRenamed] = useState<PlanRun>()
  const [saved, setSaved] = useState<{ readonly kind: 'good' | 'attention'; readonly text: string }>()
  const list = useRef<HTMLUListElement>(null)
  const { runs, results, readOnly, broken } = plan
  const red = runs.filter((run) => results.get(run)?.passed === false).length
  const remove = async (run: PlanRun) => {
    const at = runs.indexOf(run)
    if (await plan.act({ act: 'remove', run })) setDeleted({ run, at })
    list.current?.focus()
  }
  const save = async () => {
    setSaved(undefined)
    try {
      setSaved({ kind: 'good', text: t('saved-as', { file: await plan.saveAs() }) })
    } catch (error) {
      const code = codeOf(error)
      if (code !== 'cancelled') setSaved({ kind: 'attention', text: errorText(code) })
    }
  }
  return (
    <div className="studio-pane-body">
      <Live urgent>
        {plan.refused !== undefined && <Notice kind="attention">{t(`refused.${plan.refused}`)}</Notice>}
        {plan.status === 'failed' && (
          <Notice
            kind="attention"
            actions={<Button onPress={() => void plan.reload()}>{common('app.retry')}</Button>}
          >
            {t('not-read')}
          </Notice>
        )}
        {broken && (
          <Notice kind="attention">
            {t('broken', {
              file: broken.file,
              fault: say?.(broken.issue as Parameters<typeof say>[0]) ?? broken.issue.code,
            })}
          </Notice>
        )}
      </Live>
      <Live>
        {saved && <Notice kind={saved.kind}>{saved.text}</Notice>}
        {deleted && (
          <Notice
            actions={
              <Button
                onPress={() => {
                  void plan.act({ act: 'add', ...deleted })
                  setDeleted(undefined)
                  list.current?.focus()
                }}
              >
                {t('bring-back')}
              </Button>
            }
          >
            {t('deleted', { name: deleted.run.name })}
          </Notice>
        )}
      </Live>
      {plan.status === 'ready' && runs.length === 0 && !broken && <p className="muted">{t('none')}</p>}
      {runs.length > 0 && (
        <div className="row studio-plan-head">
          <Live>
            <span>
              {!plan.upToDate
                ? t('not-run')
                : red === 0
                  ? t('all-green', { n: runs.length })
                  : t('some-red', { red, n: runs.length })}
            </span>
          </Live>
          <span className="grow" />
          <Button onPress={() => void save()}>{t('save-as')}</Button>
          <Button isDisabled={!compiled} onPress={plan.runAll}>
            {t('run-all')}
          </Button>
        </div>
      )}
      {runs.length > 0 && played !== 'whole' && <p className="notice">{t(`run-on.${played}`)}</p>}
      {readOnly && runs.length > 0 && <p className="muted dense">{t('read-only')}</p>}
      <ul className="studio-plans" ref={list} tabIndex={-1} aria-label={t('list')}>
        {runs.map((run, i) => {
          const result = results.get(run)
          const state = result === undefined ? 'waiting' : result.passed ? 'green' : 'red'
          const right =
            state === 'red' && !readOnly && played === 'whole' && compiled
              ? takenAsRight(compiled, run)
              : undefined
          return (
            // Two runs may be equal, so a run has no key but its place.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={i} data-state={state}>
              <p className="studio-plan-name">
                <span className="studio-plan-mark" aria-hidden="true" />
                <b>{run.name}</b>
                <span className="muted dense">{t(`state.${state}`)}</span>
              </p>
              {result && !result.passed ? (
                <p>{words.sayDifferences(result)}</p>
              ) : (
                <p className="muted dense">{words.sayExpected(run)}</p>
              )}
              <div className="row">
                <Button kind="link" isDisabled={!compiled} onPress={() => onShow(run)}>
                  {t(state === 'red' ? 'show-step' : 'show')}
                </Button>
                {right && (
                  <Button
                    kind="link"
                    onPress={() =>
                      void plan.act({ act: 'replace', run, by: right }).then(() => list.current?.focus())
                    }
                  >
                    {t('take')}
                  </Button>
                )}
                {!readOnly && (
                  <>
                    <Button
                      kind="link"
                      aria-label={t('rename.what', { name: run.name })}
                      onPress={() => setRenamed(run)}
                    >
                      {t('rename')}
                    </Button>
                    <Button
                      kind="link"
                      aria-label={t('delete.what', { name: run.name })}
                      onPress={() => void remove(run)}
                    >
                      {t('delete')}
                    </Button>
                  </>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {renamed && (
        <PlanNameDialog
          title={t('rename.title')}
          name={renamed.name}
          go={t('rename.go')}
          onClose={() => setRenamed(undefined)}
          onName={async (name) => {
            if (await plan.act({ act: 'replace', run: renamed, by: { ...renamed, name } })) {
              setRenamed(undefined)
              return true
            }
            return false
          }}
        />
      )}
    </div>
  )
}
