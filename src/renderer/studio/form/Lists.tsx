/** Edits lists of a document, and parts that have names. */
import { useRef, type ComponentType } from 'react'
import { resolvePart } from '../../../domain/scenario/mend'
import type { Definition } from '../../../domain/scenario/schema-definition'
import { Button, Checkbox, Select } from '../../ui'
import { put } from '../acts'
import { membersOf } from '../../../domain/scenario/members'
import { listOf } from '../outline'
import { useStudioText, useWords } from '../words'
import { useForm } from './context'
import { freeId, freshOf, isOptional } from './fresh'
import { Hint, ItemButtons, ReadOnly, RemoveButton, Wrong, type FieldProps } from './Plain'
import { flagsOf } from './refs'
import { singular } from './singular'
import { useNames } from './use-names'

interface ListProps extends FieldProps {
  readonly definition: Definition
  /** Shows one entry of the list. */
  readonly field: ComponentType<FieldProps>
}

/** Moves the focus to the entry that was added last, once it is there. */
function useFocusOnNew() {
  const list = useRef<HTMLFieldSetElement>(null)
  const focusNew = () =>
    requestAnimationFrame(() => {
      const items = list.current?.querySelectorAll(':scope > .studio-item')
      items?.[items.length - 1]
        ?.querySelector<HTMLElement>('input, textarea, .select-button, .studio-field button')
        ?.focus()
    })
  return { list, focusNew }
}

/** Edits a list: words are ticked, ids and texts are rows, and objects are small forms. */
export function ListField({ schema, name, path, value, definition, field: Field }: ListProps) {
  const t = useStudioText()
  const { label, help, adds } = useNames(name)
  const { document, edit, languages, readOnly } = useForm()
  const { list, focusNew } = useFocusOnNew()
  const element = definition.element!
  const inner = resolvePart(element).definition
  const items = listOf(value)
  if (readOnly && items.length === 0) return null
  const words = inner.type === 'enum' ? Object.values(inner.entries!) : undefined
  if (words) return <Ticks schema={schema} name={name} path={path} value={value} words={words} />
  if (name === 'critical') {
    const flags = [...new Set([...items.map(String), ...flagsOf(document)])].sort()
    return <Ticks schema={schema} name={name} path={path} value={value} words={flags} />
  }
  const fresh = (): unknown => {
    const item = freshOf(element, languages, name)
    const taken = items.map((one) => String(membersOf(one)['id']))
    const members = membersOf(item)
    return 'id' in members
      ? { ...members, id: freeId(taken, name.slice(0, 1) + String(items.length + 1)) }
      : item
  }
  return (
    <fieldset className="studio-part" ref={list}>
      <legend>{label}</legend>
      <Hint help={help} />
      {items.map((item, i) => (
        // Items of a list have no key but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={i} className="studio-item">
          <legend className="visually-hidden">
            {t('form.item.named', { field: label, n: i + 1, of: items.length })}
          </legend>
          <div className="row studio-item-bar">
            <span className="label" aria-hidden="true">
              {t('form.item', { n: i + 1, of: items.length })}
            </span>
            <span className="grow" />
            <ItemButtons
              path={[...path, i]}
              label={t('form.item.named', { field: label, n: i + 1, of: items.length })}
              first={i === 0}
              last={i === items.length - 1}
            />
          </div>
          <Field
            schema={element}
            name={inner.type === 'object' ? 'item' : singular(name)}
            path={[...path, i]}
            value={item}
          />
        </fieldset>
      ))}
      <Wrong path={path} />
      {!readOnly && (
        <Button
          onPress={() => {
            edit({ code: 'add', params: { field: label } }, (document) =>
              put(document, [...path, items.length], fresh()),
            )
            focusNew()
          }}
        >
          {adds ?? t('form.add', { field: label })}
        </Button>
      )}
    </fieldset>
  )
}

function Ticks({ schema, name, path, value, words }: FieldProps & { readonly words: readonly string[] }) {
  const { label, help, wordFor } = useNames(name)
  const { edit, readOnly } = useForm()
  const items = listOf(value)
  const t = useStudioText()
  const chosen = new Set(items.map(String))
  if (readOnly) {
    const said = words.filter((word) => chosen.has(word)).map(wordFor)
    return <ReadOnly label={label} value={said.length === 0 ? t('form.none') : said.join(', ')} />
  }
  return (
    <fieldset className="studio-part studio-ticks">
      <legend>{label}</legend>
      <Hint help={help} />
      <div className="studio-tick-list">
        {words.map((word) => (
          <Checkbox
            key={word}
            checked={chosen.has(word)}
            onChange={(checked) =>
              edit({ code: 'text', params: { field: label } }, (document) => {
                const next = checked ? [...items, word] : items.filter((one) => one !== word)
                put(document, path, next.length === 0 && isOptional(schema) ? undefined : next)
              })
            }
          >
            {wordFor(word)}
          </Checkbox>
        ))}
      </div>
      <Wrong path={path} />
    </fieldset>
  )
}

/** Edits parts that have names: the cast, cues, answers of tools. */
export function RecordField({ name, path, value, definition, field: Field }: ListProps) {
  const t = useStudioText()
  const words = useWords()
  const { label, help, adds, wordFor } = useNames(name)
  const { edit, languages, readOnly } = useForm()
  const { list, focusNew } = useFocusOnNew()
  const members = membersOf(value)
  if (readOnly && Object.keys(members).length === 0) return null
  const keys = definition.keyType && resolvePart(definition.keyType).definition
  const allowed =
    keys?.type === 'enum' ? Object.values(keys.entries!).filter((key) => !(key in members)) : undefined
  const add = (key: string) => {
    edit({ code: 'add', params: { field: label } }, (document) =>
      put(document, [...path, key], freshOf(definition.valueType, languages, name)),
    )
    focusNew()
  }
  /** Returns the name that authors know an entry by, because its id means nothing to them. */
  const called = (key: string, item: unknown): string => {
    if (allowed) return wordFor(key)
    const { name: own, label: said, title } = membersOf(item)
    return words(own ?? said ?? title) || key
  }
  return (
    <fieldset className="studio-part" ref={list}>
      <legend>{label}</legend>
      <Hint help={help} />
      {Object.entries(members).map(([key, item]) => (
        <fieldset key={key} className="studio-item">
          <legend className="visually-hidden">{called(key, item)}</legend>
          <div className="row studio-item-bar">
            <b className="studio-item-name">{called(key, item)}</b>
            {!allowed && <span className="mono dense muted">{key}</span>}
            <span className="grow" />
            <RemoveButton path={[...path, key]} label={called(key, item)} />
          </div>
          <Field schema={definition.valueType} name="item" path={[...path, key]} value={item} />
        </fieldset>
      ))}
      <Wrong path={path} />
      {!readOnly && allowed && allowed.length > 0 && (
        <Select
          label={t('form.add', { field: label })}
          value=""
          options={[{ id: '', text: t('form.choose') }, ...allowed.map((id) => ({ id, text: wordFor(id) }))]}
          onChange={(key) => key !== '' && add(key)}
        />
      )}
      {!readOnly && !allowed && (
        <Button
          onPress={() =>
            add(freeId(Object.keys(members), `${name.replace(/s$/, '')}-${Object.keys(members).length + 1}`))
          }
        >
          {adds ?? t('form.add', { field: label })}
        </Button>
      )}
    </fieldset>
  )
}
