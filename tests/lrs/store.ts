/** Runs a real learning record store in memory, and reads what it holds. */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

export const AUTHORIZATION = `Basic ${Buffer.from('key:secret').toString('base64')}`

export interface TestStore {
  readonly address: string
  readonly port: number
  /** Kills it, as a power cut would. Its content is gone. */
  kill(): Promise<void>
}

export interface HeldStatement {
  readonly id: string
  readonly verb: { readonly id: string }
  readonly actor: {
    readonly name?: string
    readonly account: { readonly homePage: string; readonly name: string }
  }
  readonly object: { readonly id: string }
}

/** Returns a port on which nobody listens at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/about`)).status === 200
  } catch {
    return false
  }
}

/**
 * Returns the server's file, and installs it if necessary. This is a program of its own, since both test runners load
 * this file.
 */
async function serverFile(): Promise<string> {
  const installer = path.resolve(__dirname, '../../build/test-lrs.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [installer])
  return stdout
}

/**
 * Starts a store.
 * @param port the port of an earlier one that it replaces
 */
export async function startStore(port?: number): Promise<TestStore> {
  const server = await serverFile()
  const own = port ?? (await freePort())
  const folder = mkdtempSync(path.join(tmpdir(), 'hold-the-line-lrs-'))
  const child: ChildProcess = spawn(process.execPath, [server], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
    env: {
      ...process.env,
      EXPRESS_PORT: String(own),
      AUTH_REPO: 'test',
      EVENTS_REPO: 'test',
      MODELS_REPO: 'memory',
      STORAGE_REPO: 'local',
      LANG: 'en',
    },
  })
  const killNow = () => void child.kill('SIGKILL')
  process.on('exit', killNow)
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = async () => {
    killNow()
    await ended
    process.off('exit', killNow)
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  const address = `http://127.0.0.1:${own}/xAPI`
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (child.exitCode !== null) break
    if (await answers(address)) return { address, port: own, kill }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await kill()
  throw new Error(`The learning record store did not start.\n${errors.slice(-2000)}`)
}

/** Returns everything that a store holds, the oldest first. */
export async function held(address: string): Promise<HeldStatement[]> {
  const all: HeldStatement[] = []
  let next = `${address}/statements?ascending=true&limit=100`
  while (next !== '') {
    const response = await fetch(next, {
      headers: { Authorization: AUTHORIZATION, 'X-Experience-API-Version': '1.0.3' },
    })
    if (response.status !== 200) throw new Error(`The store answered ${response.status}.`)
    const { statements, more } = (await response.json()) as { statements: HeldStatement[]; more: string }
    all.push(...statements)
    next = more === '' ? '' : new URL(more, address).href
  }
  return all
}
