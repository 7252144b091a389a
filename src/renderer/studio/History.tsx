import { useState } from 'react'
import { useStore } from 'zustand'
import { beginningOf } from '../../domain/authoring/journal'
import { useLocale } from '../i18n'
import { dateAndTime } from '../i18n/dates'
import { Button } from '../ui'
import type { OpenDocument } from './open-document'
import { useActWords } from './act-words'
import { useCompareText } from './compare/words'
import type { SideKey } from './compare/sides'
import { useStudioText } from './words'
import './history.css'

/** This many acts are shown at first; older ones when somebody asks for them. */
const SHOWN = 60

/** Lists every act on the document, the newest first. Any moment can be restored, which is an act itself. */
export function History({
  open,
  published,
  onCompare,
}: {
  readonly open: OpenDocument
  /** The number of the newest version, if there is one. */
  readonly published: number | undefined
  readonly onCompare: (side: SideKey) => void
}) {
  const t = useStudioText()
  const c = useCompareText()
  const locale = useLocale()
  const [shown, setShown] = useState(SHOWN)
  const n = useStore(open.store, (state) => state.draft.n)
  const all = open.acts()
  const words = useActWords(all)
  const acts = all.toReversed()
  const beginning = beginningOf(all)
  return (
    <div className="studio-pane-body">
      <p className="muted">{t('history.text')}</p>
      <div className="row">
        <Button onPress={() => onCompare(published === undefined ? 'moment:0' : `version:${published}`)}>
          {c('compare')}
        </Button>
        <Button onPress={() => onCompare('file')}>{c('compare.file')}</Button>
      </div>
      <ol className="studio-history" reversed>
        {acts.slice(0, shown).map((entry) => (
          <li key={entry.n}>
            <span>
              {words(entry)}
              <span className="muted dense">
                {' '}
                {dateAndTime(entry.at, locale)}
                {entry.by === undefined ? '' : ` · ${entry.by}`}
              </span>
            </span>
            {entry.n !== n && (
              <Button kind="link" onPress={() => onCompare(`moment:${entry.n}`)}>
                {c('compare.moment')}
              </Button>
            )}
            {entry.n !== n && !open.opened.readOnly && (
              <Button kind="link" onPress={() => open.restore(entry.n)}>
                {t('history.restore')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {n > beginning && !open.opened.readOnly && (
        <Button kind="link" onPress={() => open.restore(beginning)}>
          {t('history.beginning')}
        </Button>
      )}
      {acts.length > shown && (
        <Button onPress={() => setShown(shown + SHOWN)}>
          {t('history.more', { n: acts.length - shown })}
        </Button>
      )}
    </div>
  )
}
