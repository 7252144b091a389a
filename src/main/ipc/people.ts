import type { Services } from '../services'
import { scoresByPerson } from '../records/privacy'
import { Refused } from '../refused'
import type { PersonForm } from '../people/people'
import type { Person } from '../records/store'
import type { Handlers } from './answer'

type PeopleHandlers = Pick<Handlers, Extract<keyof Handlers, `people.${string}` | `assignment.${string}`>>

/** The register refuses these channels to all but HR and administrators, so that `person` is there. */
export function peopleHandlers(services: Services): PeopleHandlers {
  const { db, store, issuer, people, assignments, access, library, around } = services
  const now = () => around.now()
  const at = () => now().toISOString()
  const titleOf = (course: string) => library.course(course)?.title ?? { en: course }
  const rules = () => assignments.rules().map((rule) => ({ ...rule, title: titleOf(rule.course) }))

  /** People with a passphrase can't come in before they have one, so whoever adds them hands one over. */
  const startSecretFor = async (person: Person, by: Person, had: Person['role'] | undefined) =>
    person.role !== 'trainee' && person.role !== had ? access.giveStartSecret(person, by) : null

  return {
    'people.list': ({ filter, order, offset, limit }) => {
      const rows = people.list(filter, order, offset, limit)
      const ids = rows.map(({ id }) => id)
      const courses = people.courses(ids, at(), scoresByPerson(services))
      return {
        total: people.count(filter),
        rows: rows.map((row) => ({
          ...row,
          courses: (courses.get(row.id) ?? []).map((entry) => ({ ...entry, title: titleOf(entry.course) })),
        })),
      }
    },
    'people.groups': () => people.groups(),
    'people.one': ({ id }) => ({
      person: people.one(id),
      courses: assignments.of(id).map(({ status, ...entry }) => ({
        ...entry,
        status: status === 'failed' && !scoresByPerson(services) ? 'in-progress' : status,
        title: titleOf(entry.course),
      })),
    }),
    'people.add': async (form: PersonForm, { person: by }) => {
      const person = people.add(form, at(), by!)
      assignments.newcomers([person.id], now())
      return { person, startSecret: await startSecretFor(person, by!, undefined) }
    },
    'people.change': async ({ id, ...form }, { person: by }) => {
      const before = people.one(id)
      const person = people.change(id, form, at(), by!)
      const moved =
        before.team !== person.team || before.site !== person.site || before.leftAt !== person.leftAt
      if (moved && person.leftAt === null) assignments.newcomers([id], now())
      const corrected = store.person(id)
      if (before.name !== person.name && corrected) {
        db.transaction(() => issuer.afterName(corrected, before.name))()
      }
      return { person, startSecret: await startSecretFor(person, by!, before.role) }
    },
    'people.resetSecret': async ({ id }, { person: by }) => {
      const person = people.one(id)
      if (by!.role !== 'administrator' && person.role !== 'trainee') {
        throw new Refused('not-allowed', 'Only an administrator resets a passphrase.')
      }
      if (by!.role !== 'administrator' && !scoresByPerson(services)) {
        throw new Refused('administrator-resets', 'In pseudonymous mode an administrator gives a new PIN.')
      }
      if (id === by!.id) throw new Refused('not-allowed', 'Change your own passphrase under Settings.')
      return { startSecret: await access.giveStartSecret(person, by!) }
    },

    'assignment.courses': () => library.courses.map(({ id, title }) => ({ id, title })),
    'assignment.who': ({ filter }) => assignments.who(filter),
    'assignment.assign': ({ to, course, due, newcomers }, { person: by }) => {
      const assigned = assignments.assign(to, course, due, now(), by!.id)
      if (newcomers && to.kind === 'filter') {
        const { teams, sites } = to.filter
        for (const team of teams.length > 0 ? teams : [null]) {
          for (const site of sites.length > 0 ? sites : [null]) {
            assignments.addRule({ course, team, site, days: newcomers.days }, now(), by!.id)
          }
        }
      }
      return assigned
    },
    'assignment.withdraw': ({ to, course }, { person: by }) => ({
      withdrawn: assignments.withdraw(to, course, now(), by!.id),
    }),
    'assignment.rules': rules,
    'assignment.endRule': ({ id }, { person: by }) => {
      assignments.endRule(id, now(), by!.id)
      return rules()
    },
  }
}
