import type { CourseState, ModuleState } from '../../bridge'
import type { useAttempts } from './use-attempts'
import { regionOf, useLocale, useLocalized, useText } from '../i18n'
import { bar, dateAndTime, dayAndMonth } from '../i18n/dates'
import { Button } from '../ui'
import { doneCount, minutesLeft, nextDrawn, nextOpen, outcomeText, sharedWith, stopsInRow } from './progress'
import { useRenewalText, useStaysText } from './renewal-text'

type Attempts = ReturnType<typeof useAttempts>

interface Props {
  readonly course: CourseState
  /** The courses that are shown above this one. */
  readonly before: readonly CourseState[]
  /** True if the Continue block offers what comes next in it. */
  readonly offered: boolean
  readonly attempts: Attempts
}

export function Course({ course, before, offered, attempts }: Props) {
  const t = useText()
  const localized = useLocalized()
  const locale = useLocale()
  const title = localized(course.title)
  const { complete } = course.result
  const draws = course.rule.kind === 'sequential'
  const facts = [
    useProgressText(course),
    ...(complete || draws ? [] : [t('learn.minutes-left', { minutes: minutesLeft(course) })]),
    ...(course.round > 1 ? [t('learn.round', { round: course.round })] : []),
  ]
  const rule = useRuleText(course)
  const shared = sharedWith(course, draws ? [] : before)
  const heading = `course-${course.id}`
  return (
    <section className="course" aria-labelledby={heading}>
      <div className="row course-head">
        <h2 id={heading}>{title}</h2>
        <span className="muted">{facts.join(' · ')}</span>
        {course.dueAt !== null && !course.result.passed && <Due at={course.dueAt} />}
        <span className="grow" />
        {!offered && <Begin course={course} title={title} attempts={attempts} />}
      </div>
      <p className="course-summary">{localized(course.summary)}</p>
      <p className="muted dense course-rule">{rule}</p>
      {shared.count > 0 && (
        <p className="muted dense">
          {t('learn.shared', {
            count: shared.count,
            courses: new Intl.ListFormat(regionOf(locale), { type: 'conjunction' }).format(
              shared.courses.map((other) => t('learn.shared.course', { title: localized(other.title) })),
            ),
          })}
        </p>
      )}
      <ol
        className="path"
        style={
          {
            '--stops': stopsInRow(course.modules.length, 5),
            '--stops-wide': stopsInRow(course.modules.length, 6),
          } as React.CSSProperties
        }
      >
        {course.modules.map((module) => (
          <Module key={module.scenario} course={course.id} module={module} attempts={attempts} />
        ))}
      </ol>
      {complete && <Result course={course} attempts={attempts} offered={offered} />}
      {course.practice.length > 0 && <Practice course={course} attempts={attempts} />}
    </section>
  )
}

/** Says how far a round is: of a deck how much is done, of a drawn round which contact it is, or how many it had. */
function useProgressText(course: CourseState): string {
  const t = useText()
  const { rule, modules, result } = course
  if (rule.kind === 'fixed') return t('learn.progress', { done: doneCount(course), all: modules.length })
  if (result.complete) return t('learn.contacts', { count: modules.length })
  return t('learn.contact', { number: nextDrawn(course)?.number ?? modules.length, most: rule.most })
}

/** Explains in a few sentences how a round is passed. */
function useRuleText({ rule, certified }: Pick<CourseState, 'rule' | 'certified'>): string {
  const t = useText()
  const locale = useLocale()
  const asked =
    rule.kind === 'sequential'
      ? t('learn.pass-rule.sequential', { least: rule.least, most: rule.most })
      : t(rule.hitRate >= 1 ? 'learn.pass-rule.all' : 'learn.pass-rule', {
          hits: bar(rule.hitRate, locale),
          alarms: rule.falseAlarmRate > 0 ? 'some' : 'none',
          share: bar(rule.falseAlarmRate, locale),
        })
  return [
    asked,
    ...(rule.reportShare > 0 ? [t('learn.pass-rule.reports', { share: bar(rule.reportShare, locale) })] : []),
    ...(certified ? [] : [t('learn.pass-rule.practice')]),
  ].join(' ')
}

/** Shows the date by which the course is due, in amber once it has passed. */
function Due({ at }: { readonly at: string }) {
  const t = useText()
  const locale = useLocale()
  const late = new Date(at) < new Date()
  return (
    <span className={late ? 'course-late' : 'muted'}>
      {t(late ? 'learn.course.late' : 'learn.course.due', { date: dayAndMonth(at, locale) })}
    </span>
  )
}

