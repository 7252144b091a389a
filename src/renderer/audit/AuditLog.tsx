import { Fragment, useCallback, useState, type ReactNode } from 'react'
import type { AuditPage } from '../../bridge'
import { ACTS, type Act } from '../../domain/records/audit-acts'
import { codeOf, unwrap } from '../api'
import { useLoaded } from '../ui/use-loaded'
import { pick, useLocale, useText, useErrorText } from '../i18n'
import { dateAndTime } from '../i18n/dates'
import { Button, Live, Notice, Select, TextField, TableBox } from '../ui'
import { DateField } from '../ui/DateField'
import { detailText, isAct } from './detail-words'
import { useAuditText, useFilterText, type AuditText } from './words'
import { NotLoaded } from '../lists/NotLoaded'
import '../lists/lists.css'
import './audit.css'

const ROWS = 50
const EVERY = 'every'

interface Filter {
  readonly act: Act | typeof EVERY
  readonly person: string
  /** Days of this computer's calendar, `2026-03-31`; empty for no limit. */
  readonly from: string
  readonly to: string
  /** The page shows entries before this number; `null` for the newest. */
  readonly before: number | null
}

const NEWEST: Filter = { act: EVERY, person: '', from: '', to: '', before: null }

/** Returns the instant at which a day of this computer's calendar begins, moved on by some days. */
function startOf(day: string, later: number): string | null {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return null
  return new Date(year, month - 1, date + later).toISOString()
}

/** Shows the audit log, and the result of checking that it is whole. */
export default function AuditLog() {
  const t = useAuditText()
  const common = useText()
  const [filter, setFilter] = useState(NEWEST)
  const load = useCallback(
    () =>
      unwrap(
        window.api.audit.page({
          act: filter.act === EVERY ? null : filter.act,
          person: filter.person,
          from: startOf(filter.from, 0),
          to: startOf(filter.to, 1),
          before: filter.before,
          limit: ROWS,
        }),
      ),
    [filter],
  )
  const loaded = useLoaded(load)
  const change = (part: Partial<Filter>) => setFilter({ ...filter, before: null, ...part })
  return (
    <>
      <Whole onSaved={loaded.reload} />
      <div className="audit-filter">
        <div className="audit-act">
          <Select
            label={t('audit.act')}
            value={filter.act}
            options={[
              { id: EVERY, text: t('audit.act.all') },
              ...ACTS.map((act) => ({ id: act, text: t(`act.${act}`) })),
            ]}
            onChange={(act) => change({ act })}
          />
        </div>
        <TextField
          label={t('audit.person')}
          placeholder={t('audit.person.hint')}
          type="search"
          maxLength={120}
          value={filter.person}
          onChange={(person) => change({ person })}
        />
        <DateField label={t('audit.from')} value={filter.from} onChange={(from) => change({ from })} />
        <DateField label={t('audit.to')} value={filter.to} onChange={(to) => change({ to })} />
      </div>
      {loaded.status === 'waiting' && <p className="waiting">{common('app.loading')}</p>}
      <NotLoaded of={[loaded]} />
      {loaded.status === 'ready' && (
        <Page
          page={loaded.value}
          isNewest={filter.before === null}
          onMove={(before) => setFilter({ ...filter, before })}
        />
      )}
    </>
  )
}

const check = () => unwrap(window.api.audit.check())

