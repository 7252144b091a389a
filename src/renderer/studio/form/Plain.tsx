/** Fields of one value each. */
import { useId } from 'react'
import type { PartSchema } from '../../../domain/authoring/key-order'
import { Button, Checkbox, Select } from '../../ui'
import { move, put, remove } from '../acts'
import type { Path } from '../outline'
import { useStudioText, useWords } from '../words'
import { useForm } from './context'
import { isOptional } from './fresh'
import { choicesFor, flagsOf } from './refs'
import { TypedNumber } from './TypedNumber'
import { useDraftText } from './use-draft-text'
import { useNames } from './use-names'

export interface FieldProps {
  readonly schema: PartSchema
  readonly name: string
  readonly path: Path
  readonly value: unknown
}

export function RemoveButton({ path, label }: { readonly path: Path; readonly label: string }) {
  const t = useStudioText()
  const { edit, readOnly, root } = useForm()
  if (readOnly) return null
  return (
    <Button
      kind="link"
      className="studio-remove"
      onPress={() =>
        edit({ code: 'remove', params: { field: label } }, (document) => remove(document, path, root))
      }
    >
      <span aria-hidden="true">{t('form.remove')}</span>
      <span className="visually-hidden">{t('form.remove.what', { field: label })}</span>
    </Button>
  )
}

export function Wrong({ path }: { readonly path: Path }) {
  const { issueAt } = useForm()
  const wrong = issueAt(path)
  return wrong === undefined ? null : <span className="field-error">{wrong}</span>
}

export function Hint({ help, id }: { readonly help: string | undefined; readonly id?: string }) {
  if (help === undefined) return null
  return (
    <span id={id} className="field-hint">
      {help}
    </span>
  )
}

/** Adds one entry to a list if its present value is not on offer: that value, or a request to choose. */
const toBeChosen = (kept: string, offered: readonly string[], choose: string) =>
  offered.includes(kept) ? [] : [{ id: kept, text: kept === '' || kept === '…' ? choose : kept }]

export function EnumField({
  schema,
  name,
  path,
  value,
  values,
}: FieldProps & { readonly values: readonly string[] }) {
  const t = useStudioText()
  const { label, help, wordFor } = useNames(name)
  const { edit, readOnly } = useForm()
  if (readOnly) {
    return <ReadOnly label={label} value={value === undefined ? t('form.none') : wordFor(String(value))} />
  }
  const kept = typeof value === 'string' ? value : ''
  return (
    <div className="studio-field">
      <Select
        label={label}
        value={kept}
        options={[
          ...(isOptional(schema)
            ? [{ id: '', text: t('form.none') }]
            : toBeChosen(kept, values, t('form.choose'))),
          ...values.map((id) => ({ id, text: wordFor(id) })),
        ]}
        onChange={(chosen) =>
          edit({ code: 'text', params: { field: label } }, (document) =>
            put(document, path, chosen === '' ? undefined : chosen),
          )
        }
      />
      <Hint help={help} />
      <Wrong path={path} />
    </div>
  )
}

export function ReadOnly({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="studio-field">
      <span className="field-label">{label}</span>
      <span>{value}</span>
    </div>
  )
}

export function FlagField({ name, path, value, on }: FieldProps & { readonly on: unknown }) {
  const t = useStudioText()
  const { label, help } = useNames(name)
  const { edit, readOnly } = useForm()
  if (readOnly) return value === on ? <ReadOnly label={label} value={t('form.yes')} /> : null
  return (
    <Checkbox
      checked={value === on}
      {...(help === undefined ? {} : { hint: help })}
      onChange={(checked) =>
        edit({ code: 'text', params: { field: label } }, (document) =>
          put(document, path, checked ? on : undefined),
        )
      }
    >
      {label}
    </Checkbox>
  )
}

/** Authors write these values in another unit than the document has: shares in percent, milliseconds in seconds. */
const UNITS: Readonly<Record<string, number>> = {
  delay: 1 / 1000,
  pass: 100,
  hitRate: 100,
  falseAlarmRate: 100,
  reportShare: 100,
  alpha: 100,
  beta: 100,
}