/** Lists the contacts for practice, beside the assessed ones. */
function Practice({ course, attempts }: Pick<Props, 'course' | 'attempts'>) {
  const t = useText()
  const localized = useLocalized()
  return (
    <div className="course-practice">
      <h3>{t('learn.practice')}</h3>
      <p className="muted dense">{t('learn.practice.text')}</p>
      <ul className="items">
        {course.practice.map(({ scenario, title, open }) => (
          <li key={scenario}>
            <b>{localized(title)}</b>
            {open && (
              <Button
                aria-label={t('learn.practise.what', { title: localized(title) })}
                onPress={() => attempts.start({ course: course.id, scenario, mode: 'practice' })}
              >
                {t('learn.practise')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Begin({ course, title, attempts }: { course: CourseState; title: string; attempts: Attempts }) {
  const t = useText()
  const next = nextOpen(course)
  if (!next && !nextDrawn(course)) return null
  const attempt = next?.attempt ?? null
  const going = next?.state === 'in-progress' && attempt !== null
  const action = t(going || doneCount(course) > 0 ? 'learn.course.continue' : 'learn.course.start')
  return (
    <Button
      aria-label={t('learn.course.what', { action, title })}
      onPress={() =>
        going
          ? attempts.resume(attempt)
          : attempts.start({ course: course.id, scenario: next?.scenario ?? null, mode: 'assessed' })
      }
    >
      {action}
    </Button>
  )
}

function Module({ course, module, attempts }: { course: string; module: ModuleState; attempts: Attempts }) {
  const t = useText()
  const localized = useLocalized()
  const title = localized(module.title)
  const { state, attempt, scenario } = module
  const done = state === 'done'
  const short = done && (module.critical || module.outcome === 'miss' || module.outcome === 'false-alarm')
  const how = outcomeText(module)
  const outcome = how === undefined ? '' : t(how)
  const words = done
    ? module.scorePercent === null
      ? outcome || t('learn.state.met')
      : t('learn.outcome.score', { outcome, score: module.scorePercent })
    : state === 'in-progress'
      ? t('learn.state.in-progress')
      : t('learn.state.open', { channel: t(`channel.${module.channel}`), minutes: module.minutes })
  return (
    <li
      className={`module ${state}${short ? ' short' : ''}`}
      {...(state === 'in-progress' ? { 'aria-current': 'step' } : {})}
    >
      <i aria-hidden="true" />
      <b>{title}</b>
      <span>{words}</span>
      {done && (
        <div className="module-actions">
          {attempt !== null && (
            <Button
              kind="link"
              aria-label={t('learn.look-back.what', { title })}
              onPress={() => attempts.lookBack(attempt)}
            >
              {t('learn.look-back')}
            </Button>
          )}
          <Button
            kind="link"
            aria-label={t('learn.practise.what', { title })}
            onPress={() => attempts.start({ course, scenario, mode: 'practice' })}
          >
            {t('learn.practise')}
          </Button>
        </div>
      )}
    </li>
  )
}

function Result({ course, offered, attempts }: Omit<Props, 'before'>) {
  const t = useText()
  const locale = useLocale()
  const { result, nextRoundAt } = course
  const renewal = useRenewalText()
  const stays = useStaysText()(course)
  const drawn = course.rule.kind === 'sequential'
  const served = result.legitimate - result.falseAlarms
  return (
    <div className={result.passed ? 'result result-passed' : 'result'}>
      <h3>{t(result.passed ? 'learn.passed' : 'learn.not-passed')}</h3>
      <p>
        {t('learn.result', {
          hits: result.hits,
          attacks: result.attacks,
          served,
          legitimate: result.legitimate,
        })}
      </p>
      {result.critical.length > 0 && <p>{t('learn.result.critical')}</p>}
      {!result.passed && stays !== undefined && <p>{stays}</p>}
      {!result.passed && (
        <p className="muted">
          {nextRoundAt !== null
            ? t('learn.result.waits', { when: dateAndTime(nextRoundAt, locale) })
            : t(drawn ? 'learn.result.next.drawn' : 'learn.result.next')}
        </p>
      )}
      {result.passed && course.renewable && <p className="muted">{renewal(course)}</p>}
      {(!result.passed || course.renewable) && !offered && nextRoundAt === null && (
        <Button onPress={() => attempts.start({ course: course.id, scenario: null, mode: 'assessed' })}>
          {t('learn.result.start-round')}
        </Button>
      )}
    </div>
  )
}
