import { Button, Select } from '../../ui'
import { put, remove } from '../acts'
import { membersOf } from '../../../domain/scenario/members'
import { listOf, type Path } from '../outline'
import { useStudioText } from '../words'
import { useForm } from './context'
import { RemoveButton } from './Plain'
import { flagsOf } from './refs'
import { TypedNumber } from './TypedNumber'
import { useDraftText } from './use-draft-text'
import { useNames } from './use-names'

const KINDS = ['flag', 'not', 'all', 'any', 'atLeast', 'below'] as const
type Kind = (typeof KINDS)[number]

const kindOf = (value: unknown): Kind => KINDS.find((kind) => kind in membersOf(value)) ?? 'flag'

/**
 * Makes a condition of another kind. The present condition is kept if the new kind can contain it, or if it contains
 * one of the new kind.
 */
function fresh(kind: Kind, flags: readonly string[], before?: unknown): unknown {
  const was = membersOf(before)
  const within = 'not' in was ? was['not'] : (listOf(was['all'] ?? was['any'])[0] ?? before)
  const flag = { flag: flags[0] ?? '' }
  switch (kind) {
    case 'flag':
      return 'flag' in membersOf(within) ? within : flag
    case 'not':
      return { not: before ?? flag }
    case 'all':
    case 'any': {
      const parts = listOf(was['all'] ?? was['any'])
      return { [kind]: parts.length > 0 ? parts : [before ?? flag] }
    }
    case 'atLeast':
      return { counter: 'counter', atLeast: 1 }
    case 'below':
      return { counter: 'counter', below: 1 }
  }
}

/** Edits the conditions of a choice. */
export function Conditions({ path, value }: { readonly path: Path; readonly value: unknown }) {
  const t = useStudioText()
  const { label } = useNames('guard')
  const { document, edit, readOnly, root } = useForm()
  const flags = flagsOf(document)
  if (value === undefined) {
    if (readOnly) return null
    // A condition asks for a flag, and no choice sets one.
    if (flags.length === 0) return <p className="field-hint">{t('condition.no-flags')}</p>
    return (
      <Button
        kind="link"
        className="studio-add"
        onPress={() =>
          edit({ code: 'add', params: { field: label } }, (next) =>
            put(next, path, { type: 'when', params: fresh('flag', flags) }),
          )
        }
      >
        {t('condition.add')}
      </Button>
    )
  }
  return (
    <fieldset className="studio-part">
      <legend>{label}</legend>
      <Condition path={[...path, 'params']} value={membersOf(value)['params']} flags={flags} />
      {!readOnly && (
        <Button
          kind="link"
          onPress={() =>
            edit({ code: 'remove', params: { field: label } }, (next) => remove(next, path, root))
          }
        >
          {t('condition.none')}
        </Button>
      )}
    </fieldset>
  )
}

function Condition({
  path,
  value,
  flags,
}: {
  readonly path: Path
  readonly value: unknown
  readonly flags: readonly string[]
}) {
  const t = useStudioText()
  const { label } = useNames('guard')
  const { edit, readOnly } = useForm()
  const kind = kindOf(value)
  const members = membersOf(value)
  const set = (at: Path, next: unknown) =>
    edit({ code: 'text', params: { field: label } }, (document) => put(document, at, next))
  const options = (known: string) =>
    [...new Set([...flags, known])].map((id) => ({ id, text: id === '' ? t('form.choose') : id }))
  const parts = kind === 'all' || kind === 'any' ? listOf(members[kind]) : []
  if (readOnly) return <ReadCondition value={value} />
  return (
    <div className="studio-condition">
      <div className="row">
        <Select
          label={t('condition.kind')}
          compact
          value={kind}
          options={KINDS.map((id) => ({ id, text: t(`condition.${id}`) }))}
          onChange={(next) => set(path, fresh(next, flags, value))}
        />
        {kind === 'flag' && (
          <Select
            label={t('condition.flag')}
            compact
            value={String(members['flag'])}
            options={options(String(members['flag']))}
            onChange={(flag) => set([...path, 'flag'], flag)}
          />
        )}
        {(kind === 'atLeast' || kind === 'below') && (
          <>
            <CounterName
              name={String(members['counter'] ?? '')}
              onKeep={(counter) => set([...path, 'counter'], counter)}
            />
            <TypedNumber
              label={t(`condition.${kind}`)}
              hideLabel
              value={typeof members[kind] === 'number' ? members[kind] : undefined}
              fits={(number) => Number.isInteger(number) && number >= 0 && number <= 1000}
              onKeep={(number) => set([...path, kind], number)}
            />
          </>
        )}
      </div>
      {kind === 'not' && <Condition path={[...path, 'not']} value={members['not']} flags={flags} />}
      {parts.map((part, i) => (
        // Conditions have no key but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={i} role="group" aria-label={t('condition.named', { n: i + 1 })}>
          <Condition path={[...path, kind, i]} value={part} flags={flags} />
          {parts.length > 1 && (
            <RemoveButton path={[...path, kind, i]} label={t('condition.named', { n: i + 1 })} />
          )}
        </div>
      ))}
      {(kind === 'all' || kind === 'any') && (
        <Button
          kind="link"
          className="studio-add"
          onPress={() => set([...path, kind, parts.length], fresh('flag', flags))}
        >
          {t('condition.more')}
        </Button>
      )}
    </div>
  )
}

/** Shows conditions without fields, for a document that is read-only. */
function ReadCondition({ value }: { readonly value: unknown }) {
  const t = useStudioText()
  const kind = kindOf(value)
  const members = membersOf(value)
  const parts = kind === 'not' ? [members['not']] : listOf(members[kind])
  if (kind === 'flag') return <p>{`${t('condition.flag')}: ${String(members['flag'])}`}</p>
  if (kind === 'atLeast' || kind === 'below') {
    return <p>{`${String(members['counter'])}: ${t(`condition.${kind}`)} ${String(members[kind])}`}</p>
  }
  return (
    <div className="studio-condition">
      <p>{t(`condition.${kind}`)}</p>
      {parts.map((part, i) => (
        // Conditions have no key but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={i} className="studio-condition">
          <ReadCondition value={part} />
        </div>
      ))}
    </div>
  )
}

function CounterName({ name, onKeep }: { readonly name: string; readonly onKeep: (name: string) => void }) {
  const t = useStudioText()
  const { readOnly } = useForm()
  const draft = useDraftText(name, onKeep)
  return (
    <input
      className="field-input"
      readOnly={readOnly}
      aria-label={t('condition.counter')}
      value={draft.value}
      onChange={(event) => draft.onChange(event.target.value)}
      onBlur={draft.onBlur}
    />
  )
}
