import { useCallback, useEffect, useState } from 'react'
import type { OpenedRoster, RosterPreview } from '../../bridge'
import {
  missingColumn,
  NO_COLUMNS,
  ROSTER_FAULTS,
  ROSTER_FIELDS,
  type RosterMapping,
} from '../../domain/records'
import { useLoaded } from '../app/use-loaded'
import { codeOf, unwrap } from '../api'
import { useText } from '../i18n'
import { Button, Checkbox, Live, Notice, ScreenTitle, Select, TableBox } from '../ui'
import { usePeopleText } from './words'

/** From a file to a changed list of people, with everything on screen before anything happens. */
export function RosterImport({ onClose }: { readonly onClose: (sentence?: string) => void }) {
  const t = usePeopleText()
  const text = useText()
  const [opened, setOpened] = useState<OpenedRoster>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const open = async () => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      setOpened(await unwrap(window.api.roster.open()))
    } catch (error) {
      const code = codeOf(error)
      if (code !== 'cancelled') setProblem(text(`error.${code}`))
    } finally {
      setBusy(false)
    }
  }
  return (
    <main className="records roster">
      <div>
        <Button kind="link" onPress={() => onClose()}>
          {t('roster.back')}
        </Button>
      </div>
      <ScreenTitle title={t('roster.title')} />
      <p className="muted">{t('roster.text')}</p>
      <div className="row">
        <Button kind={opened ? 'quiet' : 'primary'} onPress={() => void open()}>
          {t(busy ? 'roster.reading' : opened ? 'roster.other' : 'roster.choose')}
        </Button>
        <Live>
          {opened && (
            <span>
              {t('roster.file', { file: opened.file, rows: opened.rows, encoding: opened.encoding })}
            </span>
          )}
        </Live>
      </div>
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
      {opened && <Columns key={opened.file + opened.rows} opened={opened} onClose={onClose} />}
    </main>
  )
}

function Columns({
  opened,
  onClose,
}: {
  readonly opened: OpenedRoster
  readonly onClose: (sentence?: string) => void
}) {
  const t = usePeopleText()
  const [mapping, setMapping] = useState<RosterMapping>({ ...NO_COLUMNS, ...opened.mapping })
  const missing = missingColumn(mapping)
  const options = [
    { id: 'none', text: t('roster.column.none') },
    ...opened.headers.map((header, index) => ({ id: String(index), text: header || `${index + 1}` })),
  ]
  return (
    <>
      <h2>{t('roster.columns')}</h2>
      <div className="roster-columns">
        {ROSTER_FIELDS.map((field) => (
          <Select
            key={field}
            label={t(`roster.field.${field}`)}
            value={mapping[field] === null ? 'none' : String(mapping[field])}
            options={options}
            onChange={(id) => setMapping({ ...mapping, [field]: id === 'none' ? null : Number(id) })}
          />
        ))}
      </div>
      <Sample opened={opened} />
      {missing ? (
        <Notice kind="attention">{t(`roster.need.${missing}`)}</Notice>
      ) : (
        <Preview mapping={mapping} onClose={onClose} />
      )}
    </>
  )
}

