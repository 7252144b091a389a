import { useCallback, useEffect, useEffectEvent, useId, useMemo, useState } from 'react'
import { compare } from '../../domain/authoring/compare'
import { codeOf, unwrap } from '../api'
import { useErrorText, useLocale } from '../i18n'
import { dateAndTime } from '../i18n/dates'
import type { Issue } from '../../domain/scenario/issue'
import { Button, Checkbox, Dialog, Live, Notice, TextField } from '../ui'
import { useLoaded } from '../ui/use-loaded'
import { Changes } from './compare/Changes'
import { useCompareText } from './compare/words'
import { SCHEMAS } from './document-store'
import type { OpenDocument } from './open-document'
import { valueOf } from './meeting'
import type { Plan } from './use-plan'
import { usePlanText, useStudioText } from './words'
import { NotLoaded } from '../lists/NotLoaded'

/** Publishes a version, which trainees get and which never changes. It is refused while the checks find errors. */
export function PublishDialog({
  open,
  issues,
  plan,
  onProblems,
  onPlans,
  onClose,
}: {
  readonly open: OpenDocument
  readonly issues: readonly Issue[]
  readonly plan: Plan
  /** Opens the problems that keep the document from trainees. */
  readonly onProblems: () => void
  /** Opens the list of test plans. */
  readonly onPlans: () => void
  readonly onClose: (published?: { readonly number: number; readonly hash: string }) => void
}) {
  const t = useStudioText()
  const p = usePlanText()
  const errors = issues.filter(({ severity }) => severity === 'error').length
  const unwritten = issues.filter(({ code }) => code === 'unwritten').length
  const errorText = useErrorText()
  const locale = useLocale()
  const { kind, id } = open.opened
  const load = useCallback(() => unwrap(window.api.studio.versions({ kind, id })), [kind, id])
  const versions = useLoaded(load)
  const who = useLoaded(
    useCallback(async () => {
      // Main must know the latest acts before it says who wrote the document.
      await open.settle()
      return unwrap(window.api.studio.publisher({ kind, id }))
    }, [open, kind, id]),
  )
  const publisher = who.status === 'ready' ? who.value : undefined
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string>()
  const [working, setWorking] = useState(false)
  const { runAll, upToDate } = plan
  const ask = useEffectEvent(() => upToDate || runAll())
  useEffect(() => void ask(), [])
  const red = plan.runs.filter((run) => plan.results.get(run)?.passed === false)
  const [anyway, setAnyway] = useState(false)
  const form = useId()
  const ready =
    publisher?.may === true &&
    versions.status === 'ready' &&
    !(working || errors > 0 || unwritten > 0 || !upToDate || (red.length > 0 && !anyway))
  const publish = async () => {
    setWorking(true)
    setProblem(undefined)
    try {
      if (!(await open.settle())) throw new Error('not kept')
      const answer = await unwrap(
        window.api.studio.publish({ kind, id, after: open.kept(), note: note.trim() }),
      )
      if (answer.outcome === 'published') {
        onClose(answer.version)
        return
      }
      setProblem(
        answer.outcome === 'refused'
          ? t('publish.errors', { n: answer.issues.length })
          : answer.outcome === 'same'
            ? t('publish.same', { number: answer.version.number })
            : answer.outcome === 'not-you'
              ? t(`publish.not-you.${answer.rule}`)
              : t('stale.text'),
      )
    } catch (error) {
      setProblem(errorText(codeOf(error)))
    }
    setWorking(false)
  }
  const list = versions.status === 'ready' ? versions.value : []
  return (
    <Dialog
      title={t('publish.title')}
      onClose={() => onClose()}
      actions={
        <>
          <Button onPress={() => onClose()}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" form={form} isDisabled={!ready}>
            {t('publish.go', { number: (list[0]?.number ?? 0) + 1 })}
          </Button>
        </>
      }
    >
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
      <NotLoaded of={[versions, who]} />
      {errors + unwritten > 0 ? (
        <Notice kind="attention" actions={<Button onPress={onProblems}>{t('publish.problems')}</Button>}>
          {errors > 0 && <p>{t('publish.errors', { n: errors })}</p>}
          {unwritten > 0 && <p>{t('publish.unwritten', { n: unwritten })}</p>}
        </Notice>
      ) : (
        <p>{t('publish.text')}</p>
      )}
      {publisher?.may === false && <Notice kind="attention">{t(`publish.not-you.${publisher.rule}`)}</Notice>}
      {publisher?.rule === 'second-person' && publisher.authors.length > 0 && (
        <p>{t('publish.written-by', { people: publisher.authors.join(', ') })}</p>
      )}
      {errors === 0 && !upToDate && <p className="muted">{p('publish.running')}</p>}
      {errors === 0 && upToDate && red.length > 0 && (
        <>
          <Notice kind="attention" actions={<Button onPress={onPlans}>{p('publish.see')}</Button>}>
            {p('publish.red', {
              n: red.length,
              names: red.map(({ name }) => p('quoted', { name })).join(', '),
            })}
          </Notice>
          <Checkbox checked={anyway} onChange={setAnyway}>
            {p('publish.anyway')}
          </Checkbox>
        </>
      )}
      {list[0] && <Since open={open} number={list[0].number} />}
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void publish()
        }}
      >
        <TextField
          label={t('publish.note')}
          hint={t('publish.note.hint')}
          value={note}
          maxLength={2000}
          onChange={setNote}
        />
      </form>
      {list.length > 0 && (
        <section>
          <h3>{t('publish.versions')}</h3>
          <ul className="studio-removed">
            {list.map(({ number, at, by, note: said, hash }) => (
              <li key={number}>
                <span>
                  <b>{t('published', { number })}</b> {said}
                  <span className="muted dense studio-id">
                    {dateAndTime(at, locale)} · {by} · <span className="mono">{hash.slice(0, 12)}</span>
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}

/** Tells in words what publishing changes for trainees. */
function Since({ open, number }: { readonly open: OpenDocument; readonly number: number }) {
  const c = useCompareText()
  const { kind, id } = open.opened
  const load = useCallback(async () => {
    const { text } = await unwrap(window.api.studio.version({ kind, id, version: number }))
    return valueOf(text)
  }, [kind, id, number])
  const loaded = useLoaded(load)
  const { value } = open.store.getState().draft
  const changes = useMemo(
    () =>
      loaded.status === 'ready' && loaded.value !== undefined && value !== undefined
        ? compare(loaded.value, value, SCHEMAS[kind])
        : undefined,
    [loaded, value, kind],
  )
  if (loaded.status === 'failed') return <NotLoaded of={[loaded]} />
  if (!changes) return null
  if (changes.length === 0) return <p>{c('publish.same', { number })}</p>
  return (
    <section>
      <h3>{c('publish.changes', { number })}</h3>
      {/* Whoever has no mouse scrolls it by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="studio-since" role="group" tabIndex={0} aria-label={c('publish.changes', { number })}>
        <Changes changes={changes} document={value} />
      </div>
    </section>
  )
}
