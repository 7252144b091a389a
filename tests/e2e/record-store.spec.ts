/** Runs the real application with a real learning record store on this computer. */
import { expect, test } from '@playwright/test'
import recordStoreEn from '../../src/texts/en/record-store.json'
import recordStoreFr from '../../src/texts/fr/record-store.json'
import { held, startStore, type TestStore } from '../lrs/store'
import { startProxy, type Proxy } from '../lrs/proxy'
import { begin } from './ahead'
import { chooseLanguage, setUp, WORDS } from './journey'
import { EVERY_CONTACT, withEveryContact } from './every-contact'
import { chooseFile, dataFolder, launch, removeFolder, type Running } from './launch'
import { looker } from './looking'
import { bestRun, readScenario } from './paths'
import type { Locale } from './trainee'

let store: TestStore
let proxy: Proxy
let folder: string
let root: string
let running: Running

test.beforeAll(async () => {
  store = await startStore()
  proxy = await startProxy(store.address)
})
test.beforeEach(async () => {
  folder = dataFolder()
  root = withEveryContact(folder)
  running = await launch(folder, { root })
})
test.afterEach(async () => {
  await running.app.close()
  removeFolder(folder)
  proxy.behave(() => 'pass')
})
test.afterAll(async () => {
  await proxy?.close()
  await store?.kill()
})

const TEXTS = { en: recordStoreEn, fr: recordStoreFr }
const SCENARIOS = ['audit-thursday', 'telegram-bribe'] as const

async function openSection(locale: Locale = 'en'): Promise<void> {
  const { page } = running
  await page.getByRole('button', { name: WORDS[locale]['nav.settings'], exact: true }).click()
  await page.getByRole('tab', { name: TEXTS[locale].title }).click()
  await page.getByRole('heading', { level: 2, name: TEXTS[locale].title }).waitFor()
}

async function fill(address: string, locale: Locale = 'en'): Promise<void> {
  const { page } = running
  const t = TEXTS[locale]
  await page.getByLabel(t.address, { exact: true }).fill(address)
  await page.getByLabel(t.key, { exact: true }).fill('key')
  await page.getByLabel(t.secret, { exact: true }).fill('secret')
}

const play = (scenario: (typeof SCENARIOS)[number]) =>
  begin(running.page, EVERY_CONTACT, readScenario(scenario), bestRun(readScenario(scenario)))

/** Returns the scenario and the verb of each statement in the store. */
async function arrivals(address = store.address): Promise<string[]> {
  return (await held(address))
    .map(({ verb, object }) => `${object.id.split('/').pop()} ${verb.id.split('/').pop()}`)
    .sort()
}

const THREE = (scenario: string) =>
  ['completed', 'initialized', 'passed'].map((verb) => `${scenario} ${verb}`)

test('an attempt arrives at the record store; one played while it is down arrives once it is back', async () => {
  const { page } = running
  await setUp(page)
  await play(SCENARIOS[0])
  await openSection()
  await fill(store.address)
  await page.getByText(recordStoreEn['earlier.with']).click()
  await page.getByRole('button', { name: recordStoreEn.try, exact: true }).click()
  await expect(page.getByText(recordStoreEn.tried)).toBeVisible()
  expect(await held(store.address)).toEqual([])
  await page.getByRole('button', { name: recordStoreEn.connect, exact: true }).click()
  await expect(page.getByText(recordStoreEn['state.connected'])).toBeVisible()
  expect(await arrivals()).toEqual(THREE(SCENARIOS[0]))

  const { port } = store
  await store.kill()
  await page.getByRole('button', { name: WORDS.en['nav.learn'], exact: true }).click()
  await play(SCENARIOS[1])
  await openSection()
  await expect(page.getByText(/3 statements are waiting to be delivered/)).toBeVisible()
  await expect(page.getByText(recordStoreEn['problem.unreachable'])).toBeVisible()

  // This also holds after a restart of the program.
  await running.app.close()
  store = await startStore(port)
  running = await launch(folder, { root })
  // The statements arrive before anybody has signed in.
  await expect.poll(() => arrivals()).toEqual(THREE(SCENARIOS[1]))
  const all = await held(store.address)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
})

