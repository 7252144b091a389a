/** Edits the cues of a line. The words that carry a cue are marked by selecting them. */
import { Button, Select } from '../../ui'
import { put } from '../acts'
import { membersOf } from '../../../domain/scenario/members'
import { listOf, type Path } from '../outline'
import { useStudioText, useWords } from '../words'
import { useForm } from './context'
import { cut } from '../../../domain/scenario/cut'
import { freeId } from './fresh'
import { Localized } from './Localized'
import { Hint, ReadOnly, RemoveButton, Wrong, type FieldProps } from './Plain'
import { choicesFor } from './refs'
import { useMarking, type Selection } from './marking'
import { useNames } from './use-names'

/** Shortens words to the room on a button. */
const short = (words: string): string => cut(words, 32)

const NEW = '+'

export function CueMarks({ path, value }: FieldProps) {
  const t = useStudioText()
  const words = useWords()
  const { label } = useNames('cues')
  const facts = useForm()
  const { edit, languages, readOnly } = facts
  const selection = useMarking()?.selection
  const marks = listOf(value)
  const cues = choicesFor('cue', path, facts, words) ?? []
  if (readOnly && marks.length === 0) return null
  const cueOf = (mark: unknown): string => String(typeof mark === 'string' ? mark : membersOf(mark)['cue'])
  /** Takes the first cue that the line does not carry yet; a new one if it carries all. */
  const next = cues.map(({ id }) => id).find((id) => !marks.some((mark) => cueOf(mark) === id)) ?? NEW
  const addCue = (into: Record<string, unknown>): string => {
    const id = freeId(Object.keys(membersOf(into['cues'])), 'cue-1')
    const text = Object.fromEntries(languages.map((language) => [language, '…']))
    put(into, ['cues', id], { label: text, kind: 'warning', strength: 2 })
    return id
  }
  const mark = (markOf: (cue: string) => unknown) =>
    edit({ code: 'add', params: { field: label } }, (into) =>
      put(into, [...path, marks.length], markOf(next === NEW ? addCue(into) : next)),
    )
  return (
    <fieldset className="studio-part">
      <legend>{label}</legend>
      <Hint help={readOnly ? undefined : t('cue.mark.how')} />
      {marks.map((one, i) => {
        const cuePath: Path = typeof one === 'string' ? [...path, i] : [...path, i, 'cue']
        const known = cues.some(({ id }) => id === cueOf(one))
        const phrase = membersOf(one)['phrase']
        return (
          // Marks have no key but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={i} className="studio-item">
            {readOnly ? (
              <ReadOnly
                label={t('form.item', { n: i + 1, of: marks.length })}
                value={nameOf(cues, cueOf(one))}
              />
            ) : (
              <Select
                label={t('form.item', { n: i + 1, of: marks.length })}
                value={cueOf(one)}
                options={[
                  ...(known ? [] : [{ id: cueOf(one), text: cueOf(one) }]),
                  ...cues,
                  { id: NEW, text: t('cue.new') },
                ]}
                onChange={(chosen) =>
                  edit({ code: 'text', params: { field: label } }, (into) =>
                    put(into, cuePath, chosen === NEW ? addCue(into) : chosen),
                  )
                }
              />
            )}
            {phrase === undefined ? (
              <span className="muted dense">{t('cue.line')}</span>
            ) : (
              <Phrase path={[...path, i, 'phrase']} value={phrase} selection={selection} />
            )}
            <Wrong path={[...path, i]} />
            <div className="row">
              <RemoveButton path={[...path, i]} label={nameOf(cues, cueOf(one))} />
            </div>
          </div>
        )
      })}
      <Wrong path={path} />
      {!readOnly && (
        <div className="row">
          {selection !== undefined && selection.words.trim() !== '' && (
            <Button
              onPress={() =>
                mark((cue) => ({ cue, phrase: { [selection.language]: selection.words.trim() } }))
              }
            >
              {t('cue.mark', { words: short(selection.words.trim()) })}
            </Button>
          )}
          <Button onPress={() => mark((cue) => cue)}>{t('cue.whole')}</Button>
        </div>
      )}
    </fieldset>
  )
}

const nameOf = (cues: readonly { id: string; text: string }[], id: string): string =>
  cues.find((cue) => cue.id === id)?.text ?? id

/**
 * The words that carry a cue, letter for letter, in each language. The selected words of the text can be taken over.
 */
function Phrase({
  path,
  value,
  selection,
}: {
  readonly path: Path
  readonly value: unknown
  readonly selection: Selection | undefined
}) {
  const t = useStudioText()
  const { label, help } = useNames('phrase')
  const { edit, readOnly } = useForm()
  const chosen = selection?.words.trim() ?? ''
  return (
    <>
      <Localized label={label} help={help} path={path} value={value} short />
      {!readOnly && selection && chosen !== '' && membersOf(value)[selection.language] !== chosen && (
        <Button
          kind="link"
          className="studio-add"
          onPress={() =>
            edit({ code: 'text', params: { field: label } }, (into) =>
              put(into, [...path, selection.language], chosen),
            )
          }
        >
          {t('cue.take')}
        </Button>
      )}
    </>
  )
}
