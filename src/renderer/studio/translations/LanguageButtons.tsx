import { useState } from 'react'
import { useStore } from 'zustand'
import { useLocale } from '../../i18n'
import { Button, Dialog, Select } from '../../ui'
import type { OpenDocument } from '../open-document'
import { languagesOf } from '../outline'
import { addLanguage, countIn, languageName, LANGUAGES, removeLanguage } from './languages'
import { useTranslationText } from './places'

interface LanguagesProps {
  readonly open: OpenDocument
  /** The language of the translation, which can be removed. */
  readonly to: string | undefined
  readonly onAdded: (language: string) => void
}

/** Adds a language to a document, or removes one. */
export function Languages({ open, to, onAdded }: LanguagesProps) {
  const t = useTranslationText()
  const locale = useLocale()
  const { kind } = open.opened
  const value = useStore(open.store, ({ draft }) => draft.value)
  const [asked, setAsked] = useState<'add' | 'remove'>()
  const has = languagesOf(value)
  const more = LANGUAGES.filter((language) => !has.includes(language))
  const [chosen, setChosen] = useState<string>()
  const next = chosen !== undefined && more.includes(chosen) ? chosen : more[0]!
  const close = () => setAsked(undefined)
  const named = (language: string) => ({ language: languageName(language, locale) })
  return (
    <>
      <Button onPress={() => setAsked('add')}>{t('language.add')}</Button>
      {to !== undefined && (
        <Button onPress={() => setAsked('remove')}>{t('language.remove', named(to))}</Button>
      )}
      {asked === 'add' && (
        <Dialog
          title={t('language.add')}
          onClose={close}
          actions={
            <>
              <Button onPress={close}>{t('cancel')}</Button>
              <Button
                kind="primary"
                onPress={() => {
                  open.edit({ code: 'add-language', params: named(next) }, (document) =>
                    addLanguage(document, next),
                  )
                  onAdded(next)
                  close()
                }}
              >
                {t('language.add.go', named(next))}
              </Button>
            </>
          }
        >
          <Select
            label={t('language.add.which')}
            value={next}
            options={more.map((language) => ({ id: language, text: languageName(language, locale) }))}
            onChange={setChosen}
          />
        </Dialog>
      )}
      {asked === 'remove' && to !== undefined && (
        <Dialog
          title={t('language.remove.title', named(to))}
          role="alertdialog"
          onClose={close}
          actions={
            <>
              <Button onPress={close}>{t('cancel')}</Button>
              <Button
                kind="primary"
                onPress={() => {
                  open.edit({ code: 'remove-language', params: named(to) }, (document) =>
                    removeLanguage(document, kind, to),
                  )
                  close()
                }}
              >
                {t('language.remove.go', named(to))}
              </Button>
            </>
          }
        >
          <p>{t('language.remove.text', { ...named(to), n: countIn(kind, value, to) })}</p>
        </Dialog>
      )}
    </>
  )
}
