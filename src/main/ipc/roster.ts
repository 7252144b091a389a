import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { BrowserWindow, dialog } from 'electron'
import { missingColumn, NO_COLUMNS, type RosterMapping } from '../../domain/records'
import { askWhere, writeOrRefuse } from '../export/save-file'
import { databasePath } from '../records/database'
import { Refused } from '../refused'
import type { Services } from '../services'
import { orRefuse } from '../worker/client'
import type { Handlers } from './answer'

type RosterHandlers = Pick<Handlers, Extract<keyof Handlers, `roster.${string}`>>

const MOST_BYTES = 64 * 1024 * 1024

/** @throws Refused `cancelled`, or `roster-unreadable` with the system's reason */
async function askForRoster(): Promise<{ file: string; bytes: Uint8Array }> {
  const options = {
    title: 'Roster',
    properties: ['openFile' as const],
    filters: [{ name: 'CSV', extensions: ['csv', 'txt', 'tsv'] }],
  }
  const owner = BrowserWindow.getFocusedWindow()
  const answer = owner ? await dialog.showOpenDialog(owner, options) : await dialog.showOpenDialog(options)
  const path = answer.filePaths[0]
  if (answer.canceled || path === undefined) throw new Refused('cancelled', 'No file was chosen.')
  try {
    if ((await stat(path)).size > MOST_BYTES)
      throw new Refused('roster-unreadable', 'The file is larger than 64 MB.')
    return { file: basename(path), bytes: new Uint8Array(await readFile(path)) }
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused('roster-unreadable', `‘${basename(path)}’ could not be opened.`)
  }
}

export function rosterHandlers(services: Services): RosterHandlers {
  const { worker, assignments, around, dataFolder, databaseKey } = services
  /** Whose file it is: another person who signs in must open it again. */
  let opened: { readonly bytes: Uint8Array; readonly by: string } | undefined

  const bytesOf = (person: string): Uint8Array => {
    if (opened?.by !== person) throw new Refused('not-found', 'Open the roster file again.')
    return opened.bytes
  }
  const whole = (mapping: Partial<RosterMapping>): RosterMapping => {
    const full = { ...NO_COLUMNS, ...mapping }
    const missing = missingColumn(full)
    if (missing) throw new Refused('bad-request', `Say which column holds the ${missing}.`)
    return full
  }
  return {
    'roster.open': async (_request, { person }) => {
      const { file, bytes } = await askForRoster()
      const { encoding, headers, sample, rows, mapping } = orRefuse(
        await worker.run('open-roster', { bytes }),
      )
      opened = { bytes, by: person!.id }
      return {
        file,
        encoding,
        headers: [...headers],
        sample: sample.map((cells) => [...cells]),
        rows,
        mapping: { ...mapping },
      }
    },
    'roster.preview': async ({ mapping }, { person }) => {
      const bytes = bytesOf(person!.id)
      const preview = orRefuse(await worker.run('preview-roster', { bytes, mapping: whole(mapping) }))
      return {
        ...preview,
        someAdded: [...preview.someAdded],
        someChanged: preview.someChanged.map((entry) => ({ ...entry, fields: [...entry.fields] })),
        someMissing: [...preview.someMissing],
        someFaults: [...preview.someFaults],
      }
    },
    'roster.apply': async ({ mapping, onlyGood, markLeft }, { person }) => {
      const applied = orRefuse(
        await worker.run('apply-roster', {
          bytes: bytesOf(person!.id),
          mapping: whole(mapping),
          databasePath: databasePath(dataFolder),
          databaseKey,
          courses: assignments.facts(),
          onlyGood,
          markLeft,
          at: around.now().toISOString(),
          by: person!.id,
        }),
      )
      opened = undefined
      return applied
    },
    'roster.saveFaults': async ({ mapping, headings, sentences }, { person }) => {
      const bytes = bytesOf(person!.id)
      const { csv, rows } = orRefuse(
        await worker.run('faults-of-roster', { bytes, mapping: whole(mapping), headings, sentences }),
      )
      const path = await askWhere('Save the rows with faults', 'roster-faults.csv', 'csv')
      writeOrRefuse(path, csv)
      return { file: basename(path), rows }
    },
  }
}
