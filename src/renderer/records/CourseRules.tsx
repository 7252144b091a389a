import { useState } from 'react'
import type { CourseRule } from '../../bridge'
import { unwrap } from '../api'
import { useLocalized } from '../i18n'
import { useRecordsText } from '../lists/words'
import { Button, Dialog } from '../ui'
import { useLoaded } from '../ui/use-loaded'
import { NotLoaded } from '../lists/NotLoaded'

/** Explains what passing a course means, by the error rates of its rule. */
export function RuleText({ rule }: { readonly rule: CourseRule }) {
  const t = useRecordsText()
  const localized = useLocalized()
  return (
    <p className="muted dense rule-text">
      {localized(rule.words)} {t('rules.version', { version: rule.courseVersion })}
    </p>
  )
}

const load = () => unwrap(window.api.records.rules())

/** @param courses the courses of the filter; an empty list means all */
export function CourseRules({ courses }: { readonly courses: readonly string[] }) {
  const t = useRecordsText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="link" onPress={() => setOpen(true)}>
        {t('rules.open')}
      </Button>
      {open && <RulesDialog courses={courses} onClose={() => setOpen(false)} />}
    </>
  )
}

function RulesDialog({
  courses,
  onClose,
}: {
  readonly courses: readonly string[]
  readonly onClose: () => void
}) {
  const t = useRecordsText()
  const localized = useLocalized()
  const loaded = useLoaded(load)
  const rules =
    loaded.status === 'ready'
      ? loaded.value.filter(({ course }) => courses.length === 0 || courses.includes(course))
      : []
  return (
    <Dialog
      title={t('rules.title')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('rules.close')}
        </Button>
      }
    >
      <p>{t('rules.text')}</p>
      <NotLoaded of={[loaded]} />
      {loaded.status === 'ready' && rules.length === 0 && <p className="muted">{t('rules.none')}</p>}
      {rules.map(({ course, title, rule }) => (
        <section key={course} aria-labelledby={`rule-${course}`}>
          <h3 id={`rule-${course}`}>{localized(title)}</h3>
          <RuleText rule={rule} />
        </section>
      ))}
    </Dialog>
  )
}
