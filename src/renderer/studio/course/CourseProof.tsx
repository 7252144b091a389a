import { useCallback, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { StudioRow as Row } from '../../../bridge'
import { fold } from '../../../domain/authoring/journal'
import { isCertified, openCourse, type Course } from '../../../domain/course'
import { courseMatrix, type CourseMatrix } from '../../../domain/course/matrix'
import type { Floor } from '../../../domain/scenario/floor'
import { openFloor } from '../../../domain/scenario/open'
import { habitSayer } from '../../../texts/habit-words'
import { unwrap } from '../../api'
import { regionOf, textHook, useLocale } from '../../i18n'
import { NotLoaded } from '../../lists/NotLoaded'
import { Button, Live, Notice } from '../../ui'
import { useLoaded } from '../../ui/use-loaded'
import { useMainEvent } from '../../ui/use-main-event'
import type { OpenDocument } from '../open-document'
import { useForm } from '../form/context'
import { useNames } from '../form/use-names'
import { membersOf } from '../../../domain/scenario/members'
import { listOf } from '../outline'
import { groupHabits } from './habit-groups'
import { Chances, useCourseText, useShare } from './Chances'
import type { ProofMessage, ProofRequest, ShownProof } from './messages'
import { useStudioText, useWords } from '../words'
import { proofStore, type CourseProofs } from './proof-store'
import './course.css'

const useProofText = textHook('proof')

/** Proofs by the id of the course. They are kept while somebody looks at something else. */
const proofs = new Map<string, CourseProofs>()
const thread: Parameters<typeof proofStore>[0] = (heard, failed) => {
  const worker = new Worker(new URL('./prove.worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<ProofMessage>) => heard(data))
  worker.addEventListener('error', failed)
  return { send: (request) => worker.postMessage(request, []), end: () => worker.terminate() }
}

function proofsOf(id: string): CourseProofs {
  const known = proofs.get(id) ?? proofStore(thread)
  proofs.set(id, known)
  return known
}

/** Loads a document as it is now. */
async function sourceOf(kind: 'scenario' | 'floor', id: string): Promise<unknown> {
  const which = { kind, id }
  const opened = await unwrap(window.api.studio.open(which))
  await unwrap(window.api.studio.close(which))
  return opened.outcome === 'opened' ? fold(opened.journal.base, opened.journal.entries).value : undefined
}

async function floorsOf(documents: readonly Row[]): Promise<(readonly [string, Floor])[]> {
  const found: (readonly [string, Floor])[] = []
  for (const { kind, id } of documents) {
    if (kind !== 'floor') continue
    const floor = openFloor(JSON.stringify((await sourceOf(kind, id)) ?? null), {
      ending: '.floor.json',
    }).value
    if (floor) found.push([id, floor])
  }
  return found
}

/** Shows a course's contacts and proves what passing it means. */
export default function CourseProof({ open }: { readonly open: OpenDocument }) {
  const t = useCourseText()
  const value = useStore(open.store, ({ draft }) => draft.value)
  const [asked, setAsked] = useState(0)
  useMainEvent('studio.changed', () => setAsked((n) => n + 1))
  const load = useCallback(async () => ({ asked, library: await unwrap(window.api.studio.list()) }), [asked])
  const loaded = useLoaded(load)
  const documents = loaded.status === 'ready' ? loaded.value.library.documents : undefined
  const rows = useMemo(
    () =>
      new Map((documents ?? []).flatMap((row) => (row.kind === 'scenario' ? [[row.id, row] as const] : []))),
    [documents],
  )
  const modules = useMemo(() => listOf(membersOf(value)['modules']).map(String), [value])
  const matrix = useMemo(
    () => courseMatrix([...new Set(modules)].flatMap((id) => rows.get(id) ?? [])),
    [modules, rows],
  )
  const course = useMemo(() => openCourse(JSON.stringify(value ?? null)).value, [value])
  return (
    <div className="studio-pane-body course-proof">
      <NotLoaded of={[loaded]} />
      {documents && (
        <>
          <section>
            <h2>{t('matrix')}</h2>
            <p className="muted">{t('matrix.text')}</p>
            <Matrix matrix={matrix} rows={rows} />
          </section>
          <Passing
            id={open.opened.id}
            course={course}
            contactsKey={modules.map((id) => `${id} ${rows.get(id)?.changedAt ?? ''}`).join()}
            request={async (whole) => ({
              course: whole,
              scenarios: await Promise.all(
                whole.modules.map(async (id) => ({ id, source: await sourceOf('scenario', id) })),
              ),
              floors: await floorsOf(documents),
            })}
          />
        </>
      )}
    </div>
  )
}

function Matrix({
  matrix,
  rows,
}: {
  readonly matrix: CourseMatrix
  readonly rows: ReadonlyMap<string, Row>
}) {
  const t = useCourseText()
  const { wordFor } = useNames('tactic')
  const words = useWords()
  const region = regionOf(useLocale())
  const list = new Intl.ListFormat(region)
  const anyOf = new Intl.ListFormat(region, { type: 'disjunction' })
  const named = (names: readonly string[], as = list) => as.format(names.map(wordFor))
  const titles = (ids: readonly string[]) => ids.map((id) => words(rows.get(id)?.title) || id).join(', ')
  const channels = matrix.rows[0]?.cells.map(({ channel }) => channel) ?? []
  const telling = (truth: 'attack' | 'legitimate') =>
    matrix.telling.filter((one) => one.truth === truth).map(({ tactic }) => tactic)
  return (
    <>
      <div className="course-matrix">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('matrix.tactic')}</th>
              {channels.map((channel) => (
                <th key={channel} scope="col">
                  {wordFor(channel)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map(({ tactic, cells }) => (
              <tr key={tactic ?? ''}>
                <th scope="row">{tactic === null ? t('matrix.none') : wordFor(tactic)}</th>
                {cells.map(({ channel, attacks, genuine }) => {
                  const empty = attacks.length + genuine.length === 0
                  const told = empty
                    ? t('matrix.empty')
                    : t('matrix.cell', {
                        attacks: attacks.length,
                        genuine: genuine.length,
                        titles: titles([...attacks, ...genuine]),
                      })
                  return (
                    <td key={channel} data-empty={empty || undefined} title={told}>
                      <span aria-hidden="true">{empty ? '–' : `${attacks.length} + ${genuine.length}`}</span>
                      <span className="visually-hidden">{told}</span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="course-missing">
        {telling('attack').length > 0 && (
          <li>{t('matrix.telling.attack', { tactics: named(telling('attack')) })}</li>
        )}
        {telling('legitimate').length > 0 && (
          <li>{t('matrix.telling.legitimate', { tactics: named(telling('legitimate')) })}</li>
        )}
        {matrix.silent.length > 0 && <li>{t('matrix.silent', { channels: named(matrix.silent, anyOf) })}</li>}
        {matrix.absent.length > 0 && <li>{t('matrix.absent', { tactics: named(matrix.absent, anyOf) })}</li>}
      </ul>
    </>
  )
}

interface PassingProps {
  readonly id: string
  /** `undefined` while the course has errors. */
  readonly course: Course | undefined
  readonly contactsKey: string
  readonly request: (course: Course) => Promise<ProofRequest>
}

function Passing({ id, course, contactsKey, request }: PassingProps) {
  const t = useCourseText()
  const { store, begin, cancel } = proofsOf(id)
  const { step, key, table, proof, problem } = useStore(store)
  const now =
    course && JSON.stringify([course.modules, course.rule, course.rounds, isCertified(course), contactsKey])
  return (
    <section>
      <h2>{t('prove')}</h2>
      <p className="muted">{t('prove.text')}</p>
      <div className="row">
        {step === undefined ? (
          <Button
            isDisabled={!course}
            onPress={() => course && now !== undefined && void begin(now, () => request(course))}
          >
            {t(key === undefined ? 'prove.go' : 'prove.again')}
          </Button>
        ) : (
          <>
            <progress aria-label={t(`step.${step}`)} />
            <Button onPress={cancel}>{t('prove.cancel')}</Button>
          </>
        )}
        <Live>{step !== undefined && <span className="muted">{t(`step.${step}`)}</span>}</Live>
      </div>
      <Live>
        {problem && (
          <Notice kind="attention">
            {problem.what === 'failed'
              ? t('prove.failed')
              : t('prove.unsound', { contacts: problem.contacts.join(', ') })}
          </Notice>
        )}
        {table && key !== now && <Notice kind="attention">{t('prove.changed')}</Notice>}
      </Live>
      {table && <Chances table={table} certified={!course || isCertified(course)} />}
      {proof && <Found proof={proof} />}
    </section>
  )
}

/** Explains the habits in plain words, and lists the requirements that are missed. */
function Found({ proof: { grid, issues } }: { readonly proof: ShownProof }) {
  const t = useCourseText()
  const proofText = useProofText()
  const { wordFor } = useNames('tool')
  const studio = useStudioText()
  const habit = habitSayer(proofText, wordFor)
  const share = useShare()
  const { say } = useForm()
  const anyOf = new Intl.ListFormat(regionOf(useLocale()), { type: 'disjunction' })
  return (
    <>
      <h3>{t('habits')}</h3>
      <p>
        {grid.passing === 0 ? t('habits.none', { n: grid.habits }) : t('habits.some', { n: grid.passing })}
      </p>
      {grid.passing === 0 && grid.best.length > 0 && <p className="muted">{t('habits.closest')}</p>}
      <ul className="course-missing">
        {groupHabits(grid.best, ({ passed }) => share(passed)).map(({ of, tools, seconds }) => {
          const second = anyOf.format(
            seconds.map((tool) => (tool === 'act' ? proofText('act') : wordFor(tool))),
          )
          const said = habit({ ...of.habit, tools: seconds.length === 0 ? tools : [tools[0]!, second] })
          return <li key={said}>{t('habits.row', { share: share(of.passed), habit: said })}</li>
        })}
      </ul>
      <h3>{issues.length === 0 ? t('found.met') : t('found', { n: issues.length })}</h3>
      {issues.length === 0 ? (
        <p>{t('found.none')}</p>
      ) : (
        <>
          <p className="muted">{t('found.text')}</p>
          <ul className="studio-problems">
            {issues.map((issue) => (
              <li key={issue.code} data-severity={issue.severity}>
                <span className="label">{studio(`problems.${issue.severity}`)}</span> {say?.(issue)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