function Sample({ opened: { headers, sample } }: { readonly opened: OpenedRoster }) {
  const t = usePeopleText()
  return (
    <TableBox label={t('roster.sample')}>
      <thead>
        <tr>
          {headers.map((header, column) => (
            <th key={column} scope="col">
              {header || column + 1}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sample.map((cells, row) => (
          <tr key={row}>
            {headers.map((_, column) => (
              <td key={column}>{cells[column]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableBox>
  )
}

function Preview({
  mapping,
  onClose,
}: {
  readonly mapping: RosterMapping
  readonly onClose: (sentence?: string) => void
}) {
  const t = usePeopleText()
  const text = useText()
  const load = useCallback(() => unwrap(window.api.roster.preview({ mapping })), [mapping])
  const loaded = useLoaded(load)
  const [stale, setStale] = useState(mapping)
  useEffect(() => {
    if (loaded.status !== 'waiting') setStale(mapping)
  }, [loaded, mapping])
  if (loaded.status === 'waiting' || stale !== mapping)
    return <p className="muted">{t('roster.comparing')}</p>
  if (loaded.status === 'failed') {
    return <Notice kind="attention">{text(`error.${codeOf(loaded.error)}`)}</Notice>
  }
  return <Plan preview={loaded.value} mapping={mapping} onClose={onClose} />
}

function Plan({
  preview,
  mapping,
  onClose,
}: {
  readonly preview: RosterPreview
  readonly mapping: RosterMapping
  readonly onClose: (sentence?: string) => void
}) {
  const t = usePeopleText()
  const text = useText()
  const [markLeft, setMarkLeft] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [saved, setSaved] = useState<string>()
  const { added, changed, unchanged, missing, faultyRows } = preview
  const leaving = markLeft ? missing : 0
  const run = async (call: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      await call()
    } catch (error) {
      const code = codeOf(error)
      if (code !== 'cancelled') setProblem(text(`error.${code}`))
    } finally {
      setBusy(false)
    }
  }
  const apply = () =>
    run(async () => {
      const request = { mapping, onlyGood: faultyRows > 0, markLeft }
      onClose(t('roster.done', { ...(await unwrap(window.api.roster.apply(request))) }))
    })
  const saveFaults = () =>
    run(async () => {
      const open = { value: '{value}', other: '{other}' }
      const sentences = Object.fromEntries(
        ROSTER_FAULTS.map((code) => [code, t(`roster.fault.${code}`, open)]),
      ) as Record<(typeof ROSTER_FAULTS)[number], string>
      const { file, rows } = await unwrap(
        window.api.roster.saveFaults({
          mapping,
          headings: [t('roster.fault.line'), t('roster.fault.what')],
          sentences,
        }),
      )
      setSaved(t('roster.faults-saved', { file, rows }))
    })
  const counts = [
    [added, t('roster.added')],
    [changed, t('roster.changed')],
    [unchanged, t('roster.unchanged')],
    [missing, t('roster.missing')],
    [faultyRows, t('roster.faulty', { n: faultyRows })],
  ] as const
  const n = added + changed + leaving
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
      <div className="roster-lists">
        <Some title={t('roster.list.added')} people={preview.someAdded} all={added} />
        <Some title={t('roster.list.changed')} people={preview.someChanged} all={changed} />
        <Some title={t('roster.list.missing')} people={preview.someMissing} all={missing} />
      </div>
      {faultyRows > 0 && <Faults preview={preview} />}
      {missing > 0 && (
        <Checkbox checked={markLeft} onChange={setMarkLeft} hint={t('roster.mark-left.hint')}>
          {t('roster.mark-left', { n: missing })}
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

function Some({
  title,
  people,
  all,
}: {
  readonly title: string
  readonly people: readonly { readonly name: string; readonly number: string }[]
  readonly all: number
}) {
  const t = usePeopleText()
  if (all === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul tabIndex={0} aria-label={title}>
        {people.map(({ name, number }) => (
          <li key={number}>
            {name} <span className="mono muted">{number}</span>
          </li>
        ))}
        {all > people.length && (
          <li className="muted">{t('roster.list.more', { n: all - people.length })}</li>
        )}
      </ul>
    </section>
  )
}

function Faults({ preview: { someFaults, faultyRows } }: { readonly preview: RosterPreview }) {
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
          {someFaults.map(({ line, code, value, other }) => (
            <tr key={`${line} ${code}`}>
              <td className="number">{line}</td>
              <td className="wraps">{t(`roster.fault.${code}`, { value, other: other ?? '' })}</td>
            </tr>
          ))}
        </tbody>
      </TableBox>
      {lines < faultyRows && <p className="muted dense">{t('roster.faults.first', { n: lines })}</p>}
    </>
  )
}