/** Removes the errors of floating point: 0.07 is 7 %, not 7.000000000000001 %. */
const rounded = (number: number): number => Number(number.toPrecision(12))

export function NumberField({ schema, name, path, value }: FieldProps) {
  const { label, help } = useNames(name)
  const { edit, readOnly } = useForm()
  const unit = UNITS[name] ?? 1
  if (readOnly && value === undefined) return null
  return (
    <TypedNumber
      label={label}
      hint={help}
      value={typeof value === 'number' ? rounded(value * unit) : undefined}
      // The checks report violated bounds, with the place and the reason.
      fits={() => true}
      optional={isOptional(schema)}
      onKeep={(number) =>
        edit({ code: 'text', params: { field: label } }, (document) =>
          put(document, path, number === undefined ? undefined : rounded(number / unit)),
        )
      }
    >
      <Wrong path={path} />
    </TypedNumber>
  )
}

export function TextOrChoice({ schema, name, path, value }: FieldProps) {
  const t = useStudioText()
  const words = useWords()
  const { label, help } = useNames(name)
  const id = useId()
  const facts = useForm()
  const { edit, readOnly, document } = facts
  const choices = choicesFor(name, path, facts, words)
  const kept = typeof value === 'string' ? value : ''
  const set = (text: string) =>
    edit({ code: 'text', params: { field: label } }, (next) =>
      put(next, path, text === '' && isOptional(schema) ? undefined : text),
    )
  const draft = useDraftText(kept, set)
  if (choices && readOnly) {
    const shown = choices.find((choice) => choice.id === kept)?.text ?? kept
    if (shown !== '') return <ReadOnly label={label} value={shown} />
    return name === 'target' ? <ReadOnly label={label} value={t('form.stay')} /> : null
  }
  if (readOnly && value === undefined) return null
  if (choices) {
    const none = isOptional(schema)
      ? [{ id: '', text: name === 'target' ? t('form.stay') : t('form.none') }]
      : []
    const unknown =
      kept === '' && isOptional(schema)
        ? []
        : toBeChosen(
            kept,
            choices.map((choice) => choice.id),
            t('form.choose'),
          )
    return (
      <div className="studio-field">
        <Select label={label} value={kept} options={[...none, ...unknown, ...choices]} onChange={set} />
        <Hint help={help} />
        <Wrong path={path} />
      </div>
    )
  }
  const listed = name === 'flag' ? flagsOf(document) : undefined
  return (
    <div className="studio-field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field-input"
        readOnly={readOnly}
        aria-describedby={help === undefined ? undefined : `${id}help`}
        value={draft.value}
        {...(listed ? { list: `${id}list` } : {})}
        onChange={(event) => draft.onChange(event.target.value)}
        onBlur={draft.onBlur}
      />
      {listed && (
        <datalist id={`${id}list`}>
          {listed.map((flag) => (
            <option key={flag}>{flag}</option>
          ))}
        </datalist>
      )}
      <Hint help={help} id={`${id}help`} />
      <Wrong path={path} />
    </div>
  )
}

export function ItemButtons({
  path,
  label,
  first,
  last,
}: {
  readonly path: Path
  readonly label: string
  readonly first: boolean
  readonly last: boolean
}) {
  const t = useStudioText()
  const { edit, readOnly } = useForm()
  if (readOnly) return null
  const go = (by: number) =>
    edit({ code: 'move', params: { field: label } }, (document) => void move(document, path, by))
  return (
    <>
      <Button
        kind="link"
        isDisabled={first}
        aria-label={t('form.up.what', { field: label })}
        onPress={() => go(-1)}
      >
        ↑
      </Button>
      <Button
        kind="link"
        isDisabled={last}
        aria-label={t('form.down.what', { field: label })}
        onPress={() => go(1)}
      >
        ↓
      </Button>
      <RemoveButton path={path} label={label} />
    </>
  )
}
