import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import type { PackedThread } from '../../domain/authoring/review/pack'
import type { Pin } from '../../domain/authoring/review/pin'
import { LONGEST_COMMENT } from '../../domain/authoring/review/review-format'
import { useLocale } from '../i18n'
import { dateAndTime } from '../i18n/dates'
import { Button } from '../ui'
import { keyOfPin, useReview, useWritten } from './context'
import { useReviewText } from './words'

/** A field for a comment. Escape leaves it; Ctrl and Enter stores the text. */
export function Composer({
  label,
  keep,
  first = '',
  onKeep,
  onLeave,
}: {
  readonly label: string
  readonly keep: string
  readonly first?: string
  readonly onKeep: (text: string) => void
  readonly onLeave: () => void
}) {
  const t = useReviewText()
  const id = useId()
  const [text, setText] = useState(first)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const empty = text.trim() === ''
  return (
    <form
      className="review-composer"
      onSubmit={(event) => {
        event.preventDefault()
        if (!empty) onKeep(text)
      }}
    >
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={field}
        className="field-input"
        rows={3}
        maxLength={LONGEST_COMMENT}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation()
            onLeave()
          }
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !empty) onKeep(text)
        }}
      />
      <div className="row">
        <Button kind="primary" type="submit" isDisabled={empty}>
          {keep}
        </Button>
        <Button onPress={onLeave}>{t('cancel')}</Button>
      </div>
    </form>
  )
}

function Own({ id, text, at }: { readonly id: string; readonly text: string; readonly at: string }) {
  const t = useReviewText()
  const locale = useLocale()
  const { comments } = useReview()
  const reviewer = useWritten((state) => state.reviewer.trim())
  const [editing, setEditing] = useState(false)
  if (editing) {
    return (
      <Composer
        label={t('comment.words')}
        keep={t('comment.change')}
        first={text}
        onKeep={(next) => {
          comments.change(id, next)
          setEditing(false)
        }}
        onLeave={() => setEditing(false)}
      />
    )
  }
  return (
    <div className="review-said">
      <p className="label">
        {reviewer || t('you')} · {dateAndTime(at, locale)}
      </p>
      <p className="review-words">{text}</p>
      <div className="row review-acts">
        <Button kind="link" onPress={() => setEditing(true)}>
          {t('comment.edit')}
        </Button>
        <Button kind="link" onPress={() => comments.remove(id)}>
          {t('comment.delete')}
        </Button>
      </div>
    </div>
  )
}

/** Shows an earlier comment with its answers, and a field for another answer. */
export function Earlier({ thread }: { readonly thread: PackedThread }) {
  const t = useReviewText()
  const locale = useLocale()
  const { comments } = useReview()
  const answers = useWritten((state) => state.answers)
  const [answering, setAnswering] = useState(false)
  const all = [{ id: thread.id, by: thread.by, at: thread.at, text: thread.text }, ...thread.answers]
  return (
    <li className="review-thread">
      {all.map(({ id, by, at, text }) => (
        <div key={id} className="review-said">
          <p className="label">
            {by} · {dateAndTime(at, locale)}
          </p>
          <p className="review-words">{text}</p>
        </div>
      ))}
      {answers
        .filter(({ to }) => to === thread.id)
        .map((answer) => (
          <Own key={answer.id} {...answer} />
        ))}
      {answering ? (
        <Composer
          label={t('comment.answer.words')}
          keep={t('comment.answer.keep')}
          onKeep={(text) => {
            comments.answer(thread.id, text)
            setAnswering(false)
          }}
          onLeave={() => setAnswering(false)}
        />
      ) : (
        <div className="row review-acts">
          <Button kind="link" onPress={() => setAnswering(true)}>
            {t('comment.answer')}
          </Button>
        </div>
      )}
    </li>
  )
}

/** Shows a part on which comments can be written, with its comments. */
export function Pinned({
  pin,
  what,
  className = '',
  children,
}: {
  readonly pin: Pin
  /** Names the part for people who hear the button and don't see the text beside it. */
  readonly what: string
  readonly className?: string
  readonly children?: ReactNode
}) {
  const t = useReviewText()
  const { comments, earlier } = useReview()
  const written = useWritten((state) => state.comments)
  const [writing, setWriting] = useState(false)
  const place = keyOfPin(pin)
  const mine = written.filter(({ on }) => keyOfPin(on) === place)
  const before = earlier.get(place) ?? []
  return (
    <div className={`review-pinned ${className}`} data-commented={mine.length + before.length > 0}>
      <div className="review-line">
        <div className="review-content">{children}</div>
        <Button
          kind="link"
          className="review-comment"
          aria-label={t('comment.on', { what })}
          onPress={() => setWriting(true)}
        >
          {t('comment')}
        </Button>
      </div>
      {(mine.length > 0 || before.length > 0) && (
        <ul className="review-threads">
          {before.map((thread) => (
            <Earlier key={thread.id} thread={thread} />
          ))}
          {mine.map((comment) => (
            <li key={comment.id} className="review-thread">
              <Own {...comment} />
            </li>
          ))}
        </ul>
      )}
      {writing && (
        <Composer
          label={t('comment.words')}
          keep={t('comment.keep')}
          onKeep={(text) => {
            comments.add(pin, text)
            setWriting(false)
          }}
          onLeave={() => setWriting(false)}
        />
      )}
    </div>
  )
}