/** Tells whether the log is unchanged, and saves it as a file. */
function Whole({ onSaved }: { readonly onSaved: () => void }) {
  const t = useAuditText()
  const errorText = useErrorText()
  const locale = useLocale()
  const loaded = useLoaded(check)
  const [answer, setAnswer] = useState<{ readonly good: boolean; readonly text: string }>()
  const save = async () => {
    setAnswer(undefined)
    try {
      const { file, entries } = await unwrap(window.api.audit.save())
      setAnswer({ good: true, text: t('audit.saved', { file, n: entries }) })
      loaded.reload()
      onSaved()
    } catch (error) {
      if (codeOf(error) !== 'cancelled') {
        setAnswer({ good: false, text: errorText(codeOf(error)) })
      }
    }
  }
  const checkRecords = async () => {
    setAnswer({ good: true, text: t('audit.records.waiting') })
    try {
      const done = await unwrap(window.api.audit.checkRecords())
      setAnswer({ good: done.altered === 0, text: t('audit.records.done', { ...done }) })
    } catch (error) {
      setAnswer({ good: false, text: errorText(codeOf(error)) })
    }
  }
  const button = (
    <>
      <Button onPress={() => void checkRecords()}>{t('audit.records')}</Button>
      <Button onPress={() => void save()}>{t('audit.save')}</Button>
    </>
  )
  return (
    <Live>
      {loaded.status === 'waiting' && <p className="muted">{t('audit.check.waiting')}</p>}
      <NotLoaded of={[loaded]} />
      {loaded.status === 'ready' &&
        (loaded.value.fault ? (
          <Notice kind="attention" actions={button}>
            {t(`fault.${loaded.value.fault.kind}`, { seq: loaded.value.fault.seq })}
            {loaded.value.fault.kind !== 'unsigned' && ` ${t('fault.what')}`}
          </Notice>
        ) : (
          <Notice kind="good" actions={button}>
            {t('audit.whole', {
              n: loaded.value.entries,
              at: loaded.value.signed ? dateAndTime(loaded.value.signed.at, locale) : '—',
            })}
          </Notice>
        ))}
      {answer && <Notice kind={answer.good ? 'plain' : 'attention'}>{answer.text}</Notice>}
    </Live>
  )
}

function whoDid(line: AuditPage['lines'][number], t: AuditText): ReactNode {
  if (line.personName !== null) {
    return (
      <>
        {line.personName}
        <small className="mono">{line.personNumber}</small>
      </>
    )
  }
  return line.personId === null ? t('audit.program') : t('audit.erased')
}

type Named = AuditPage['lines'][number]['named'][number]

function NameOf({ one: { kind, name, number } }: { readonly one: Named }) {
  const t = useAuditText()
  const locale = useLocale()
  if (name === null) return t(`audit.unknown.${kind}`)
  const words = typeof name === 'string' ? name : pick(name, locale)
  if (kind === 'certificate' || kind === 'device') return t(`audit.named.${kind}`, { name: words })
  if (number === null) return words
  return (
    <>
      {words}, <span className="audit-number">{number}</span>
    </>
  )
}

/** Names the people and things of an entry, and shows the entry as it stands in the log. */
function Detail({ line }: { readonly line: AuditPage['lines'][number] }) {
  const t = useAuditText()
  const filterTexts = useFilterText()
  const locale = useLocale()
  return (
    <>
      <div>
        {line.named.map((one, i) => (
          <Fragment key={`${one.kind} ${one.id}`}>
            {i > 0 && ' · '}
            <NameOf one={one} />
          </Fragment>
        ))}
      </div>
      <div className="audit-detail">{detailText(line, t, filterTexts, locale)}</div>
    </>
  )
}

function Page({
  page,
  isNewest,
  onMove,
}: {
  readonly page: AuditPage
  readonly isNewest: boolean
  readonly onMove: (before: number | null) => void
}) {
  const t = useAuditText()
  const locale = useLocale()
  const { lines, more } = page
  return (
    <>
      {lines.length === 0 ? (
        <Live>
          <p className="muted">{t('audit.none')}</p>
        </Live>
      ) : (
        <TableBox label={t('audit.table')}>
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('audit.number')}
              </th>
              <th scope="col">{t('audit.when')}</th>
              <th scope="col">{t('audit.person')}</th>
              <th scope="col">{t('audit.act')}</th>
              <th scope="col">{t('audit.detail')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.seq}>
                <td className="number">{line.seq}</td>
                <td>{dateAndTime(line.at, locale)}</td>
                <td className="wraps audit-who">{whoDid(line, t)}</td>
                <td className="wraps">{isAct(line.act) ? t(`act.${line.act}`) : line.act}</td>
                <td className="wraps">
                  <Detail line={line} />
                </td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      )}
      <nav className="row pager" aria-label={t('audit.table')}>
        {!isNewest && <Button onPress={() => onMove(null)}>{t('audit.newest')}</Button>}
        {more && <Button onPress={() => onMove(lines[lines.length - 1]!.seq)}>{t('audit.older')}</Button>}
      </nav>
    </>
  )
}
