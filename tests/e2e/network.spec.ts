import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type ElectronApplication } from '@playwright/test'
import { exportTo } from './exporting'
import { fillFolder } from './filled'
import { setUp, WORDS } from './journey'
import { dataFolder, launch, removeFolder, type Running } from './launch'
import { listen, LOOKED_UP, tryWaysOut, type Listener, type Tried } from './ways-out'

let folder: string
let running: Running
let listener: Listener

test.beforeEach(async () => {
  folder = dataFolder()
  listener = await listen()
})
test.afterEach(async () => {
  await running.app.close()
  listener.close()
  removeFolder(folder)
})

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly { readonly type: number; readonly params?: unknown }[]
}

/** Returns all names that Chromium's network service looked up, and all addresses that it called. */
function wentOut(path: string): string[] {
  const { constants, events } = JSON.parse(readFileSync(path, 'utf8')) as NetLog
  const { HOST_RESOLVER_MANAGER_JOB, DNS_TRANSACTION_QUERY, TCP_CONNECT, UDP_BYTES_SENT } =
    constants.logEventTypes
  return events
    .filter(({ type, params }) => {
      const said = JSON.stringify(params ?? {})
      if (type === HOST_RESOLVER_MANAGER_JOB || type === DNS_TRANSACTION_QUERY) return said.includes('.')
      // All requests are sent to a proxy at an address where nobody listens.
      if (type === TCP_CONNECT) return said.includes('address_list') && !said.includes('"127.0.0.1:0"')
      return type === UDP_BYTES_SENT
    })
    .map(({ type, params }) => `${type} ${JSON.stringify(params)}`)
}

async function watchNetwork(app: ElectronApplication): Promise<() => Promise<string[]>> {
  const path = join(folder, 'net-log.json')
  await app.evaluate(({ session }, file) => session.defaultSession.netLog.startLogging(file), path)
  return async () => {
    await app.evaluate(({ session }) => session.defaultSession.netLog.stopLogging())
    return wentOut(path)
  }
}

const ways = () => ({ udp: listener.udp, tcp: listener.tcp, name: LOOKED_UP })
/** Chromium waits a while before it tries again, and longer before it gives up. */
const SETTLED_MS = 3000

test('a start asks nobody anything', async () => {
  const log = join(folder, 'start-log.json')
  running = await launch(folder, { switches: [`--log-net-log=${log}`] })
  await running.page.getByRole('heading', { level: 1 }).waitFor()
  // By then main has loaded the rest of its code and done its postponed work.
  await running.page.waitForTimeout(5000)
  await running.app.close()
  expect(wentOut(log)).toEqual([])
})

test('nothing that a page can do reaches the network', async () => {
  running = await launch(folder)
  const { app, page } = running
  await page.getByRole('heading', { level: 1 }).waitFor()
  const before = page.url()
  const watched = await watchNetwork(app)
  const { begun } = await page.evaluate(tryWaysOut, ways())
  await page.waitForTimeout(SETTLED_MS)
  expect(await watched()).toEqual([])
  expect(listener.heard).toEqual([])
  // These ways were really tried, and not only refused by a policy that could change.
  expect(begun).toEqual(
    expect.arrayContaining(['WebRTC', 'WebRTC of a frame', 'link dns-prefetch', 'link preconnect']),
  )
  expect(page.url().replace('#x', '')).toBe(before)
  expect(app.windows()).toHaveLength(1)
})

test('a page that leads elsewhere stays where it is', async () => {
  running = await launch(folder)
  const { app, page } = running
  const before = page.url()
  // Playwright waits for ever for a navigation that was refused.
  void page.evaluate((address) => location.assign(address), `http://127.0.0.1:${listener.tcp}/assign`)
  await page.waitForTimeout(1000)
  expect(
    await app.evaluate(({ webContents }) => webContents.getAllWebContents().map((c) => c.getURL())),
  ).toEqual([before])
  expect(listener.heard).toEqual([])
})

test('nor what a page that is printed and never seen can do', async () => {
  fillFolder(folder, 20)
  running = await launch(folder)
  const { app, page } = running
  await setUp(page)
  await page.getByRole('button', { name: WORDS.en['nav.records'], exact: true }).click()
  const watched = await watchNetwork(app)
  // The window for printing would close when it is finished. Before that, it tries all ways out.
  const tries = await app.evaluateHandle(
    ({ app: electron }, code) => {
      const tries: Promise<Tried>[] = []
      electron.on('browser-window-created', (_event, window) => {
        const close = window.destroy.bind(window)
        window.destroy = () => {
          const tried = window.webContents.executeJavaScript(code) as Promise<Tried>
          void tried.finally(() => setTimeout(close, 3000))
          tries.push(tried)
        }
      })
      return tries
    },
    `(${tryWaysOut.toString()})(${JSON.stringify(ways())})`,
  )
  await exportTo(app, page, join(folder, 'report.pdf'), ['completion', 'pdf'])
  const tried = await tries.evaluate((waiting) => Promise.all(waiting))
  await page.waitForTimeout(SETTLED_MS)
  expect(tried.length).toBeGreaterThan(0)
  for (const { begun } of tried) expect(begun).toContain('WebRTC')
  expect(await watched()).toEqual([])
  expect(listener.heard).toEqual([])
})
