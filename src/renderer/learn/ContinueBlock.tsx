import type { useAttempts } from './use-attempts'
import { useLocalized, useText } from '../i18n'
import { Button, ScreenTitle } from '../ui'
import { doneCount, type Offer } from './progress'

interface Props {
  readonly offer: Offer | undefined
  readonly anyCourse: boolean
  readonly attempts: ReturnType<typeof useAttempts>
}

/** The one thing to do now, with the screen's first heading. */
export function ContinueBlock({ offer, anyCourse, attempts }: Props) {
  const t = useText()
  const localized = useLocalized()
  if (!offer) {
    const key = anyCourse ? 'learn.all-done' : 'learn.none'
    return (
      <section className="next">
        <ScreenTitle title={t(key)} />
        <p className="muted">{t(`${key}.text`)}</p>
      </section>
    )
  }
  const { course, module, kind } = offer
  const title = localized(module.title)
  const start = () => attempts.start({ course: course.id, scenario: module.scenario, mode: 'assessed' })
  const label =
    kind === 'continue'
      ? 'learn.continue'
      : kind === 'new-round'
        ? 'learn.new-round'
        : doneCount(course) === 0 && course.round === 1
          ? 'learn.first'
          : 'learn.next'
  const { attempt } = module
  return (
    <section className="next" aria-labelledby="next-label">
      <p className="label" id="next-label">
        {t('learn.label', { label: t(label), course: localized(course.title) })}
      </p>
      <ScreenTitle title={t('learn.title')}>{title}</ScreenTitle>
      <p className="muted">
        {localized(module.summary)} {kind === 'continue' && t('learn.in-progress-note')}
      </p>
      <div className="row">
        {kind === 'continue' && attempt !== null ? (
          <>
            <Button kind="primary" big onPress={() => attempts.resume(attempt)}>
              {t(`learn.continue.${module.channel}`)}
            </Button>
            <Button onPress={() => attempts.restart(attempt)}>{t('learn.restart')}</Button>
          </>
        ) : (
          <Button kind="primary" big onPress={start}>
            {t(kind === 'new-round' ? 'learn.result.start-round' : `learn.start.${module.channel}`)}
          </Button>
        )}
        <span className="muted dense">
          {t('learn.about', { channel: t(`channel.${module.channel}`), minutes: module.minutes })}
        </span>
      </div>
    </section>
  )
}
