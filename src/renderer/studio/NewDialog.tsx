import { useId, useState } from 'react'
import type { StudioLibrary } from '../../bridge'
import { DOCUMENT_KINDS, type DocumentKind } from '../../domain/authoring/document'
import { TO_WRITE } from '../../domain/scenario/unwritten'
import { TEMPLATES } from '../../domain/authoring/templates'
import { codeOf, unwrap } from '../api'
import { FACTS, LOCALES, useErrorText, useLocale } from '../i18n'
import { Button, Checkbox, Dialog, Live, Notice, Select, TextField } from '../ui'
import { idFor } from './acts'
import { TwinChoice } from './TwinChoice'
import { languageName, useStudioText } from './words'

/** The beginnings of a new scenario: a template, an empty scenario, or a twin. */
const BEGINNINGS = [...TEMPLATES, 'blank', 'twin'] as const
type Beginning = (typeof BEGINNINGS)[number]

interface NewDialogProps {
  readonly rows: StudioLibrary['documents']
  readonly kind: DocumentKind
  readonly onClose: () => void
  readonly onMade: (which: { readonly kind: DocumentKind; readonly id: string }) => void
}

/** Makes a new document: asks for its kind, its title and its languages. */
export function NewDialog({ rows, kind: first, onClose, onMade }: NewDialogProps) {
  const t = useStudioText()
  const errorText = useErrorText()
  const locale = useLocale()
  const [kind, setKind] = useState<DocumentKind>(first)
  const [template, setTemplate] = useState<Beginning>(TEMPLATES[0])
  /** The scenario to which the new one becomes the twin. */
  const [twin, setTwin] = useState('')
  const [title, setTitle] = useState('')
  const [languages, setLanguages] = useState<readonly string[]>([locale])
  const [problem, setProblem] = useState<string>()
  const [working, setWorking] = useState(false)
  const taken = new Set(rows.filter((row) => row.kind === kind).map(({ id }) => id))
  const isTwin = kind === 'scenario' && template === 'twin'
  const id = isTwin ? idFor(`${twin.slice(0, 24)}-twin`, taken, 'twin') : idFor(title, taken, kind)
  /** The language in which the title is typed. In the others it is still to be written. */
  const authored = languages.includes(locale) ? locale : languages[0]
  const others = languages.filter((language) => language !== authored)
  const form = useId()
  const complete = !working && (isTwin ? twin !== '' : title.trim() !== '' && languages.length > 0)
  const make = async () => {
    setWorking(true)
    try {
      if (isTwin) {
        onMade(await unwrap(window.api.studio.createTwin({ of: twin, as: id })))
        return
      }
      const titles = Object.fromEntries(
        languages.map((language) => [language, language === authored ? title.trim() : TO_WRITE]),
      )
      const from = kind === 'scenario' && template !== 'blank' ? template : null
      onMade(await unwrap(window.api.studio.create({ kind, id, title: titles, template: from })))
    } catch (error) {
      const code = codeOf(error)
      setProblem(code === 'scenario-invalid' ? t('new.twin.broken') : errorText(code))
      setWorking(false)
    }
  }
  return (
    <Dialog
      title={t('new.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" form={form} isDisabled={!complete}>
            {t('new.go')}
          </Button>
        </>
      }
    >
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
      <Select
        label={t('new.kind')}
        value={kind}
        options={DOCUMENT_KINDS.map((one) => ({ id: one, text: t(`kind.${one}.one`) }))}
        onChange={setKind}
      />
      <p className="field-hint">{t(`kind.${kind}.text`)}</p>
      {kind === 'scenario' && (
        <>
          <Select
            label={t('new.template')}
            value={template}
            options={BEGINNINGS.map((one) => ({ id: one, text: t(`template.${one}`) }))}
            onChange={setTemplate}
          />
          <p className="field-hint">{t(isTwin ? 'new.twin.text' : 'new.template.text')}</p>
        </>
      )}
      <form
        id={form}
        className="studio-new-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (complete) void make()
        }}
      >
        {isTwin ? (
          <TwinChoice rows={rows} value={twin} id={id} onChange={setTwin} />
        ) : (
          <TextField
            label={t('new.name')}
            hint={title.trim() === '' ? t('new.name.hint') : t('new.id', { id })}
            value={title}
            maxLength={200}
            onChange={setTitle}
            autoFocus
          />
        )}
      </form>
      {!isTwin && (
        <fieldset className="studio-part">
          <legend>{t('new.languages')}</legend>
          {LOCALES.map((language) => (
            <Checkbox
              key={language}
              checked={languages.includes(language)}
              onChange={(checked) =>
                setLanguages(checked ? [...languages, language] : languages.filter((one) => one !== language))
              }
            >
              {FACTS[language].name}
            </Checkbox>
          ))}
          {authored !== undefined && others.length > 0 && (
            <p className="field-hint">
              {t('new.name.others', {
                language: languageName(authored),
                others: others.map(languageName).join(', '),
              })}
            </p>
          )}
        </fieldset>
      )}
    </Dialog>
  )
}
