import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { launch, type Launched } from './launch'
import { compare, takeTurns, type Measurement } from './measure'

const ROUNDS = { least: 9, most: 25 }
/** Memory is only read in the first rounds, after this rest. */
const MEMORY_ROUNDS = 5
const REST_MS = 8000

const BARE_MAIN = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 820, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => window.show())
  window.loadFile('index.html')
})
`
const BARE_PAGE = '<!doctype html><meta charset="utf-8"><title>Bare</title><button>Go on</button>\n'

function bareProgram(folder: string): string {
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'bare', main: 'main.js' }))
  writeFileSync(path.join(folder, 'main.js'), BARE_MAIN)
  writeFileSync(path.join(folder, 'index.html'), BARE_PAGE)
  return folder
}

/**
 * Compares the application with a bare window, on the same runtime and in turns: the time to the first usable screen,
 * and memory at rest. Each keeps its data folder from an unmeasured first start, because only one start in life is the
 * first.
 */
export async function measureStart(
  program: { electron: string; switches: readonly string[]; root: string },
  limits: { start: number; memory: number },
): Promise<Measurement[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'htl-bench-'))
  const bare = bareProgram(path.join(folder, 'bare'))
  const run = async (what: 'ours' | 'bare', restMs: number): Promise<Launched> => {
    const data = `--user-data-dir=${path.join(folder, `data-${what}`)}`
    const target = what === 'ours' ? program.root : bare
    const launched = await launch(program.electron, [...program.switches, data], [target], restMs)
    await sleep(500)
    return launched
  }
  try {
    await run('bare', 0)
    await run('ours', 0)
    const memory = { ours: [] as number[], bare: [] as number[] }
    const measured = (what: 'ours' | 'bare') => async (round: number) => {
      const { startMs, memoryMb } = await run(what, round < MEMORY_ROUNDS ? REST_MS : 0)
      if (memoryMb !== undefined) memory[what].push(memoryMb)
      return startMs
    }
    const start = await takeTurns({ ours: measured('ours'), bare: measured('bare') }, ROUNDS)
    const list = [
      compare(
        'start to the first usable screen / a bare window',
        start,
        'ms',
        limits.start,
        `${start.ours.length} starts each`,
      ),
    ]
    if (memory.ours.length > 0) {
      const note = `what all processes hold, shared parts once, at rest, at least ${REST_MS / 1000} s after the start`
      list.push(compare('memory at rest / a bare window', memory, 'MB', limits.memory, note))
    }
    return list
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
