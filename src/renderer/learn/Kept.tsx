import { useState } from 'react'
import type { CourseState } from '../../bridge'
import { useNavigation } from '../session/navigation'
import type { useAttempts } from './use-attempts'
import { useLocale, useLocalized, useText } from '../i18n'
import { daysUntil, longWrittenDay } from '../i18n/dates'
import { Button } from '../ui'
import { refresherDue } from './progress'

export function Refreshers({
  courses,
  attempts,
}: {
  readonly courses: readonly CourseState[]
  readonly attempts: ReturnType<typeof useAttempts>
}) {
  const t = useText()
  const localized = useLocalized()
  const [now] = useState(() => new Date())
  const due = courses.flatMap((course) => {
    const refresher = refresherDue(course.refreshers, now)
    return refresher ? [{ course, index: refresher.index, days: daysUntil(refresher.at, now) }] : []
  })
  if (due.length === 0) return null
  const when = (days: number) => {
    if (days === 0) return t('learn.due.today')
    return days > 0 ? t('learn.due.in', { days }) : t('learn.due.since', { days: -days })
  }
  return (
    <section>
      <h2>{t('learn.fresh')}</h2>
      <p className="muted">{t('learn.fresh.text')}</p>
      <ul className="items">
        {due.map(({ course, index, days }) => {
          // Each refresher repeats another contact of the course.
          const module = course.modules[index % course.modules.length]
          const title = localized(course.title)
          return (
            <li key={course.id}>
              <b>{title}</b>
              <span className={days <= 0 ? 'dense due' : 'muted dense'}>{when(days)}</span>
              {days <= 0 && module && (
                <Button
                  aria-label={t('learn.practise.what', { title })}
                  onPress={() =>
                    attempts.start({ course: course.id, scenario: module.scenario, mode: 'practice' })
                  }
                >
                  {t('learn.practise')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

export function Certificates({ courses }: { readonly courses: readonly CourseState[] }) {
  const t = useText()
  const locale = useLocale()
  const localized = useLocalized()
  const { go } = useNavigation()
  const certificates = courses.flatMap(({ certificate }) => certificate ?? [])
  return (
    <section>
      <h2>{t('learn.certificates')}</h2>
      {certificates.length === 0 && <p className="muted">{t('learn.certificates.none')}</p>}
      <ul className="items">
        {certificates.map(({ id, courseTitle, validUntil, validUntilOn }) => {
          const title = localized(courseTitle)
          const expired = new Date(validUntil) < new Date()
          return (
            <li key={id}>
              <b>{title}</b>
              <span className={expired ? 'dense due' : 'muted dense'}>
                {t(expired ? 'learn.certificate.expired' : 'learn.certificate.valid', {
                  date: longWrittenDay(validUntilOn, locale),
                })}
              </span>
              <Button
                aria-label={t('learn.certificate.open-what', { title })}
                onPress={() => go({ name: 'certificate', id, from: { name: 'learn' } })}
              >
                {t('learn.certificate.open')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
