import { codeOf, unwrap } from '../api'
import { FACTS, LOCALES, useText, type Locale, useErrorText } from '../i18n'
import { Select } from '../ui'
import { applyState, useSession } from '../session/session'

/** Lists each language under its own name, so that people find theirs whatever language is shown. */
export function LanguageSelect({
  onProblem,
  compact = false,
}: {
  readonly onProblem: (sentence: string | undefined) => void
  readonly compact?: boolean
}) {
  const t = useText()
  const errorText = useErrorText()
  const chosen = useSession((session) => session.locale)
  const change = async (locale: Locale) => {
    if (locale === chosen) return
    try {
      await applyState(await unwrap(window.api.app.preferences({ locale })))
      onProblem(undefined)
    } catch (error) {
      onProblem(errorText(codeOf(error)))
    }
  }
  return (
    <Select
      label={t('language.label')}
      compact={compact}
      value={chosen}
      options={LOCALES.map((id) => ({ id, text: FACTS[id].name }))}
      onChange={(locale) => void change(locale)}
    />
  )
}
