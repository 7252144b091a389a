import { basename } from 'node:path'
import { missingColumn, NO_COLUMNS, type RosterMapping } from '../../domain/records'
import { writeOrRefuse } from '../files/atomic-write'
import type { Reading } from '../people/roster/read'
import { databasePath, waitForWorker } from '../store/database'
import { localDay } from '../local-day'
import { orRefuse, Refused } from '../refused'
import type { Dialogs } from '../files/dialogs'
import type { Assignments } from '../people/assignments'
import type { Database } from '../store/libsql'
import type { System } from '../system'
import type { RecordWorker } from '../worker/client'
import type { Handlers } from './answer'

type RosterHandlers = Pick<Handlers, Extract<keyof Handlers, `roster.${string}`>>

const MOST_BYTES = 64 * 1024 * 1024

/** A file that was chosen, as it was read. Reading it with other options replaces this. */
interface Opened {
  readonly id: string
  readonly file: string
  readonly bytes: Uint8Array
  readonly reading: Reading
  /** The id of the person who opened the file. Another person who signs in must open it again. */
  readonly by: string
}

/** The plan that was shown last. No other can be carried out. */
interface Shown {
  readonly plan: string
  readonly opened: Opened
  readonly mapping: RosterMapping
  /** The local day of the preview. A last day that ends before the import makes no other plan. */
  readonly today: string
}

const STALE = 'Another file or other columns were chosen since; look at what an import would do now.'

function whole(mapping: Partial<RosterMapping>): RosterMapping {
  const full = { ...NO_COLUMNS, ...mapping }
  const missing = missingColumn(full)
  if (missing) throw new Refused('bad-request', `Say which column holds the ${missing}.`)
  return full
}

export interface RosterNeeds {
  readonly db: Database
  readonly dialogs: Pick<Dialogs, 'open' | 'save'>
  readonly worker: Pick<RecordWorker, 'run'>
  readonly assignments: Pick<Assignments, 'facts'>
  readonly system: Pick<System, 'now' | 'uuid'>
  readonly dataFolder: string
  /** 64 hexadecimal digits. */
  readonly databaseKey: string
}

export function rosterHandlers(needs: RosterNeeds): RosterHandlers {
  const { db, dialogs, worker, assignments, system, dataFolder, databaseKey } = needs
  let opened: Opened | undefined
  let shown: Shown | undefined
  let newest = 0

  const openedBy = (person: string, id: string): Opened => {
    if (opened?.by !== person) throw new Refused('not-found', 'Open the roster file again.')
    if (opened.id !== id) throw new Refused('stale', STALE)
    return opened
  }
  const shownTo = (person: string, plan: string): Shown => {
    if (opened?.by !== person) throw new Refused('not-found', 'Open the roster file again.')
    if (shown?.plan !== plan || shown.opened !== opened) throw new Refused('stale', STALE)
    return shown
  }
  const read = async (file: string, bytes: Uint8Array, reading: Reading, by: string) => {
    // The plan that was shown before belongs to another file. It is dropped even if this file can't be read.
    opened = undefined
    shown = undefined
    newest += 1
    const mine = newest
    const found = orRefuse(await worker.run('open-roster', { bytes, reading }))
    if (mine !== newest) throw new Refused('stale', STALE)
    const { encoding, encodings, separator, headerLine, mapping, head, headers, sample, accents, ...rest } =
      found
    opened = { id: system.uuid(), file, bytes, reading: { encoding, separator, headerLine }, by }
    return {
      ...rest,
      id: opened.id,
      file,
      encoding,
      separator,
      headerLine,
      encodings: [...encodings],
      head: [...head],
      headers: [...headers],
      sample: sample.map((cells) => [...cells]),
      accents: [...accents],
      mapping: { ...mapping },
    }
  }
  return {
    'roster.open': async (_request, { person }) => {
      const { name: file, bytes } = await dialogs.open('roster', MOST_BYTES)
      if (bytes.length > MOST_BYTES) throw new Refused('roster-unreadable', 'The file is larger than 64 MB.')
      return read(file, bytes, {}, person.id)
    },
    'roster.read': ({ id, encoding, separator, headerLine }, { person }) => {
      const { file, bytes } = openedBy(person.id, id)
      return read(file, bytes, { encoding, separator, headerLine }, person.id)
    },
    'roster.preview': async ({ id, mapping }, { person }) => {
      const mine = openedBy(person.id, id)
      const { bytes, reading } = mine
      shown = undefined
      newest += 1
      const number = newest
      const columns = whole(mapping)
      const today = localDay(system.now())
      const preview = orRefuse(
        await worker.run('preview-roster', { bytes, reading, mapping: columns, today }),
      )
      if (number !== newest || opened !== mine) throw new Refused('stale', STALE)
      shown = { plan: preview.plan, opened: mine, mapping: columns, today }
      return {
        ...preview,
        changedFields: [...preview.changedFields],
        someAdded: [...preview.someAdded],
        someChanged: preview.someChanged.map((entry) => ({ ...entry, changes: [...entry.changes] })),
        someReturning: [...preview.someReturning],
        someStaffGone: [...preview.someStaffGone],
        someMissing: [...preview.someMissing],
        wordsForHere: [...preview.wordsForHere],
        merged: [...preview.merged],
        someLeaving: [...preview.someLeaving],
        someStaffLeaving: [...preview.someStaffLeaving],
        someStrangersGone: [...preview.someStrangersGone],
        someFaults: [...preview.someFaults],
      }
    },
    'roster.apply': async ({ plan, onlyGood, markLeft, markLeavers, takeBack }, { person }) => {
      const { mapping, today, opened: mine } = shownTo(person.id, plan)
      const importing = worker.run('apply-roster', {
        bytes: mine.bytes,
        reading: mine.reading,
        mapping,
        today,
        plan,
        databasePath: databasePath(dataFolder),
        databaseKey,
        courses: assignments.facts(),
        onlyGood,
        markLeft,
        markLeavers,
        takeBack,
        at: system.now().toISOString(),
        by: person.id,
      })
      // If main writes in the meantime, it waits for the end of the import.
      const applied = orRefuse(await importing.finally(waitForWorker(db)))
      if (opened === mine) opened = undefined
      return applied
    },
    'roster.saveFaults': async ({ plan, headings, sentences }, { person }) => {
      const { mapping, today, opened: mine } = shownTo(person.id, plan)
      const { bytes, reading } = mine
      const { csv, rows } = orRefuse(
        await worker.run('faults-of-roster', { bytes, reading, mapping, today, plan, headings, sentences }),
      )
      const path = await dialogs.save('rosterFaults', localDay(system.now()))
      writeOrRefuse(path, csv)
      return { file: basename(path), rows }
    },
  }
}
