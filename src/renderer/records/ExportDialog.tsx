import { useCallback, useState } from 'react'
import { Label, ProgressBar, Radio, RadioGroup } from 'react-aria-components'
import { FORMATS_OF, type ExportFormat, type ExportSubject } from '../../domain/records/export-columns'
import type { RecordFilter } from '../../domain/records/filter'
import { codeOf, unwrap } from '../api'
import { useLoaded } from '../ui/use-loaded'
import { NotLoaded } from '../lists/NotLoaded'
import { useLocale, useErrorText } from '../i18n'
import { PAPERS, usualPaper, type Paper } from '../i18n/paper'
import { Button, Dialog, Live, Notice, Select } from '../ui'
import { useExportText } from './export-words'
import { useExport, type ExportState } from './use-export'
import './export.css'

const SUBJECTS: readonly ExportSubject[] = ['completion', 'attempts']

interface ExportDialogProps {
  readonly filter: RecordFilter
  readonly onClose: () => void
}

export default function ExportDialog({ filter, onClose }: ExportDialogProps) {
  const e = useExportText()
  const locale = useLocale()
  const [subject, setSubject] = useState<ExportSubject>('completion')
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [paper, setPaper] = useState<Paper>(() => usualPaper())
  const { state, start, stop } = useExport()
  const describe = useCallback(() => unwrap(window.api.export.describe({ filter, locale })), [filter, locale])
  const described = useLoaded(describe)
  const scoresByPerson = described.status !== 'ready' || described.value.scoresByPerson
  const offered = FORMATS_OF[subject].filter((id) => scoresByPerson || id !== 'xapi')
  const chosen = offered.includes(format) ? format : 'xlsx'
  const running = state.at === 'running'

  return (
    <Dialog
      title={e('title')}
      // Only its own button stops a running export; closing the dialog by accident does not.
      onClose={() => !running && onClose()}
      actions={
        <Actions
          state={state}
          onGo={() => void start({ subject, format: chosen, filter, paper, locale })}
          onStop={stop}
          onClose={onClose}
        />
      }
    >
      {running ? (
        <Progress state={state} />
      ) : state.at === 'done' ? null : (
        <>
          <Choices
            label={e('subject')}
            value={subject}
            options={SUBJECTS.map((id) => ({
              id,
              text: e(`subject.${id}`),
              hint: e(`subject.${id}.hint`),
            }))}
            onChange={setSubject}
          />
          <Choices
            label={e('format')}
            value={chosen}
            options={offered.map((id) => ({ id, text: e(`format.${id}`), hint: e(`format.${id}.hint`) }))}
            onChange={setFormat}
          />
          {chosen === 'pdf' && (
            <div className="export-paper">
              <Select label={e('paper')} value={paper} options={PAPERS} onChange={setPaper} />
            </div>
          )}
          <div className="export-filter">
            <p className="field-label">{e('filter')}</p>
            <NotLoaded of={[described]} />
            <ul>
              {(described.status === 'ready' ? described.value.filter : []).map((phrase) => (
                <li key={phrase}>{phrase}</li>
              ))}
            </ul>
            <p className="field-hint">{e('filter.hint')}</p>
          </div>
          {!scoresByPerson && <Notice kind="plain">{e('private')}</Notice>}
        </>
      )}
      <Live>
        <Said state={state} />
      </Live>
    </Dialog>
  )
}

function Actions({
  state,
  onGo,
  onStop,
  onClose,
}: {
  readonly state: ExportState
  readonly onGo: () => void
  readonly onStop: () => void
  readonly onClose: () => void
}) {
  const e = useExportText()
  if (state.at === 'running') {
    return (
      <Button onPress={onStop} isDisabled={state.stopping} autoFocus>
        {e(state.stopping ? 'stopping' : 'stop')}
      </Button>
    )
  }
  if (state.at === 'done') {
    return (
      <Button kind="primary" onPress={onClose} autoFocus>
        {e('close')}
      </Button>
    )
  }
  return (
    <>
      <Button onPress={onClose}>{e('cancel')}</Button>
      <Button kind="primary" onPress={onGo}>
        {e('go')}
      </Button>
    </>
  )
}

function Choices<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly id: T; readonly text: string; readonly hint: string }[]
  readonly onChange: (value: T) => void
}) {
  return (
    <RadioGroup className="choices" value={value} onChange={(id) => onChange(id as T)}>
      <Label className="field-label">{label}</Label>
      {options.map(({ id, text, hint }) => (
        <Radio key={id} value={id} className="choice">
          <span className="choice-mark" aria-hidden="true" />
          <span>
            <b>{text}</b> <span className="field-hint">{hint}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}

function Progress({ state }: { readonly state: Extract<ExportState, { at: 'running' }> }) {
  const e = useExportText()
  const { done, total } = state
  const words = total === 0 ? e('starting') : e('progress', { done, total })
  return (
    <ProgressBar
      className="export-progress"
      aria-label={e('progress.label')}
      isIndeterminate={total === 0}
      value={done}
      maxValue={total || 1}
      valueLabel={words}
    >
      {({ percentage }) => (
        <>
          <span className="dense">{words}</span>
          <span className="export-track">
            <i style={{ width: `${percentage ?? 0}%` }} />
          </span>
        </>
      )}
    </ProgressBar>
  )
}

function Said({ state }: { readonly state: ExportState }) {
  const errorText = useErrorText()
  const e = useExportText()
  if (state.at === 'failed') {
    const code = codeOf(state.error)
    if (code === 'cancelled')
      return <Notice kind="plain">{state.stopped ? e('stopped') : errorText('cancelled')}</Notice>
    return <Notice kind="attention">{errorText(code)}</Notice>
  }
  if (state.at !== 'done') return null
  const { file, rows, altered, unsealed, leftOut } = state.written
  return (
    <>
      <Notice kind="good">{e('done', { file, rows })}</Notice>
      {altered > 0 && <Notice kind="attention">{e('altered', { n: altered })}</Notice>}
      {unsealed > 0 && <Notice kind="plain">{e('unsealed', { n: unsealed })}</Notice>}
      {leftOut.altered > 0 && (
        <Notice kind="attention">{e('left-out.altered', { n: leftOut.altered })}</Notice>
      )}
      {leftOut.records > 0 && (
        <Notice kind="attention">{e('left-out', { n: leftOut.records, list: leftOut.of.join(', ') })}</Notice>
      )}
      {leftOut.courses.length > 0 && (
        <Notice kind="attention">
          {e('left-out.rounds', { n: leftOut.courses.length, list: leftOut.courses.join(', ') })}
        </Notice>
      )}
    </>
  )
}
