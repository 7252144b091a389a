import { useSession } from '../session/session'
import { useAttempts } from './use-attempts'
import { useLoaded } from '../ui/use-loaded'
import { loadCourses } from '../api'
import { GlossaryButton } from '../glossary/Glossary'
import { useText } from '../i18n'
import { Live, Notice, ScreenTitle } from '../ui'
import { ContinueBlock } from './ContinueBlock'
import { Course } from './Course'
import { Earlier } from './Earlier'
import { Certificates, Refreshers } from './Kept'
import { offerOf } from './progress'
import { NotLoaded } from '../lists/NotLoaded'
import './learn.css'

export function Learn() {
  const t = useText()
  const attempts = useAttempts()
  const earlier = useSession((session) => session.earlier)
  const courses = useLoaded(loadCourses)

  if (courses.status === 'waiting') return <p className="waiting">{t('app.loading')}</p>
  if (courses.status === 'failed') {
    return (
      <main className="page learn">
        <ScreenTitle title={t('learn.title')} />
        <NotLoaded of={[courses]} />
      </main>
    )
  }
  const all = courses.value
  const offer = offerOf(all)
  return (
    <main className="page learn">
      <ContinueBlock offer={offer} courses={all} attempts={attempts} />
      {earlier?.closed && <Earlier earlier={earlier} onOpened={courses.reload} />}
      <Live urgent>
        {attempts.problem !== undefined && <Notice kind="attention">{attempts.problem}</Notice>}
      </Live>
      {all.map((course, index) => (
        <Course
          key={course.id}
          course={course}
          before={all.slice(0, index)}
          offered={offer?.course.id === course.id}
          attempts={attempts}
        />
      ))}
      {all.length > 0 && (
        <div className="kept">
          <Refreshers courses={all} attempts={attempts} />
          <Certificates courses={all} />
        </div>
      )}
      <p className="learn-glossary">
        <GlossaryButton />
      </p>
      {attempts.question}
    </main>
  )
}
