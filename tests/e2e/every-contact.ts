import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withScenarios, ROOT } from './launch'

/** The id of a course that has every contact of the program in a known order, so that a test can begin any of them. */
export const EVERY_CONTACT = 'every-contact'

const SUFFIX = '.scenario.json'

/**
 * Makes a program folder whose only course is `EVERY_CONTACT`.
 * @param folder the folder of the test, in which the program folder is made
 * @param first the contacts that come first, in this order
 * @returns the option `root` of `launch`
 */
export function withEveryContact(folder: string, first: readonly string[] = []): string {
  const root = join(folder, 'program')
  const scenarios = withScenarios(root)
  const from = join(ROOT, 'scenarios')
  for (const part of ['floors', 'media']) cpSync(join(from, part), join(scenarios, part), { recursive: true })
  const files = readdirSync(from).filter((name) => name.endsWith(SUFFIX))
  for (const name of files) cpSync(join(from, name), join(scenarios, name))
  const ids = files.map((name) => name.slice(0, -SUFFIX.length)).toSorted()
  const title = { en: 'Every contact', fr: 'Tous les contacts' }
  const course = {
    format: 3,
    id: EVERY_CONTACT,
    version: '1.0.0',
    title,
    summary: title,
    modules: [...first, ...ids.filter((id) => !first.includes(id))],
    rule: { kind: 'fixed', hitRate: 1, falseAlarmRate: 0, reportShare: 0 },
    rounds: { most: 100, days: 30 },
    certificate: { title: title, validMonths: 6 },
  }
  writeFileSync(join(scenarios, 'courses', `${EVERY_CONTACT}.course.json`), JSON.stringify(course))
  return root
}
