import { basename } from 'node:path'
import { clipboard } from 'electron'
import { ATTENTION_DAYS, type RecordFilter } from '../../domain/records'
import { calendarOf } from '../export/calendar'
import { daysLater, localDay } from '../local-day'
import { mayShowPersonalResults } from '../people/privacy'
import { saveRecorded } from '../store/recorded-file'
import { orRefuse, Refused } from '../refused'
import type { Dialogs } from '../files/dialogs'
import type { Library } from '../library/library'
import type { OrganisationStore } from '../people/organisation'
import type { Database } from '../store/libsql'
import type { LocalRecords } from '../store/records'
import type { System } from '../system'
import type { RecordWorker } from '../worker/client'
import type { Handlers } from './answer'

type AttentionHandlers = Pick<Handlers, Extract<keyof Handlers, `attention.${string}`>>

const MOST_PEOPLE = 200
/** A calendar still shows this many entries in reasonable time. */
const MOST_DATES = 1000

export interface AttentionNeeds {
  readonly db: Database
  readonly system: Pick<System, 'now'>
  readonly library: Pick<Library, 'course'>
  readonly organisation: Pick<OrganisationStore, 'settings'>
  readonly store: Pick<LocalRecords, 'setting'>
  readonly dialogs: Pick<Dialogs, 'save'>
  readonly worker: Pick<RecordWorker, 'run'>
}

export function attentionHandlers(needs: AttentionNeeds): AttentionHandlers {
  const { system, library, store, worker } = needs
  const question = (filter: RecordFilter) => {
    const now = system.now()
    return {
      filter,
      now: now.toISOString(),
      until: daysLater(ATTENTION_DAYS, now).toISOString(),
      named: mayShowPersonalResults(needs),
    }
  }
  const titleOf = (course: string) => library.course(course)?.title ?? { en: course }
  return {
    'attention.teams': async ({ filter }) => {
      const teams = orRefuse(await worker.run('attention-teams', question(filter)))
      return teams.map(({ team, people, counts }) => ({ team, people, counts: { ...counts } }))
    },
    'attention.people': async ({ filter, team }) => {
      const asked = { ...question(filter), team, limit: MOST_PEOPLE + 1 }
      const rows = orRefuse(await worker.run('attention-people', asked))
      const shown = rows.slice(0, MOST_PEOPLE)
      return {
        rows: shown.map((row) => ({ ...row, courseTitle: titleOf(row.course) })),
        more: rows.length > MOST_PEOPLE,
      }
    },
    'attention.saveCalendar': async ({ filter, words }, { person }) => {
      const asked = { ...question(filter), limit: MOST_DATES }
      const dates = orRefuse(await worker.run('due-dates', asked))
      if (dates.length === 0) throw new Refused('not-found', 'There is no due date to save.')
      const locale = store.setting('locale') ?? 'en'
      const title = (course: string) => {
        const titles: Readonly<Record<string, string>> = titleOf(course)
        return titles[locale] ?? titles['en'] ?? course
      }
      const path = await needs.dialogs.save('dueDates', localDay(system.now()))
      saveRecorded(needs.db, path, calendarOf(dates, title, words, system.now()), {
        act: 'calendar-saved',
        at: asked.now,
        by: person.id,
        detail: { dates: dates.length },
      })
      return { file: basename(path), dates: dates.length }
    },
    'attention.copy': ({ text }) => {
      clipboard.writeText(text)
      return null
    },
  }
}
