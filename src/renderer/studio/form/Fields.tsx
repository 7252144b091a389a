/** Makes a form for any part of a document from its schema, so that everything in the format can be edited. */
import { useState, type ReactNode } from 'react'
import { likestPart, resolvePart } from '../../../domain/scenario/mend'
import type { PartSchema } from '../../../domain/authoring/key-order'
import type { Definition } from '../../../domain/scenario/schema-definition'
import { Button, Select } from '../../ui'
import { put } from '../acts'
import { membersOf } from '../../../domain/scenario/members'
import { type Path } from '../outline'
import { useStudioText } from '../words'
import { Conditions } from './Conditions'
import { useForm } from './context'
import { CueMarks } from './CueMarks'
import { isOnWay, keyOfPath } from './go-to'
import { freshOf, isLocalized, isOptional } from './fresh'
import { ListField, RecordField } from './Lists'
import { Localized } from './Localized'
import {
  EnumField,
  FlagField,
  Hint,
  NumberField,
  ReadOnly,
  RemoveButton,
  TextOrChoice,
  Wrong,
  type FieldProps,
} from './Plain'
import { Marking } from './marking'
import { MediaDrop } from './MediaDrop'
import { MediaFile } from './MediaFile'
import { useNames } from './use-names'

/** Texts of one line. */
const SHORT = new Set([
  'title',
  'label',
  'name',
  'subject',
  'place',
  'relation',
  'status',
  'identity',
  'value',
  'masked',
  'role',
])
/** Members that the program writes itself. */
const HIDDEN = new Set(['$schema', 'format', 'sha256', 'id'])
/** Members of the header that have a form of their own. */
const PARTS_ELSEWHERE = new Set(['machine', 'cast', 'cues', 'desk', 'variants'])

/** Members that are shown even if they are missing, because authors look for them first. */
const IN_SIGHT = new Set([
  'say',
  'stance',
  'target',
  'actions',
  'guard',
  'cues',
  'beats',
  'disposition',
  'debrief',
])

interface FieldsProps {
  readonly schema: PartSchema
  readonly path: Path
  readonly value: unknown
  /** The members to show; if missing, all but those with a form of their own. */
  readonly only?: readonly string[]
}

/** Shows the fields of an object, each with its label and a line of help. Rarely used fields wait behind a button. */
export function Fields({ schema, path, value, only }: FieldsProps) {
  const t = useStudioText()
  const { readOnly, goal } = useForm()
  const { labelOf } = useNames('')
  // Fields that somebody added stay in their place after something is written in them.
  const [asked, setAsked] = useState<readonly string[]>()
  const shape = schema && resolvePart(schema).definition.shape
  if (!shape) return null
  const members = membersOf(value)
  const isHeader = path.length === 0
  const names =
    only ?? Object.keys(shape).filter((name) => !HIDDEN.has(name) && !(isHeader && PARTS_ELSEWHERE.has(name)))
  const isSeldom = (name: string): boolean =>
    !isOnWay(goal, [...path, name]) &&
    !IN_SIGHT.has(name) &&
    members[name] === undefined &&
    shape[name] !== undefined &&
    isOptional(shape[name])
  // The header is meant to list everything, so nothing is hidden there. Only the parts within it can be too long.
  const seldom = asked ?? (isHeader ? [] : names.filter(isSeldom))
  const field = (name: string) => (
    <Field key={name} schema={shape[name]} name={name} path={[...path, name]} value={members[name]} />
  )
  const fields = (
    <>
      {names.filter((name) => !seldom.includes(name)).map(field)}
      {seldom.length > 0 && !readOnly && (
        <Button
          kind="link"
          className="studio-add"
          aria-expanded={asked !== undefined}
          onPress={() => setAsked(asked ? undefined : seldom)}
        >
          {asked ? t('form.less') : t('form.more', { fields: seldom.map(labelOf).join(' · ') })}
        </Button>
      )}
      {asked?.map(field)}
    </>
  )
  if (!shape['cues'] || !shape['from']) return fields
  return (
    <MediaDrop path={path}>
      <Marking>{fields}</Marking>
    </MediaDrop>
  )
}

/** Shows the field of a place. Its path as an attribute lets other parts find it. */
export function Field(props: FieldProps): ReactNode {
  return (
    <div className="studio-place" data-path={keyOfPath(props.path)}>
      <OneField {...props} />
    </div>
  )
}

function OneField(props: FieldProps): ReactNode {
  const { schema, name, path, value } = props
  // In the directory, `role` is a person's function; in a scenario it is the role of the trainee.
  const { label, help } = useNames(name === 'role' && isLocalized(schema) ? 'function' : name)
  if (!schema) return null
  if (name === 'guard') return <Conditions path={path} value={value} />
  if (isLocalized(schema)) {
    return <LocalizedOrNone {...props} label={label} help={help} optional={isOptional(schema)} />
  }
  const { definition } = resolvePart(schema)
  switch (definition.type) {
    case 'enum':
      return <EnumField {...props} values={Object.values(definition.entries!)} />
    case 'literal':
    case 'boolean':
      return <FlagField {...props} on={definition.type === 'literal' ? definition.values![0] : true} />
    case 'number':
      return <NumberField {...props} />
    case 'string':
      if (name === 'file' && path.at(-2) === 'media') return <MediaFile path={path} value={value} />
      return <TextOrChoice {...props} />
    case 'array':
      return name === 'cues' ? (
        <CueMarks {...props} />
      ) : (
        <ListField {...props} definition={definition} field={Field} />
      )
    case 'record':
      return <RecordField {...props} definition={definition} field={Field} />
    case 'union':
      return <UnionField {...props} definition={definition} />
    case 'object':
      return <Part {...props} path={path} value={value} label={label} help={help} />
    default:
      return null
  }
}

