/** The page of a reviewer's pack. It is a single file that is opened without a network and without this program. */
import { createRoot } from 'react-dom/client'
import type { ReviewPack } from '../../domain/authoring/review/pack'
import { localeFor } from '../../texts/translate'
import { openComments } from './comments'
import { Page } from './Page'
import { loadTexts, LOCALES } from '../i18n'
import './fonts.css'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/widgets.css'
import '../ui/fields.css'
import './review.css'
import './play.css'
import './print.css'

const AREAS = ['review', 'player', 'debrief', 'studio-fields'] as const

function storage(): Storage | undefined {
  try {
    const kept = window.localStorage
    kept.setItem('hold-the-line-review', '1')
    return kept
  } catch {
    // Some browsers give a file no storage.
    return undefined
  }
}

const draw = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const root = document.getElementById('root')!
const first = localeFor(document.documentElement.lang)

async function begin(): Promise<void> {
  let pack: ReviewPack
  try {
    pack = JSON.parse(document.getElementById('pack')!.textContent) as ReviewPack
  } catch {
    root.textContent = (await loadTexts(first, 'review'))('broken')
    return
  }
  // The texts are already in the page, so this takes no time.
  await Promise.all(LOCALES.flatMap((locale) => AREAS.map((area) => loadTexts(locale, area))))
  const comments = openComments(pack.content, { storage: storage(), now: () => new Date(), draw })
  // The same page may be open in another tab.
  addEventListener('storage', comments.reload)
  createRoot(root).render(<Page pack={pack} comments={comments} first={first} />)
}

void begin()
