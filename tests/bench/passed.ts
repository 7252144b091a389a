/** People who have passed a course and have no certificate yet. */
import { randomUUID } from 'node:crypto'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Course } from '../../src/domain/course'
import { Library } from '../../src/main/library/library'
import type { Database } from '../../src/main/store/libsql'
import type { LocalRecords, Person } from '../../src/main/store/records'

/**
 * Copies the shipped scenarios, and gives a certificate to the first course that is passed by meeting each of its
 * contacts once, without a draw.
 * @param folder gets the copy
 */
export function passableLibrary(root: string, folder: string): { library: Library; course: Course } {
  const copy = path.join(folder, 'scenarios')
  cpSync(path.join(root, 'scenarios'), copy, { recursive: true })
  const shipped = new Library(copy).courses.find(({ rule }) => rule.kind === 'fixed')
  if (!shipped) throw new Error('The library has no course with a fixed rule.')
  const file = path.join(copy, 'courses', `${shipped.id}.course.json`)
  const document = JSON.parse(readFileSync(file, 'utf8')) as object
  const certificate = { title: shipped.title, validMonths: 6 }
  writeFileSync(file, JSON.stringify({ ...document, certificate }))
  const library = new Library(copy)
  const course = library.courses.find(({ id }) => id === shipped.id)
  if (!course) throw new Error(`The course ‘${shipped.id}’ can’t be read with a certificate.`)
  return { library, course }
}

/** Adds people with one finished attempt at each contact of the course, all of them right. */
export function addPassed(
  { db, store, library }: { db: Database; store: LocalRecords; library: Library },
  course: Course,
  count: number,
  each: (person: Person) => void,
): void {
  const now = new Date().toISOString()
  const end = db.prepare(
    `UPDATE attempts SET ended_at = ?, disposition = ?, outcome = ?, earned = 9, possible = 10, passed = 1,
       critical = '[]', competencies = '{}', scoring_version = 1 WHERE id = ?`,
  )
  for (let n = 0; n < count; n += 1) {
    const person: Person = { id: randomUUID(), name: `Zoé Lefèvre ${n}`, number: `E-${n}`, role: 'trainee' }
    store.addPerson(person, now, n === 0 ? 'Meridian Support Services' : undefined)
    for (const scenario of course.modules) {
      const found = library.scenario(scenario)
      if ('kind' in found) throw new Error(found.issues[0]?.code)
      const { hash, content, channel, scenario: whole } = found
      const id = randomUUID()
      store.startAttempt(
        {
          id,
          personId: person.id,
          course: course.id,
          round: 1,
          mode: 'assessed',
          scenario,
          scenarioHash: hash,
          truth: whole.truth,
          channel,
          locale: 'en',
          seed: null,
          roundSeed: null,
          startedAt: now,
          endedAt: null,
          setAsideAt: null,
        },
        { hash, content, id: scenario, version: whole.version },
      )
      const attack = whole.truth === 'attack'
      end.run(now, attack ? 'reported' : 'verified', attack ? 'hit' : 'correct-service', id)
    }
    each(person)
  }
}
