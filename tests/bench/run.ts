/** `npm run bench`: ratios compared with bare Electron, XState and libsql. It ends with 1 if one is over its limit. */
import { mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { measureCommit } from './commit'
import { measureCompile, timeProof } from './compile'
import { measureCredentials } from './credentials'
import { measureExport } from './export'
import type { Measurement } from './measure'
import { measurePlayer } from './player'
import { measureRecords } from './records'
import { measureRoster } from './roster'
import { measureStart } from './start'
import { measureStudio } from './studio'
import { measureMap, timeSlowEdit } from './studio-page'

const LIMITS = {
  start: 1.25,
  memory: 1.2,
  compile: 3,
  commit: 2,
  records: 2,
  roster: 0.6,
  credentials: 2,
  constant: 1.25,
  // Seals are checked beside the writing. On a busy machine both share what the one thread of sqlite3 gets.
  export: 2.5,
  exportMemory: 1.3,
  player: 0.5,
  studio: 1.6,
  map: 1.25,
}

const root = path.join(__dirname, '..', '..')

const digits = (value: number) => (value < 10 ? value.toFixed(2) : Math.round(value).toString())

function line(m: Measurement): string {
  const ours = `${digits(m.ours)} ${m.unit}`.padStart(10)
  const bare = `${digits(m.bare)} ${m.unit}`.padStart(10)
  const verdict = m.ok ? 'ok' : 'TOO MUCH'
  const note = m.note?.includes('busy machine') ? ' (a busy machine)' : ''
  return `${m.name.padEnd(50)}${ours}${bare}${m.ratio.toFixed(2).padStart(8)} ×${m.limit.toFixed(2).padStart(6)} ×  ${verdict}${note}`
}

async function main(): Promise<number> {
  const electron = process.env['HTL_ELECTRON']
  if (!electron) throw new Error('HTL_ELECTRON does not name an Electron; use `npm run bench`.')
  const switches = JSON.parse(process.env['HTL_ELECTRON_ARGS'] ?? '[]') as string[]
  const measured: Measurement[] = []
  console.log(
    `${''.padEnd(50)}${'ours'.padStart(10)}${'bare'.padStart(10)}${'ratio'.padStart(9)}${'limit'.padStart(8)}`,
  )
  const take = (...list: Measurement[]) => {
    for (const entry of list) console.log(line(entry))
    measured.push(...list)
  }
  const program = { electron, switches, root }
  const parts: Readonly<Record<string, () => Promise<readonly Measurement[]>>> = {
    compile: async () => [await measureCompile(LIMITS.compile)],
    commit: async () => [await measureCommit(LIMITS.commit)],
    records: () => measureRecords(root, LIMITS.records),
    roster: async () => [await measureRoster(root, LIMITS.roster)],
    credentials: () => measureCredentials(program, LIMITS),
    export: () => measureExport(root, LIMITS),
    start: () => measureStart(program, LIMITS),
    player: async () => [await measurePlayer(LIMITS.player)],
    studio: () => measureStudio(LIMITS.studio),
    map: () => measureMap(LIMITS.map),
  }
  const { positionals } = parseArgs({ allowPositionals: true })
  const unknown = positionals.filter((name) => !(name in parts))
  if (unknown.length > 0)
    throw new Error(
      `There is no ${unknown.join(', ')} to measure; there are ${Object.keys(parts).join(', ')}.`,
    )
  for (const [name, measure] of Object.entries(parts)) {
    if (positionals.length === 0 || positionals.includes(name)) take(...(await measure()))
  }
  const edit = await timeSlowEdit()
  console.log(
    `The issues of an edit in ${edit.scenes} scenes are there after ${Math.round(edit.ms)} ms on a processor that is ${edit.times} times slower.`,
  )
  const proofMs = timeProof()
  console.log(`A proof of 10,000 scenes ends after ${(proofMs / 1000).toFixed(1)} s.`)
  if (process.platform !== 'linux') console.log('Memory is measured on Linux alone.')
  const machine = { platform: process.platform, cpus: os.cpus().length, node: process.version }
  mkdirSync(path.join(root, 'out'), { recursive: true })
  writeFileSync(
    path.join(root, 'out', 'bench.json'),
    `${JSON.stringify({ at: new Date().toISOString(), machine, measured, edit, proofMs }, null, 2)}\n`,
  )
  return measured.every((entry) => entry.ok) ? 0 : 1
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  },
)
