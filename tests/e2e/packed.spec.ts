import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { dataFolder, ownDisplay, removeFolder, ROOT } from './launch'

const { platform } = process
test.skip(platform === 'darwin', 'an unsigned application is not started there')

let place: string
let program: string

test.beforeAll(async () => {
  test.setTimeout(300_000)
  const { builderArguments } = await import('../../build/builder.mjs')
  const { toolEntry } = await import('../../build/tools.mjs')
  place = dataFolder()
  const execPath = process.env['HTL_ELECTRON']!
  const distPath = dirname(execPath)
  const trial = existsSync(join(distPath, 'stand-in.json'))
  const version = readFileSync(join(distPath, 'version'), 'utf8').trim().replace(/^v/, '')
  const args = builderArguments(
    { execPath, distPath, version, kind: trial ? 'stand-in' : 'official' },
    { trial, targets: ['dir'], platform, arch: process.arch },
  )
  const into = `-c.directories.output=${place}`
  execFileSync(process.execPath, [toolEntry('electron-builder'), ...args, into], { cwd: ROOT, stdio: 'pipe' })
  const unpacked = readdirSync(place).find((name) => name.endsWith('unpacked'))!
  program = join(place, unpacked, platform === 'win32' ? 'Hold the Line.exe' : 'hold-the-line')
})
test.afterAll(() => removeFolder(place))

interface Packed {
  readonly child: ChildProcess
  readonly folder: string
  said(): string
}

let packed: Packed
test.afterEach(async () => {
  const gone = new Promise((done) => packed.child.once('exit', done))
  if (packed.child.kill()) await gone
  removeFolder(packed.folder)
})

/** Starts the packed program and waits until it has opened its records. */
async function start(switches: readonly string[], env: Record<string, string> = {}): Promise<Packed> {
  const folder = dataFolder()
  const needed = JSON.parse(process.env['HTL_ELECTRON_ARGS'] ?? '[]') as string[]
  let said = ''
  const child = spawn(program, [...needed, `--user-data-dir=${folder}`, ...switches], {
    env: { ...process.env, ...ownDisplay(), ...env },
    // The third and fourth are for `--remote-debugging-pipe`.
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  })
  for (const stream of child.stdio.slice(1)) {
    stream?.on('error', () => undefined)
    if (stream !== child.stdio[3]) stream?.on('data', (bytes: Buffer) => (said += bytes.toString()))
  }
  packed = { child, folder, said: () => said }
  await expect.poll(() => existsSync(join(folder, 'records', 'records.db')), { timeout: 60_000 }).toBe(true)
  return packed
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })

/** Returns the command lines of a process and of all its descendants. */
function commandLines(pid: number): string[] {
  const listing = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  const all = listing.split('\n').flatMap((line) => {
    const [, id, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return args === undefined ? [] : [{ id: Number(id), parent: Number(parent), args }]
  })
  const below = (id: number): string[] =>
    all.filter(({ parent }) => parent === id).flatMap((child) => [child.args, ...below(child.id)])
  return below(pid)
}

test('the switches of developers do nothing in a packed program', async () => {
  test.setTimeout(120_000)
  const [remote, node] = [await freePort(), await freePort()]
  const { child, folder, said } = await start([
    `--remote-debugging-port=${remote}`,
    '--remote-debugging-pipe',
    `--inspect=${node}`,
    '--js-flags=--expose-gc',
    '--disable-web-security',
  ])
  const pipe = child.stdio[3] as NodeJS.WritableStream
  pipe.write('{"id":1,"method":"Browser.getVersion"}\0')
  // An application that obeys the switches would need less time.
  await new Promise((done) => setTimeout(done, 4000))
  expect([child.exitCode, child.signalCode]).toEqual([null, null])
  expect([await answers(remote), await answers(node)]).toEqual([false, false])
  expect(said()).not.toMatch(/listening on|"product"/i)
  expect(existsSync(join(folder, 'DevToolsActivePort'))).toBe(false)
  if (platform === 'linux') {
    const lines = commandLines(child.pid!)
    expect(lines.some((line) => line.includes('--type=renderer'))).toBe(true)
    expect(lines.filter((line) => /js-flags|remote-debugging|disable-web-security/.test(line))).toEqual([])
  }
})

test('nor do variables that make another program of it', async () => {
  test.setTimeout(120_000)
  const mark = join(place, 'mark')
  const script = join(place, 'script.cjs')
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`)
  const { said } = await start([script], {
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: `--require ${script} --inspect=0`,
  })
  expect(existsSync(mark)).toBe(false)
  expect(said()).not.toMatch(/listening on/i)
})
