import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JournalEntry } from '../../../src/domain/authoring/journal'
import { openDatabase } from '../../../src/main/store/database'
import { Checker } from '../../../src/main/studio/checker'
import { checkDocuments } from '../../../src/main/studio/check-task'
import { Refused } from '../../../src/main/refused'
import { Drafts } from '../../../src/main/studio/drafts'
import { StudioPaths, type Which } from '../../../src/main/studio/paths'
import { StudioSettingsStore } from '../../../src/main/studio/settings'
import { proveScenario, type ProveRequest } from '../../../src/main/studio/prove-task'
import { Prover } from '../../../src/main/studio/prover'
import { Studio } from '../../../src/main/studio/studio'
import type { Person } from '../../../src/main/store/records'
import { KEY, NOW, temporaryFolder } from '../helpers'
import { attack, course } from '../installation'

export const AT = '2026-03-02T09:00:00.000Z'

export const ana: Person = {
  id: '00000000-0000-4000-8000-0000000000a1',
  name: 'Ana Sol',
  number: 'T-1',
  role: 'trainer',
}
export const berta: Person = {
  ...ana,
  id: '00000000-0000-4000-8000-0000000000b2',
  name: 'Berta Lind',
  number: 'T-2',
}
export const admin: Person = {
  ...ana,
  id: '00000000-0000-4000-8000-0000000000c3',
  name: 'Ada Roy',
  number: 'A-1',
  role: 'administrator',
}

export const scam: Which = { kind: 'scenario', id: 'scam' }

/** Returns the text of `scam` as its author wrote it. */
export const scamText = (title = 'Scam'): string =>
  `${JSON.stringify({ ...attack, id: 'scam', title: { en: title } }, null, 2)}\n`

/** Returns an act that changes the title. */
export const retitle = (n: number, title: string, before = 'Scam'): JournalEntry => ({
  n,
  at: AT,
  kind: 'edit',
  label: { code: 'title' },
  patches: [{ op: 'replace', path: ['title', 'en'], value: title }],
  inverse: [{ op: 'replace', path: ['title', 'en'], value: before }],
})

/** Makes a program that works on a folder; several can share it. */
export function draftsOn(root: string, now = () => NOW) {
  const changes = { count: 0 }
  const paths = new StudioPaths(root)
  const drafts = new Drafts({ paths: () => paths, now, changed: () => void (changes.count += 1) })
  return { drafts, paths, changes }
}

/** Takes what would be reported. Nothing of it is expected. */
export const failLoudly = (error: unknown): void => {
  throw error
}

/** Makes the folder of shipped documents: an attack, a genuine contact and a course. */
export function shippedFolder(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'courses'))
  writeFileSync(join(folder, 'small.scenario.json'), JSON.stringify(attack))
  const genuine = { ...attack, id: 'genuine', truth: 'legitimate', tactics: [] }
  writeFileSync(join(folder, 'genuine.scenario.json'), JSON.stringify(genuine))
  writeFileSync(
    join(folder, 'courses', 'short.course.json'),
    JSON.stringify({ ...course, practice: undefined }),
  )
  return folder
}

/** Makes the Studio of one installation. Its folder may be shared. */
export function studioOn(root = temporaryFolder()) {
  const records = temporaryFolder()
  const { db } = openDatabase(records, KEY, NOW)
  for (const { id, name, number, role } of [ana, berta, admin]) {
    db.prepare('INSERT INTO people (id, name, number, role, created_at) VALUES (?, ?, ?, ?, ?)').run(
      id,
      name,
      number,
      role,
      AT,
    )
  }
  const shipped = shippedFolder()
  const settings = new StudioSettingsStore(db)
  let clock = NOW.getTime()
  const changes = { count: 0, published: 0 }
  const paths = () => new StudioPaths(settings.known.folder ?? root)
  const studio = new Studio({
    db,
    settings,
    pathsOf: (folder) => new StudioPaths(folder ?? root),
    shipped: () => shipped,
    checker: (media) =>
      new Checker({
        check: async (request) => ({
          ok: true,
          value: await checkDocuments(request, { db, progress: () => {}, breathe: () => Promise.resolve() }),
        }),
        media,
        told: () => void (changes.count += 1),
        report: (error) => {
          throw error
        },
      }),
    now: () => new Date((clock += 1000)),
    changed: () => void (changes.count += 1),
    published: () => {
      changes.published += 1
      return Promise.resolve()
    },
  })
  return { studio, db, root, shipped, settings, paths, changes, records }
}

/** Makes a prover in this thread. `asked` lists the proofs that were run, `told` their progress. */
export function proverOn(studio: Pick<Studio, 'textOf'>) {
  const asked: ProveRequest[] = []
  const told: { done: number; total: number }[] = []
  const prover = new Prover({
    find: (kind, id) => studio.textOf({ kind, id }),
    tell: (progress) => void told.push(progress),
    run: async (request, { signal, onProgress }) => {
      asked.push(request)
      const context = {
        db: undefined as never,
        progress: (done: number, total: number) => onProgress?.(done, total),
        breathe: async () => {
          await new Promise(setImmediate)
          if (signal?.aborted) throw new Refused('cancelled', 'It was cancelled.')
        },
      }
      try {
        const value = await proveScenario(request, context)
        // The program answers an aborted call at once, wherever the thread is.
        if (signal?.aborted) throw new Refused('cancelled', 'It was cancelled.')
        return { ok: true, value }
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        return { ok: false, error: { code: error.code, message: error.message } }
      }
    },
  })
  return Object.assign(prover, { asked, told })
}
