/** Kills programs that write a draft, at random moments, and checks what is left. */
import { spawn, type ChildProcess } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { JournalFold } from '../../src/domain/authoring/journal'
import { Drafts } from '../../src/main/studio/drafts'
import { StudioPaths } from '../../src/main/studio/paths'
import { textOfValue } from '../../src/main/studio/new-document'
import { actSum, chances, DRAFT } from './studio-acts'

export interface KillReport {
  kills: number
  /** The number of acts that a program reported as saved. */
  acknowledged: number
  /** The number of journals that were cut off after the last such act, as by a power cut. */
  torn: number
  /** The number of acknowledged acts that are lost. */
  lost: number
  /** The number of journals that were found damaged and put aside. */
  damaged: number
  /** The number of drafts that could not be opened. */
  unopened: number
  /** The number of drafts whose undo did not reach the beginning. */
  notUndone: number
}

const BEGINNING = { title: { en: 'Begun' }, notes: [] }
/** A new draft is begun after this many kills, so that journals have a realistic length. */
const KILLS_EACH = 25
/** A program lives at most this many milliseconds. */
const LONGEST_LIFE = 200
/**
 * A quarter of the programs are killed before or during their first act; the others after one, however slow the
 * computer is.
 */
const EARLY = 0.25
const SLOWEST_START = 30_000

interface Writer {
  readonly process: ChildProcess
  readonly ready: Promise<unknown>
  /** Resolves when the writer has acknowledged an act. */
  readonly acted: Promise<unknown>
  readonly ended: Promise<unknown>
  /** The number and checksum of each acknowledged act. */
  readonly acts: Map<number, string>
}

/**
 * Bundles a writer into one script, which starts quickly.
 * @returns the script's path
 */
async function writerIn(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(__dirname, 'studio-writer.ts'),
      outDir: folder,
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'writer.cjs' } },
    },
    ssr: { noExternal: true, external: ['libsql'] },
  })
  return join(folder, 'writer.cjs')
}

function begin(script: string, root: string, by: string, seed: number): Writer {
  const child = spawn(process.execPath, [script, root, by, String(seed)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const acts = new Map<number, string>()
  const lines = createInterface({ input: child.stdout })
  const heard = new EventEmitter()
  const [ready, acted] = [once(heard, 'ready'), once(heard, 'acted')]
  lines.on('line', (line) => {
    if (line === 'ready') return void heard.emit('ready')
    const [n, sum] = line.split(' ')
    if (sum?.length !== 16) return
    acts.set(Number(n), sum)
    heard.emit('acted')
  })
  const closed = new Promise((resolve) => lines.once('close', resolve))
  const exited = new Promise((resolve) => child.once('exit', resolve))
  return {
    process: child,
    ready,
    acted,
    acts,
    ended: Promise.all([closed, exited]),
  }
}

const wait = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms))

/** Resolves when a program takes too long to start. The timer does not keep the test running. */
const late = () => new Promise<void>((resolve) => void setTimeout(resolve, SLOWEST_START).unref())

const draftsIn = (root: string) => {
  const paths = new StudioPaths(root)
  return { paths, drafts: new Drafts({ paths: () => paths, now: () => new Date(), changed: () => {} }) }
}

/**
 * Cuts the journal off after the last acknowledged act.
 * @returns whether there was anything to cut
 */
function tear(root: string, acknowledged: number, chance: () => number): boolean {
  const path = draftsIn(root).paths.journal(DRAFT)
  const text = readFileSync(path)
  const last = text.lastIndexOf(`"n":${acknowledged},`)
  const kept = last < 0 ? text.indexOf('\n') : text.indexOf('\n', last)
  // The journal is not cut if the document was saved whole after the last acknowledged act.
  const line = text.lastIndexOf('\n', text.length - 2)
  if (kept < 0 || line < kept || text.includes('"saved"', kept)) return false
  truncateSync(path, line + 1 + Math.floor(chance() * (text.length - line - 1)))
  return true
}

/** Opens the draft that is left, and looks for each act. */
async function look(root: string, acts: ReadonlyMap<number, string>, report: KillReport): Promise<void> {
  const { drafts } = draftsIn(root)
  let read
  try {
    read = await drafts.open(DRAFT, 'Looker')
    await drafts.close(DRAFT)
  } catch {
    report.unopened += 1
    return
  }
  const { base, entries, fold, damaged } = read
  for (const [n, sum] of acts) {
    const entry = entries[n - 1]
    if (!entry || actSum(entry) !== sum) report.lost += 1
  }
  if (damaged) report.damaged += 1
  const journal = new JournalFold(base)
  for (const entry of entries) journal.add(entry)
  const at = new Date(0).toISOString()
  while (journal.now.undo.length > 0) journal.add({ n: journal.now.n + 1, at, kind: 'undo' })
  const begun = JSON.stringify(journal.now.value) === JSON.stringify(BEGINNING)
  if (!begun || fold.now.n !== entries.length) report.notUndone += 1
}

/**
 * Kills programs that write.
 * @param root an empty folder
 * @param seed decides about acts and moments
 * @param told is told the progress
 */
export async function killStudio(
  root: string,
  kills: number,
  seed: number,
  told: (report: KillReport) => void = () => {},
): Promise<KillReport> {
  const chance = chances(seed)
  const script = await writerIn(join(root, 'program'))
  const report: KillReport = {
    kills: 0,
    acknowledged: 0,
    torn: 0,
    lost: 0,
    damaged: 0,
    unopened: 0,
    notUndone: 0,
  }
  const folderOf = (kill: number) => join(root, String(Math.floor(kill / KILLS_EACH)))
  /** Every fifth time two programs write at once. */
  const start = (kill: number) =>
    Array.from({ length: kill % 5 === 4 ? 2 : 1 }, (_, i) =>
      begin(script, folderOf(kill), `W${kill}-${i}`, Math.floor(chance() * 2 ** 31)),
    )
  let acts = new Map<number, string>()
  let next = start(0)
  for (let kill = 0; kill < kills; kill += 1) {
    const folder = folderOf(kill)
    if (kill % KILLS_EACH === 0) {
      acts = new Map()
      await draftsIn(folder).drafts.create(DRAFT, textOfValue(BEGINNING), { by: 'Maker' })
    }
    const writers = next
    // The next programs get ready while these write.
    next = kill + 1 < kills ? start(kill + 1) : []
    await Promise.all(writers.map(({ ready }) => ready))
    for (const { process: child } of writers) child.stdin!.write('go\n')
    if (chance() >= EARLY) {
      await Promise.race([...writers.map(({ acted }) => acted), late()])
    }
    await wait(chance() * LONGEST_LIFE)
    for (const { process: child } of writers) child.kill('SIGKILL')
    await Promise.all(writers.map(({ ended }) => ended))
    report.kills += 1
    for (const { acts: own } of writers) {
      report.acknowledged += own.size
      for (const [n, sum] of own) acts.set(n, sum)
    }
    if (chance() < 0.5 && tear(folder, Math.max(0, ...acts.keys()), chance)) report.torn += 1
    await look(folder, acts, report)
    told(report)
  }
  return report
}
