import { useCallback, useState } from 'react'
import type { RosterPreview as Preview } from '../../bridge'
import { ROSTER_FAULTS, type RosterMapping } from '../../domain/records'
import { useLoaded } from '../ui/use-loaded'
import { codeOf, unwrap } from '../api'
import { useErrorText } from '../i18n'
import { Button, Checkbox, Live, Notice, TableBox } from '../ui'
import { usePeopleText } from './words'
import { NotLoaded } from '../lists/NotLoaded'

interface Props {
  /** The name of the file. */
  readonly file: string
  readonly mapping: RosterMapping
  readonly onClose: (sentence?: string) => void
}

/** Shows the changes of an import. The plan on screen has a name, and main carries out no other. */
export function RosterPreview({ file, mapping, onClose }: Props) {
  const t = usePeopleText()
  const load = useCallback(
    async () => ({ mapping, preview: await unwrap(window.api.roster.preview({ id: file, mapping })) }),
    [file, mapping],
  )
  const loaded = useLoaded(load)
  const [stale, setStale] = useState(false)
  if (loaded.status === 'failed') return <NotLoaded of={[loaded]} />
  // Until the next answer arrives, the screen still shows rows for the former columns.
  if (loaded.status === 'waiting' || loaded.value.mapping !== mapping)
    return <p className="muted">{t('roster.comparing')}</p>
  const { preview } = loaded.value
  return (
    <>
      <Live urgent>{stale && <Notice kind="attention">{t('roster.stale')}</Notice>}</Live>
      <Plan
        key={preview.plan}
        preview={preview}
        onClose={onClose}
        onStale={() => {
          setStale(true)
          loaded.reload()
        }}
      />
    </>
  )
}

function Plan({
  preview,
  onClose,
  onStale,
}: {
  readonly preview: Preview
  readonly onClose: (sentence?: string) => void
  readonly onStale: () => void
}) {
  const t = usePeopleText()
  const errorText = useErrorText()
  const [markLeft, setMarkLeft] = useState(false)
  const [markLeavers, setMarkLeavers] = useState(false)
  const [takeBack, setTakeBack] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [saved, setSaved] = useState<string>()
  const { plan, added, changed, unchanged, missing, leaving, returning, staffGone, faultyRows } = preview
  const n =
    added +
    changed +
    (markLeft ? missing : 0) +
    (markLeavers ? leaving : 0) +
    (takeBack ? preview.returningOnly : 0)
  const run = async (call: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      await call()
    } catch (error) {
      const code = codeOf(error)
      if (code === 'stale') onStale()
      else if (code !== 'cancelled') setProblem(errorText(code))
    } finally {
      setBusy(false)
    }
  }
  const apply = () =>
    run(async () => {
      const request = { plan, onlyGood: faultyRows > 0, markLeft, markLeavers, takeBack }
      onClose(t('roster.done', { ...(await unwrap(window.api.roster.apply(request))) }))
    })
  const saveFaults = () =>
    run(async () => {
      const open = { value: '{value}', other: '{other}', like: '{like}' }
      const sentences = Object.fromEntries(
        ROSTER_FAULTS.map((code) => [code, t(`roster.fault.${code}`, open)]),
      ) as Record<(typeof ROSTER_FAULTS)[number], string>
      const headings: [string, string] = [t('roster.fault.line'), t('roster.fault.what')]
      const { file, rows } = await unwrap(window.api.roster.saveFaults({ plan, headings, sentences }))
      setSaved(t('roster.faults-saved', { file, rows }))
    })
  const counts = [
    [added, t('roster.added', { n: added })],
    [changed, t('roster.changed', { n: changed })],
    [unchanged, t('roster.unchanged', { n: unchanged })],
    [returning, t('roster.returning', { n: returning })],
    [missing, t('roster.missing', { n: missing })],
    ...(leaving > 0 ? [[leaving, t('roster.leaving', { n: leaving })] as const] : []),
    ...(preview.strangersGone > 0
      ? [[preview.strangersGone, t('roster.strangers', { n: preview.strangersGone })] as const]
      : []),
    [faultyRows, t('roster.faulty', { n: faultyRows })],
  ] as const
  return (
    <>
      <h2>{t('roster.plan')}</h2>
      <ul className="roster-counts">
        {counts.map(([count, label]) => (
          <li key={label}>
            <b>{count.toLocaleString()}</b>
            {label}
          </li>
        ))}
      </ul>
      {changed > 0 && (
        <p className="dense">
          {t('roster.fields')}:{' '}
          {preview.changedFields
            .map(({ field, people }) =>
              t('roster.fields.of', { field: t(`roster.change.${field}`), n: people }),
            )
            .join(' · ')}
        </p>
      )}
      {preview.wordsForHere.length > 0 && (
        <p className="dense">
          {t('roster.words-here', {
            list: preview.wordsForHere
              .map(({ word, rows }) => t('roster.words-here.of', { word, n: rows }))
              .join(' · '),
          })}
        </p>
      )}
      {preview.merged.length > 0 && (
        <Notice kind="attention">
          {t('roster.merged', {
            fields: preview.merged.map((field) => t(`roster.field.${field}`)).join(', '),
          })}
        </Notice>
      )}
      <div className="roster-lists">
        <Some title={t('roster.list.added')} people={preview.someAdded} all={added} />
        <Some title={t('roster.list.changed')} people={preview.someChanged} all={changed} />
        <Some title={t('roster.list.returning')} people={preview.someReturning} all={returning} />
        <Some title={t('roster.list.missing')} people={preview.someMissing} all={missing} />
        <Some title={t('roster.list.leaving')} people={preview.someLeaving} all={leaving} />
        <Some
          title={t('roster.list.strangers')}
          people={preview.someStrangersGone}
          all={preview.strangersGone}
        />
      </div>
      {faultyRows > 0 && <Faults preview={preview} />}
      {staffGone > 0 && (
        <Notice>
          {t('roster.staff-gone', {
            n: staffGone,
            names: preview.someStaffGone.map(({ name }) => name).join(', '),
          })}
        </Notice>
      )}
      {preview.staffLeaving > 0 && (
        <Notice>
          {t('roster.staff-leaving', {
            n: preview.staffLeaving,
            names: preview.someStaffLeaving.map(({ name }) => name).join(', '),
          })}
        </Notice>
      )}
      {returning > 0 && (
        <Checkbox checked={takeBack} onChange={setTakeBack} hint={t('roster.take-back.hint')}>
          {t('roster.take-back', { n: returning })}
        </Checkbox>
      )}
      {missing > 0 && preview.missingUnsure && <p className="muted dense">{t('roster.mark-left.unsure')}</p>}
      {missing > 0 && !preview.missingUnsure && (
        <Checkbox checked={markLeft} onChange={setMarkLeft} hint={t('roster.mark-left.hint')}>
          {t('roster.mark-left', { n: missing })}
        </Checkbox>
      )}
      {leaving > 0 && (
        <Checkbox checked={markLeavers} onChange={setMarkLeavers} hint={t('roster.mark-leavers.hint')}>
          {t('roster.mark-leavers', { n: leaving })}
        </Checkbox>
      )}
      <div className="row">
        {n === 0 ? (
          <p className="muted">{t('roster.nothing')}</p>
        ) : (
          <Button kind="primary" onPress={() => void apply()}>
            {busy ? t('roster.going') : t(faultyRows > 0 ? 'roster.go.good' : 'roster.go', { n })}
          </Button>
        )}
        {faultyRows > 0 && <Button onPress={() => void saveFaults()}>{t('roster.save-faults')}</Button>}
      </div>
      <Live>{saved !== undefined && <Notice kind="good">{saved}</Notice>}</Live>
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
    </>
  )
}

