import { useState } from 'react'
import { wordsIn } from '../../../domain/authoring/review/pin'
import { LONGEST_COMMENT } from '../../../domain/authoring/review/review-format'
import { useLocale } from '../../i18n'
import { dateAndTime } from '../../i18n/dates'
import { Button } from '../../ui'
import type { Path } from '../outline'
import { Composer } from './Composer'
import { useReviewText } from '../words'
import type { PlacedThread } from './use-comments'

interface ThreadProps extends PlacedThread {
  readonly language: string
  readonly onGo: (path: Path) => void
  readonly onAct: (act: Parameters<typeof window.api.studio.comment>[0]['act']) => Promise<void>
}

/** Shows a comment with its place and its answers, and whether it is settled. */
export function Thread({ thread, stand, language, onGo, onAct }: ThreadProps) {
  const t = useReviewText()
  const locale = useLocale()
  const [answering, setAnswering] = useState(false)
  const { on, closed } = thread
  const kind = on.kind === 'text' ? undefined : t(`on.${on.kind}`)
  const now = stand.place === 'gone' ? '' : wordsIn(stand.at.words, on.language || language)
  const told = stand.place === 'changed' || stand.place === 'moved' ? t(`place.${stand.place}`) : undefined
  return (
    <li data-closed={closed !== null}>
      <p className="studio-comment-place">
        {kind !== undefined && <span className="label">{kind}</span>}
        {now !== '' && <q lang={on.language || undefined}>{now}</q>}
      </p>
      {told !== undefined && <p className="amber-text dense">{told}</p>}
      {(stand.place === 'gone' || stand.place === 'changed') && on.words !== '' && (
        <p className="studio-comment-place">
          <span className="label">{t('said-of')}</span> <q lang={on.language || undefined}>{on.words}</q>
        </p>
      )}
      {[thread, ...thread.answers].map(({ id, by, at, text }, i) => (
        <div key={id} className="studio-comment-said">
          <p className="label">
            {by}
            {i === 0 && thread.reviewer && ` (${t('reviewer')})`} · {dateAndTime(at, locale)}
          </p>
          <p>{text}</p>
        </div>
      ))}
      {closed && (
        <p className="muted dense">{t('closed', { by: closed.by, at: dateAndTime(closed.at, locale) })}</p>
      )}
      {answering ? (
        <Composer
          label={t('answer.words')}
          keep={t('answer.go')}
          cancel={t('cancel')}
          longest={LONGEST_COMMENT}
          autoFocus
          onKeep={async (text) => {
            await onAct({ kind: 'answer', to: thread.id, text })
            setAnswering(false)
          }}
          onLeave={() => setAnswering(false)}
        />
      ) : (
        <div className="row">
          {stand.place !== 'gone' && (
            <Button kind="link" onPress={() => onGo(stand.at.path)}>
              {t('go')}
            </Button>
          )}
          <Button kind="link" onPress={() => setAnswering(true)}>
            {t('answer')}
          </Button>
          <Button
            kind="link"
            onPress={() => void onAct({ kind: closed ? 'reopen' : 'close', to: thread.id })}
          >
            {t(closed ? 'reopen' : 'close')}
          </Button>
        </div>
      )}
    </li>
  )
}
