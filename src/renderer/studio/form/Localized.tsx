import { useId } from 'react'
import { isUnwritten, TO_WRITE } from '../../../domain/scenario/unwritten'
import { membersOf } from '../../../domain/scenario/members'
import { type Path } from '../outline'
import { put } from '../acts'
import { languageName } from '../words'
import { useForm } from './context'
import { keyOfPath } from './go-to'
import { useMarking } from './marking'
import { useDraftText } from './use-draft-text'

interface WordsProps {
  readonly id: string
  readonly label: string
  readonly language: string
  readonly value: string
  readonly long: boolean
  readonly describedBy: string | undefined
  readonly invalid: boolean
  readonly onKeep: (text: string) => void
  /** Called with the words that are selected in the text, or with an empty text. */
  readonly onSelect: ((words: string) => void) | undefined
}

function Words({ id, label, language, value, long, describedBy, invalid, onKeep, onSelect }: WordsProps) {
  const { readOnly } = useForm()
  const draft = useDraftText(value, onKeep)
  const rest = {
    id,
    className: 'field-input',
    lang: language,
    readOnly,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    // A text that is still to be written is typed from its beginning, so its note is shown as a placeholder.
    placeholder: isUnwritten(value) ? value.trim() : TO_WRITE,
    value: isUnwritten(draft.value) && draft.value === value ? '' : draft.value,
    onBlur: draft.onBlur,
    ...(onSelect && {
      onSelect: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
        onSelect(
          currentTarget.value.slice(currentTarget.selectionStart ?? 0, currentTarget.selectionEnd ?? 0),
        ),
    }),
  }
  return long ? (
    <textarea
      {...rest}
      rows={Math.min(10, Math.max(2, Math.ceil(draft.value.length / 20)))}
      onChange={(event) => draft.onChange(event.target.value)}
    />
  ) : (
    <input {...rest} onChange={(event) => draft.onChange(event.target.value)} />
  )
}

interface LocalizedProps {
  readonly label: string
  readonly help: string | undefined
  readonly path: Path
  readonly value: unknown
  /** True for a title or a label, which has one line. */
  readonly short: boolean
}

/** Shows a text in each language of the document, side by side. */
export function Localized({ label, help, path, value, short }: LocalizedProps) {
  const { languages, edit, issueAt } = useForm()
  const id = useId()
  const marking = useMarking()
  const texts = membersOf(value)
  const all = [...new Set([...languages, ...Object.keys(texts)])]
  const whole = issueAt(path)
  const inLanguage = new Map(all.map((language) => [language, issueAt([...path, language])]))
  const wrong = [whole, ...inLanguage.values()].filter((one) => one !== undefined)
  return (
    <div className="studio-field" role="group" aria-labelledby={`${id}label`}>
      <span id={`${id}label`} className="field-label">
        {label}
      </span>
      {help !== undefined && (
        <span id={`${id}help`} className="field-hint">
          {help}
        </span>
      )}
      <div className="studio-languages" data-short={short || undefined}>
        {all.map((language) => (
          <div key={language} className="studio-language" data-path={keyOfPath([...path, language])}>
            <span className="label" aria-hidden="true">
              {languageName(language)}
            </span>
            <Words
              id={`${id}${language}`}
              label={`${label}, ${languageName(language)}`}
              language={language}
              value={typeof texts[language] === 'string' ? texts[language] : ''}
              long={!short}
              describedBy={
                [help !== undefined && `${id}help`, wrong.length > 0 && `${id}wrong`]
                  .filter((part) => part !== false)
                  .join(' ') || undefined
              }
              invalid={whole !== undefined || inLanguage.get(language) !== undefined}
              onSelect={
                marking && path.at(-1) === 'text' ? (words) => marking.select({ language, words }) : undefined
              }
              onKeep={(text) =>
                edit({ code: 'text', params: { field: label } }, (document) =>
                  put(document, [...path, language], text),
                )
              }
            />
          </div>
        ))}
      </div>
      {wrong.length > 0 && (
        <span id={`${id}wrong`} className="field-error">
          {wrong.map((one) => (
            <span key={one} className="field-error-line">
              {one}
            </span>
          ))}
        </span>
      )}
    </div>
  )
}
