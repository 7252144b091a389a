import { useState } from 'react'
import type { OpenedRoster, Request } from '../../bridge'
import { missingColumn, NO_COLUMNS, ROSTER_FIELDS, type RosterMapping } from '../../domain/records'
import { codeOf, unwrap } from '../api'
import { useErrorText } from '../i18n'
import { Button, Live, Notice, ScreenTitle, Select, TableBox } from '../ui'
import { RosterPreview } from './RosterPreview'
import { usePeopleText } from './words'

type Reading = Omit<Request<'roster.read'>, 'id'>

const SEPARATORS = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
] as const

/** Imports a roster from a file. Everything that will change is shown before anything happens. */
export function RosterImport({ onClose }: { readonly onClose: (sentence?: string) => void }) {
  const t = usePeopleText()
  const errorText = useErrorText()
  const [opened, setOpened] = useState<OpenedRoster>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const take = async (call: () => Promise<OpenedRoster>) => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      setOpened(await call())
    } catch (error) {
      const code = codeOf(error)
      if (code === 'cancelled') return
      // Main has already forgotten the earlier file, so nothing of it may stay on screen.
      setOpened(undefined)
      setProblem(errorText(code))
    } finally {
      setBusy(false)
    }
  }
  const open = () => take(() => unwrap(window.api.roster.open()))
  const read = (file: OpenedRoster, changed: Reading) => {
    const { id, encoding, separator, headerLine } = file
    // With another encoding or separator, the table is another one and its headings are looked for again.
    const kept: Reading =
      'headerLine' in changed ? { encoding, separator, headerLine } : { encoding, separator }
    void take(() => unwrap(window.api.roster.read({ id, ...kept, ...changed })))
  }
  return (
    <main className="list-page roster">
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
      {opened && <HowRead opened={opened} onChange={(changed) => read(opened, changed)} />}
      {opened && <Columns key={opened.id} opened={opened} onClose={onClose} />}
    </main>
  )
}

function HowRead({
  opened,
  onChange,
}: {
  readonly opened: OpenedRoster
  readonly onChange: (changed: Reading) => void
}) {
  const t = usePeopleText()
  const { encoding, encodings, guessed, accents, separator, headerLine, head } = opened
  const lines = [
    ...head.map(({ line, text }) => ({ id: String(line), text: t('roster.header.line', { line, text }) })),
    { id: 'none', text: t('roster.header.none') },
  ]
  return (
    <>
      <h2>{t('roster.reading.title')}</h2>
      <div className="roster-columns">
        <Select
          label={t('roster.header')}
          value={headerLine === null ? 'none' : String(headerLine)}
          options={lines}
          onChange={(id) => onChange({ headerLine: id === 'none' ? null : Number(id) })}
        />
        <Select
          label={t('roster.separator')}
          value={separator}
          options={SEPARATORS.map(([id, word]) => ({ id, text: t(`roster.separator.${word}`) }))}
          onChange={(id) => onChange({ separator: id })}
        />
        <Select
          label={t('roster.encoding')}
          value={encoding}
          options={encodings.map((name) => ({ id: name, text: name }))}
          onChange={(id) => onChange({ encoding: id })}
        />
      </div>
      <Live>
        {guessed && (
          <Notice kind="attention">
            {t(accents.length > 0 ? 'roster.guessed' : 'roster.guessed.plain', { encoding })}
          </Notice>
        )}
      </Live>
      {guessed && accents.length > 0 && (
        <ul className="roster-accents" aria-label={t('roster.accents')}>
          {accents.map((cell) => (
            <li key={cell}>{cell}</li>
          ))}
        </ul>
      )}
    </>
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
    ...opened.headers.map((header, index) => ({
      id: String(index),
      text: header || t('roster.column.number', { n: index + 1 }),
    })),
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
        <RosterPreview file={opened.id} mapping={mapping} onClose={onClose} />
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
              {header || t('roster.column.number', { n: column + 1 })}
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
