import { loadState } from '../api'
import { loadFirstTexts } from '../i18n/text'
import { applyState } from '../session/session'
import { localeFor } from '../../texts/translate'

/** Asks main what the state of the application is, and reads what the first screens say. */
export async function begin(): Promise<void> {
  // The language of the system is that of most, and its texts come while main looks for the kept one.
  void loadFirstTexts(localeFor(navigator.language))
  await applyState(await loadState())
}