test('what Chromium answers means the same: refused key, redirect, silence, garbage', async () => {
  const { page } = running
  await setUp(page)
  await openSection()
  const other = await startProxy(store.address)
  const ask = async (expected: keyof typeof recordStoreEn) => {
    await page.getByRole('button', { name: recordStoreEn.try, exact: true }).click()
    await expect(page.getByText(recordStoreEn[expected])).toBeVisible()
  }
  await fill(proxy.address)
  proxy.behave(() => ({ status: 401, headers: { 'WWW-Authenticate': 'Basic realm="lrs"' } }))
  await ask('problem.credentials')
  proxy.behave(() => ({ status: 302, headers: { Location: `${other.address}/about` } }))
  await ask('problem.redirect')
  expect(other.seen).toEqual([])
  proxy.behave(() => 'cut-before')
  await ask('problem.unreachable')
  proxy.behave(() => ({ status: 200, body: '<html>' }))
  await ask('problem.not-understood')
  await fill('http://lrs.example.org/xapi')
  await ask('fault.not-https')
  await expect(page.getByLabel(recordStoreEn.address, { exact: true })).toBeFocused()
  await other.close()
})

test('nobody but an administrator reaches the record store', async () => {
  const { page } = running
  await setUp(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.evaluate(() => window.api.session.join({ name: 'Arun Nair', number: 'IND-1' }))
  const asked = await page.evaluate(() => window.api.recordStore.state())
  expect(asked).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
})

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`the record store in both themes and sizes (${locale})`, async () => {
    const { page, app } = running
    const t = TEXTS[locale]
    const look = looker(running, locale)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await chooseLanguage(page, locale)
    await setUp(page, undefined, locale)
    await play(SCENARIOS[0])
    await openSection(locale)
    await fill(proxy.address, locale)
    proxy.behave(() => ({ status: 401, body: 'Unknown key' }))
    await page.getByRole('button', { name: t.try, exact: true }).click()
    await page.getByText(t['problem.credentials']).waitFor()
    await look('record-store-tried')
    proxy.behave(({ method, ids }) =>
      method === 'POST' && ids.length > 0 ? { status: 400, body: 'Extensions are not allowed here' } : 'pass',
    )
    await page.getByText(t['earlier.with']).click()
    await page.getByRole('button', { name: t.connect, exact: true }).click()
    await page.getByRole('button', { name: t['refused.view'] }).first().waitFor()
    await look('record-store-refused')
    await page.getByRole('button', { name: t['refused.view'] }).first().click()
    await page.getByRole('dialog').waitFor()
    await look('record-store-statement')
    await page.getByRole('button', { name: t['refused.close'] }).click()
    const file = `${folder}/refused.jsonl`
    await chooseFile(app, file)
    await page.getByRole('button', { name: t['refused.export'] }).click()
    await page.getByText('refused.jsonl').waitFor()
    await page.getByRole('button', { name: t['refused.drop'] }).first().click()
    await page.getByRole('alertdialog').waitFor()
    await page.getByRole('button', { name: t['refused.drop.go'], exact: true }).click()
    await expect(page.getByRole('button', { name: t['refused.view'] })).toHaveCount(2)
    proxy.behave(({ method }) =>
      method === 'POST' ? { status: 503, headers: { 'Retry-After': '3600' }, body: 'Maintenance' } : 'pass',
    )
    await page.getByRole('button', { name: t['refused.retry.all'] }).click()
    await page.getByText(t['problem.busy']).waitFor()
    await look('record-store-waiting')
    await page.getByRole('button', { name: t.disconnect }).click()
    await page.getByRole('alertdialog').waitFor()
    await page.getByRole('button', { name: t.cancel }).click()
    proxy.behave(() => 'pass')
    await page.getByRole('button', { name: t['send-now'] }).click()
    await page.getByText(t['state.connected']).waitFor()
    await look('record-store-connected')
  })
}
