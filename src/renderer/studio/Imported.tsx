import { useEffect, useState } from 'react'
import type { StudioImportedFrom } from '../../bridge'
import { isDecision } from '../../domain/authoring/import/story'
import { loadTexts } from '../../texts/translate'
import { noteSayer } from '../../texts/import-words'
import { codeOf, unwrap } from '../api'
import { useErrorText, useLocale } from '../i18n'
import { Button, Dialog, Live, Notice, TextField } from '../ui'
import { useLoaded } from '../ui/use-loaded'
import { useStudioText } from './words'
import { NotLoaded } from '../lists/NotLoaded'

type From = NonNullable<StudioImportedFrom>

/** Groups notes by the passage that they are about, in the order in which they were found. */
function byPlace(notes: From['notes']): [string, From['notes']][] {
  const places = new Map<string, From['notes']>()
  for (const note of notes) places.set(note.place, [...(places.get(note.place) ?? []), note])
  return [...places]
}

interface ImportListProps {
  readonly from: From
  readonly onClose: () => void
  readonly onDone: () => void
}

function ImportList({ from, onClose, onDone }: ImportListProps) {
  const t = useStudioText()
  const locale = useLocale()
  const [load] = useState(() => () => loadTexts(locale, 'import'))
  const words = useLoaded(load)
  if (words.status === 'failed') return <NotLoaded of={[words]} />
  if (words.status !== 'ready') return null
  const say = noteSayer(words.value)
  const groups = [true, false].flatMap((lost) => {
    const notes = from.notes.filter((note) => isDecision(note) !== lost)
    return notes.length > 0 ? [{ lost, notes }] : []
  })
  return (
    <Dialog
      title={t('imported-from.title', { file: from.file })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onDone}>{t('imported-from.done')}</Button>
          <Button kind="primary" onPress={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <div
        className="studio-imported"
        role="region"
        aria-label={t('imported-from.title', { file: from.file })}
        tabIndex={0}
      >
        {groups.map(({ lost, notes }) => (
          <section key={String(lost)}>
            <h3>{words.value(lost ? 'group.lost' : 'group.decide')}</h3>
            <dl>
              {byPlace(notes).map(([place, own]) => (
                <div key={place}>
                  <dt>{place === '' ? t('imported-from.whole') : place}</dt>
                  {own.map((note) => (
                    <dd key={`${note.code} ${note.text} ${note.instead}`}>{say(note)}</dd>
                  ))}
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

/** Says what an import could not take over in this draft, until somebody dismisses it. */
export function ImportedNotice({ id }: { readonly id: string }) {
  const t = useStudioText()
  const [from, setFrom] = useState<From>()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    let open = true
    void unwrap(window.api.studio.importedFrom({ kind: 'scenario', id }))
      .then((found) => open && setFrom(found ?? undefined))
      // The draft can be used without the list.
      .catch(() => {})
    return () => {
      open = false
    }
  }, [id])
  if (!from) return null
  const done = () => {
    setFrom(undefined)
    void unwrap(window.api.studio.forgetImport({ kind: 'scenario', id })).catch(() => {})
  }
  const decide = from.notes.filter(isDecision).length
  return (
    <>
      <Notice actions={<Button onPress={() => setShown(true)}>{t('imported-from.show')}</Button>}>
        {t('imported-from', { file: from.file, lost: from.notes.length - decide, decide })}
      </Notice>
      {shown && <ImportList from={from} onClose={() => setShown(false)} onDone={done} />}
    </>
  )
}

interface LanguageDialogProps {
  readonly file: string
  readonly onClose: () => void
  readonly onChosen: (language: string) => Promise<void>
}

/** Asks for the language of a file that does not name it. */
export function LanguageDialog({ file, onClose, onChosen }: LanguageDialogProps) {
  const t = useStudioText()
  const errorText = useErrorText()
  const [language, setLanguage] = useState<string>(useLocale())
  const [problem, setProblem] = useState<string>()
  const isCode = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)
  const go = () => onChosen(language).catch((error: unknown) => setProblem(errorText(codeOf(error))))
  return (
    <Dialog
      title={t('import.language')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="primary" isDisabled={!isCode} onPress={() => void go()}>
            {t('import.language.go')}
          </Button>
        </>
      }
    >
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
      <p>{t('import.language.text', { file })}</p>
      <TextField
        label={t('import.language.label')}
        hint={t('import.language.hint')}
        value={language}
        onChange={setLanguage}
      />
    </Dialog>
  )
}