/** A button that adds a part which may be left out. */
function AddPart({
  schema,
  name,
  path,
  label,
}: Pick<FieldProps, 'schema' | 'name' | 'path'> & { readonly label: string }) {
  const t = useStudioText()
  const { edit, languages, readOnly } = useForm()
  if (readOnly) return null
  return (
    <Button
      kind="link"
      className="studio-add"
      onPress={() =>
        edit({ code: 'add', params: { field: label } }, (document) =>
          put(document, path, freshOf(schema, languages, name)),
        )
      }
    >
      {t('form.add', { field: label })}
    </Button>
  )
}

function LocalizedOrNone({
  schema,
  label,
  help,
  name,
  path,
  value,
  optional,
}: FieldProps & { readonly label: string; readonly help: string | undefined; readonly optional: boolean }) {
  if (value === undefined && optional) {
    return <AddPart schema={schema} name={name} path={path} label={label} />
  }
  return (
    <div className="studio-removable">
      <Localized label={label} help={help} path={path} value={value} short={SHORT.has(name)} />
      {optional && <RemoveButton path={path} label={label} />}
    </div>
  )
}

function Part({
  schema,
  name,
  path,
  value,
  label,
  help,
}: FieldProps & { readonly label: string; readonly help: string | undefined }) {
  if (value === undefined && isOptional(schema)) {
    return <AddPart schema={schema} name={name} path={path} label={label} />
  }
  return (
    <fieldset className="studio-part">
      <legend>{label}</legend>
      {isOptional(schema) && <RemoveButton path={path} label={label} />}
      <Hint help={help} />
      <Fields schema={schema} path={path} value={value} />
      <Wrong path={path} />
    </fieldset>
  )
}

/** Shows a value that can be written in several ways: the fields of its present way, and a choice of the others. */
function UnionField(props: FieldProps & { readonly definition: Definition }) {
  const { schema, name, path, value, definition } = props
  const t = useStudioText()
  const { label, help, wordFor } = useNames(name)
  const { edit, languages, readOnly } = useForm()
  const options = definition.options!
  const own = likestPart(definition, value) ?? options[0]!
  const localizedPart = options.find(isLocalized)
  if (localizedPart && options.length === 2) {
    const perLanguage = typeof value === 'object' && value !== null
    const other = options.find((option) => option !== localizedPart)!
    if (value === undefined && isOptional(schema)) {
      return <Field {...props} schema={other} name={name} path={path} value={value} />
    }
    return (
      <div className="studio-removable">
        <Field {...props} schema={perLanguage ? localizedPart : other} />
        {!readOnly && (
          <Button
            kind="link"
            className="studio-remove"
            onPress={() =>
              edit({ code: 'text', params: { field: label } }, (document) =>
                put(
                  document,
                  path,
                  perLanguage
                    ? (Object.values(membersOf(value))[0] ?? '…')
                    : Object.fromEntries(languages.map((language) => [language, value ?? '…'])),
                ),
              )
            }
          >
            {perLanguage ? t('form.same') : t('form.each')}
          </Button>
        )}
      </div>
    )
  }
  const kinds = options.map((option) => kindOf(option))
  if (kinds.every((kind) => kind !== undefined)) {
    const index = options.indexOf(own)
    const called = name === 'item' ? t('form.kind') : label
    return (
      <div className="studio-union">
        {readOnly ? (
          <ReadOnly label={called} value={wordFor(kinds[index]!)} />
        ) : (
          <Select
            label={called}
            value={kinds[index]!}
            options={kinds.map((id) => ({ id, text: wordFor(id) }))}
            onChange={(kind) =>
              edit({ code: 'text', params: { field: label } }, (document) =>
                put(document, path, freshOf(options[kinds.indexOf(kind)], languages)),
              )
            }
          />
        )}
        <Hint help={help} />
        <Inside schema={own} path={path} value={value} />
        <Wrong path={path} />
      </div>
    )
  }
  return <Field {...props} schema={own} />
}

/** Returns the literal that names a part of a union: an action's `type`, or a rule's `kind`. */
function kindOf(schema: PartSchema): string | undefined {
  const shape = schema && resolvePart(schema).definition.shape
  for (const name of ['type', 'kind']) {
    const part = shape?.[name]
    const { type, values } = part ? resolvePart(part).definition : { type: '', values: [] }
    if (type === 'literal' && typeof values?.[0] === 'string') return values[0]
  }
  return undefined
}

/** Shows the fields of a union's part, without the word that names it. An action has its fields in `params`. */
function Inside({ schema, path, value }: Omit<FieldProps, 'name'>) {
  const shape = schema ? resolvePart(schema).definition.shape : undefined
  if (!shape) return null
  const names = Object.keys(shape).filter((name) => name !== 'type' && name !== 'kind')
  if (names.length === 1 && names[0] === 'params') {
    return <Fields schema={shape['params']} path={[...path, 'params']} value={membersOf(value)['params']} />
  }
  return <Fields schema={schema} path={path} value={value} only={names} />
}
