import type { System } from '../system'
import type { Library } from '../library/library'
import type { Assignments } from '../people/assignments'
import type { OrganisationStore } from '../people/organisation'
import type { PeopleStore } from '../store/people-list'
import type { PeopleChanges } from '../people/people-changes'
import { mayShowPersonalResults } from '../people/privacy'
import type { Handlers } from './answer'

type PeopleHandlers = Pick<Handlers, Extract<keyof Handlers, `people.${string}` | `assignment.${string}`>>

export interface PeopleNeeds {
  readonly people: PeopleStore
  readonly peopleChanges: PeopleChanges
  readonly assignments: Assignments
  readonly organisation: Pick<OrganisationStore, 'settings'>
  readonly library: Pick<Library, 'course' | 'courses'>
  readonly system: Pick<System, 'now'>
}

export function peopleHandlers(needs: PeopleNeeds): PeopleHandlers {
  const { people, peopleChanges, assignments, library, system } = needs
  const now = () => system.now()
  const titleOf = (course: string) => library.course(course)?.title ?? { en: course }
  const rules = () => assignments.rules().map((rule) => ({ ...rule, title: titleOf(rule.course) }))

  return {
    'people.list': ({ filter, order, offset, limit }) => {
      const rows = people.list(filter, order, offset, limit)
      const ids = rows.map(({ id }) => id)
      const courses = people.courses(ids, now().toISOString(), mayShowPersonalResults(needs))
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
        status: status === 'failed' && !mayShowPersonalResults(needs) ? 'in-progress' : status,
        title: titleOf(entry.course),
      })),
    }),
    'people.add': (form, { person: by }) => peopleChanges.add(form, by),
    'people.change': ({ id, ...form }, { person: by }) => peopleChanges.change(id, form, by),
    'people.resetSecret': async ({ id }, { person: by }) => ({
      startSecret: await peopleChanges.resetSecret(id, by),
    }),

    'assignment.courses': () => library.courses.map(({ id, title }) => ({ id, title })),
    'assignment.who': ({ filter }) => assignments.who(filter),
    'assignment.assign': ({ to, course, due, newcomers }, { person: by }) =>
      newcomers && to.kind === 'filter'
        ? assignments.assignWithNewcomers(to, course, due, newcomers.days, now(), by.id)
        : assignments.assign(to, course, due, now(), by.id),
    'assignment.withdraw': ({ to, course }, { person: by }) => ({
      withdrawn: assignments.withdraw(to, course, now(), by.id),
    }),
    'assignment.rules': rules,
    'assignment.endRule': ({ id }, { person: by }) => {
      assignments.endRule(id, now(), by.id)
      return rules()
    },
  }
}
