import { useEffect, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useStore } from 'zustand'
import type { PackedThread, ReviewPack } from '../../domain/authoring/review/pack'
import { reviewFileName } from '../../domain/authoring/review/review-format'
import { FACTS, LOCALES, type Locale } from '../../texts/generated'
import { localeFor } from '../../texts/translate'
import { regionOf } from '../i18n'
import { LocaleContext } from '../i18n/text'
import { Button, Live, Notice, TextField } from '../ui'
import { isUnsaved, type Comments } from './comments'
import { keyOfPin, ReviewContext, useReview, type Review } from './context'
import { PlayView } from './PlayView'
import { ScriptView } from './ScriptView'
import { useReviewText } from './words'

interface PageProps {
  readonly pack: ReviewPack
  readonly comments: Comments
  readonly first: Locale
}

const isDark = () => matchMedia('(prefers-color-scheme: dark)').matches

/** Returns the name that a language has for itself. */
function nameOf(language: string): string {
  const known = LOCALES.find((locale) => locale === language)
  if (known) return FACTS[known].name
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}

export function Page({ pack, comments, first }: PageProps) {
  const written = Object.keys(pack.scenario.title)
  const [language, setLanguage] = useState(
    written.includes(pack.locale) ? pack.locale : (written[0] ?? first),
  )
  const locale = localeFor(language)
  const [dark, setDark] = useState(isDark)
  const earlier = useMemo(() => {
    const places = new Map<string, PackedThread[]>()
    for (const thread of pack.threads) {
      const key = thread.stands ? keyOfPin(thread.stands) : ''
      places.set(key, [...(places.get(key) ?? []), thread])
    }
    return places
  }, [pack])
  const review = useMemo(
    (): Review => ({ pack, comments, language, earlier }),
    [pack, comments, language, earlier],
  )
  useEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
  }, [dark])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isUnsaved(comments.store.getState())) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [comments])
  return (
    <LocaleContext value={locale}>
      <I18nProvider locale={regionOf(locale)}>
        <ReviewContext value={review}>
          <Frame
            languages={written}
            language={language}
            dark={dark}
            onLanguage={setLanguage}
            onDark={setDark}
          />
        </ReviewContext>
      </I18nProvider>
    </LocaleContext>
  )
}

function Frame({
  languages,
  language,
  dark,
  onLanguage,
  onDark,
}: {
  readonly languages: readonly string[]
  readonly language: string
  readonly dark: boolean
  readonly onLanguage: (language: string) => void
  readonly onDark: (dark: boolean) => void
}) {
  const t = useReviewText()
  const [tab, setTab] = useState<'script' | 'play'>('script')
  const more = LOCALES.filter((locale) => !languages.includes(locale))
  return (
    <>
      <header className="review-bar">
        <div className="review-tabs" role="group">
          {(['script', 'play'] as const).map((name) => (
            <Button key={name} aria-pressed={tab === name} onPress={() => setTab(name)}>
              {t(`tab.${name}`)}
            </Button>
          ))}
        </div>
        <label className="review-language">
          <span className="visually-hidden">{t('language')}</span>
          <select value={language} onChange={(event) => onLanguage(event.target.value)}>
            {languages.map((one) => (
              <option key={one} value={one}>
                {nameOf(one)}
              </option>
            ))}
            {more.map((one) => (
              <option key={one} value={one}>
                {t('language.interface', { name: nameOf(one) })}
              </option>
            ))}
          </select>
        </label>
        <Button onPress={() => onDark(!dark)}>{t(dark ? 'theme.light' : 'theme.dark')}</Button>
        {tab === 'script' && <Button onPress={() => print()}>{t('print')}</Button>}
        <span className="grow" />
        <Saving />
      </header>
      {tab === 'script' ? <ScriptView /> : <PlayView onLeave={() => setTab('script')} />}
    </>
  )
}

/** Asks for the reviewer's name, shows the number of comments and saves the file that goes back. */
function Saving() {
  const t = useReviewText()
  const { comments } = useReview()
  const state = useStore(comments.store)
  const [said, setSaid] = useState<{ readonly kind: 'good' | 'attention'; readonly text: string }>()
  const n = state.comments.length + state.answers.length
  const save = () => {
    if (state.reviewer.trim() === '') {
      setSaid({ kind: 'attention', text: t('name.missing') })
      document.querySelector<HTMLInputElement>('.review-name input')?.focus()
      return
    }
    const file = comments.file()
    const name = reviewFileName(file.scenario.id, file.reviewer)
    const link = document.createElement('a')
    const address = URL.createObjectURL(
      new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' }),
    )
    link.href = address
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    setSaid({ kind: 'good', text: t('saved', { file: name }) })
  }
  return (
    <>
      <div className="review-name">
        <TextField
          label={t('name')}
          hideLabel
          placeholder={t('name')}
          value={state.reviewer}
          maxLength={120}
          onChange={comments.rename}
        />
      </div>
      <Button kind="primary" isDisabled={n === 0} onPress={save}>
        {n === 0 ? t('save') : t('save.n', { n })}
      </Button>
      <div className="review-state">
        <Live>
          {said ? (
            <Notice kind={said.kind}>{said.text}</Notice>
          ) : n > 0 && isUnsaved(state) ? (
            <span className="muted dense">
              {t('unsaved')} · {t(state.kept ? 'kept' : 'not-kept')}
            </span>
          ) : !state.kept ? (
            <span className="muted dense">{t('not-kept')}</span>
          ) : null}
        </Live>
      </div>
    </>
  )
}
