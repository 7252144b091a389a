import type { CourseState } from '../../bridge'
import type { useAttempts } from './use-attempts'
import { useLocalized, useText } from '../i18n'
import { Button, ScreenTitle } from '../ui'
import { doneCount, type Offer } from './progress'
import { useRenewalText } from './renewal-text'

interface Props {
  readonly offer: Offer | undefined
  readonly courses: readonly CourseState[]
  readonly attempts: ReturnType<typeof useAttempts>
}

/** Shows the next thing to do, with the screen's first heading. */
export function ContinueBlock({ offer, courses, attempts }: Props) {
  const t = useText()
  const localized = useLocalized()
  const renewal = useRenewalText()
  if (!offer) {
    const waits = courses.some(({ nextRoundAt }) => nextRoundAt !== null)
    const key = courses.length === 0 ? 'learn.none' : waits ? 'learn.waiting' : 'learn.all-done'
    return (
      <section className="next">
        <ScreenTitle title={t(key)} />
        <p className="muted">{t(`${key}.text`)}</p>
      </section>
    )
  }
  const { course, kind } = offer
  const drawn = kind === 'draw'
  const first = doneCount(course) === 0 && course.round === 1
  const label =
    kind === 'continue'
      ? 'learn.continue'
      : kind === 'new-round'
        ? 'learn.new-round'
        : first
          ? 'learn.first'
          : 'learn.next'
  const begin = (scenario: string | null) => attempts.start({ course: course.id, scenario, mode: 'assessed' })
  return (
    <section className="next" aria-labelledby="next-label">
      <p className="label" id="next-label">
        {t('learn.label', { label: t(label), course: localized(course.title) })}
      </p>
      {drawn || kind === 'new-round' ? (
        <>
          <ScreenTitle title={t('learn.title')}>
            {drawn ? t('learn.draw.title') : localized(course.title)}
          </ScreenTitle>
          <p className="muted">
            {drawn
              ? t('learn.draw.text')
              : course.renewable
                ? renewal(course)
                : t(course.rule.kind === 'sequential' ? 'learn.result.next.drawn' : 'learn.result.next')}
          </p>
          <div className="row">
            <Button kind="primary" big onPress={() => begin(null)}>
              {t(drawn ? 'learn.draw.start' : 'learn.result.start-round')}
            </Button>
            {drawn && <span className="muted dense">{t('learn.contact', offer)}</span>}
          </div>
        </>
      ) : (
        <OneContact offer={offer} attempts={attempts} onStart={begin} />
      )}
    </section>
  )
}

/** Offers a known contact: the one to continue, or the next of a deck. */
function OneContact({
  offer: { module, kind },
  attempts,
  onStart,
}: {
  readonly offer: Extract<Offer, { kind: 'continue' | 'start' }>
  readonly attempts: Props['attempts']
  readonly onStart: (scenario: string) => void
}) {
  const t = useText()
  const localized = useLocalized()
  const { attempt } = module
  return (
    <>
      <ScreenTitle title={t('learn.title')}>{localized(module.title)}</ScreenTitle>
      <p className="muted">
        {localized(module.summary)} {kind === 'continue' && t('learn.in-progress-note')}
      </p>
      <div className="row">
        {kind === 'continue' && attempt !== null ? (
          <Button kind="primary" big onPress={() => attempts.resume(attempt)}>
            {t(`learn.continue.${module.channel}`)}
          </Button>
        ) : (
          <Button kind="primary" big onPress={() => onStart(module.scenario)}>
            {t(`learn.start.${module.channel}`)}
          </Button>
        )}
        <span className="muted dense">
          {t('learn.about', { channel: t(`channel.${module.channel}`), minutes: module.minutes })}
        </span>
      </div>
    </>
  )
}
