import { useMemo, useState } from 'react'
import type { DocumentKind } from '../../domain/authoring/document'
import { FACTS, LOCALES } from '../i18n'
import { Button, Checkbox, Dialog, Live, TextField } from '../ui'
import { put } from './acts'
import type { OpenDocument } from './open-document'
import { useNames } from './form/use-names'
import type { Path } from './outline'
import { findTexts, replaced, type FoundText } from './search-texts'
import { useSearchText, useStudioText } from './words'

/** At most this many places are listed at once; all of them are replaced. */
export const LISTED = 300

/** Finds words in all texts and replaces them. */
export default function SearchDialog({
  open,
  kind,
  document,
  readOnly,
  onGo,
  onClose,
}: {
  readonly open: OpenDocument
  readonly kind: DocumentKind
  readonly document: unknown
  readonly readOnly: boolean
  readonly onGo: (path: Path) => void
  readonly onClose: () => void
}) {
  const t = useSearchText()
  const studio = useStudioText()
  const [text, setText] = useState('')
  const [by, setBy] = useState('')
  const [words, setWords] = useState(false)
  const [letters, setLetters] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState<number>()
  const [shown, setShown] = useState(LISTED)
  const found = useMemo(
    () => findTexts(kind, document, { text, words, letters }),
    [kind, document, text, words, letters],
  )
  const changing = found.filter((one) => !left.has(one.key) && replaced(one, by) !== one.before)
  const asked =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setDone(undefined)
      setLeft(new Set())
      setShown(LISTED)
      set(value)
    }
  const replace = () => {
    open.edit({ code: 'replace-texts', params: { n: changing.length, text } }, (next) => {
      for (const one of changing) put(next, one.path, replaced(one, by))
    })
    setDone(changing.length)
  }
  return (
    <Dialog
      title={t('title')}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{studio('close')}</Button>
          {!readOnly && (
            <Button kind="primary" isDisabled={changing.length === 0} onPress={replace}>
              {t('replace', { n: changing.length })}
            </Button>
          )}
        </>
      }
    >
      <div className="studio-search">
        <TextField label={t('find')} value={text} onChange={asked(setText)} autoFocus />
        {!readOnly && <TextField label={t('by')} value={by} onChange={setBy} />}
        <Checkbox checked={words} onChange={asked(setWords)}>
          {t('words')}
        </Checkbox>
        <Checkbox checked={letters} onChange={asked(setLetters)}>
          {t('letters')}
        </Checkbox>
      </div>
      <Live>
        <p className="muted">
          {done === undefined
            ? text === ''
              ? t('how')
              : t('found', { n: found.length })
            : t('done', { n: done })}
        </p>
      </Live>
      <ul className="studio-found">
        {found.slice(0, shown).map((one) => (
          <Found
            key={one.key}
            one={one}
            by={readOnly ? undefined : by}
            ticked={!left.has(one.key)}
            onTick={(ticked) => {
              const next = new Set(left)
              if (ticked) next.delete(one.key)
              else next.add(one.key)
              setLeft(next)
            }}
            onGo={() => {
              onClose()
              onGo(one.path)
            }}
          />
        ))}
      </ul>
      {found.length > shown && (
        <div className="row">
          <Button onPress={() => setShown(shown + LISTED)}>
            {t('more', { n: Math.min(LISTED, found.length - shown) })}
          </Button>
          <span className="muted dense">
            {t(readOnly ? 'shown' : 'shown.replaced', { shown, n: found.length })}
          </span>
        </div>
      )}
    </Dialog>
  )
}

function Found({
  one,
  by,
  ticked,
  onTick,
  onGo,
}: {
  readonly one: FoundText
  /** The replacement; `undefined` where the document is only read. */
  readonly by: string | undefined
  readonly ticked: boolean
  readonly onTick: (ticked: boolean) => void
  readonly onGo: () => void
}) {
  const t = useSearchText()
  const { label } = useNames(one.name)
  const locale = LOCALES.find((known) => known === one.language)
  const language = locale ? FACTS[locale].name : one.language
  const place = language === undefined ? label : `${label}, ${language}`
  // Pieces have no key but their place.
  const marked = (tag: 'mark' | 'ins', word?: string) =>
    one.pieces.map((piece, i) => {
      const key = `${i}/${piece}`
      if (i % 2 === 0) return <span key={key}>{piece}</span>
      return tag === 'mark' ? <mark key={key}>{piece}</mark> : <ins key={key}>{word}</ins>
    })
  return (
    <li>
      <div className="row">
        {by === undefined ? (
          <span className="label">{place}</span>
        ) : (
          <Checkbox checked={ticked} onChange={onTick}>
            {place}
          </Checkbox>
        )}
        <span className="grow" />
        <Button kind="link" aria-label={t('go.what', { place, text: one.before })} onPress={onGo}>
          {t('go')}
        </Button>
      </div>
      <p lang={one.language}>{marked('mark')}</p>
      {by !== undefined && ticked && (
        <p lang={one.language} className="studio-found-after">
          {marked('ins', by)}
        </p>
      )}
    </li>
  )
}
