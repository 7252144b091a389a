import { loadState } from '../api'
import { loadFirstTexts } from '../i18n/text'
import { applyState } from '../session/session'
import { localeFor } from '../../texts/translate'

/** Asks main for the state of the application, and loads the texts of the first screens. */
export async function begin(): Promise<void> {
  // Most people use the system's language, so its texts are loaded while main looks up the chosen one.
  void loadFirstTexts(localeFor(navigator.language))
  await applyState(await loadState())
}