interface Listed {
  readonly name: string
  readonly number: string
  readonly changes?: Preview['someChanged'][number]['changes']
  /** The status or last day of somebody who has left. */
  readonly said?: string
}

function Some({
  title,
  people,
  all,
}: {
  readonly title: string
  readonly people: readonly Listed[]
  readonly all: number
}) {
  const t = usePeopleText()
  if (all === 0) return null
  const nothing = t('roster.change.nothing')
  return (
    <section>
      <h3>{title}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul tabIndex={0} aria-label={title}>
        {people.map(({ name, number, said, changes = [] }) => (
          <li key={number}>
            {name} <span className="mono muted">{number}</span>
            {said !== undefined && <span className="roster-change">{said}</span>}
            {changes.map(({ field, before, after }) => (
              <span key={field} className="roster-change">
                {t('roster.change', {
                  field: t(`roster.change.${field}`),
                  before: before ?? nothing,
                  after: after ?? nothing,
                })}
              </span>
            ))}
          </li>
        ))}
        {all > people.length && (
          <li className="muted">{t('roster.list.more', { n: all - people.length })}</li>
        )}
      </ul>
    </section>
  )
}

function Faults({ preview: { someFaults, faultyRows } }: { readonly preview: Preview }) {
  const t = usePeopleText()
  const lines = new Set(someFaults.map(({ line }) => line)).size
  return (
    <>
      <h2>{t('roster.faults')}</h2>
      <p>{t('roster.faults.text')}</p>
      <TableBox label={t('roster.faults')}>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('roster.fault.line')}
            </th>
            <th scope="col">{t('roster.fault.what')}</th>
          </tr>
        </thead>
        <tbody>
          {someFaults.map(({ line, code, field, value, other, like }) => (
            <tr key={`${line} ${code} ${field}`}>
              <td className="number">{line}</td>
              <td className="wraps">
                {t(`roster.fault.${code}`, { value, other: other ?? '', like: like ?? '' })}
              </td>
            </tr>
          ))}
        </tbody>
      </TableBox>
      {lines < faultyRows && <p className="muted dense">{t('roster.faults.first', { n: lines })}</p>}
    </>
  )
}
