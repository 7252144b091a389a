import { expect, test, type Page } from '@playwright/test'
import type { JournalEntry } from '../../src/domain/authoring/journal'
import { dataFolder, kill, launch, removeFolder } from './launch'
import { setUp, unlock } from './journey'

const scenario = { kind: 'scenario', id: 'our-scam' } as const

const retitled = (n: number, title: string): JournalEntry => ({
  n,
  at: '2026-11-28T20:00:00.000Z',
  kind: 'edit',
  label: { code: 'title' },
  patches: [{ op: 'replace', path: ['title', 'en'], value: title }],
  inverse: [{ op: 'replace', path: ['title', 'en'], value: 'Our scam' }],
})

const append = (page: Page, after: number, entries: JournalEntry[]) =>
  page.evaluate((request) => window.api.studio.append(request), { ...scenario, after, entries })
const list = (page: Page) => page.evaluate(() => window.api.studio.list())
const open = (page: Page) => page.evaluate((which) => window.api.studio.open(which), scenario)

test('what an author did is there after SIGKILL, and reaches trainees when it is published', async () => {
  const folder = dataFolder()
  try {
    const first = await launch(folder)
    await setUp(first.page)
    const created = await first.page.evaluate((request) => window.api.studio.create(request), {
      ...scenario,
      title: { en: 'Our scam' },
      template: null,
    })
    expect(created).toMatchObject({ ok: true })
    expect(await open(first.page)).toMatchObject({ ok: true, value: { outcome: 'opened', readOnly: false } })
    const acts = [retitled(1, 'Ours'), retitled(2, 'Ours at last')]
    expect(await append(first.page, 0, acts)).toMatchObject({ ok: true, value: { outcome: 'taken', n: 2 } })
    await kill(first)

    const second = await launch(folder)
    await unlock(second.page)
    expect(await open(second.page)).toMatchObject({
      ok: true,
      value: { outcome: 'opened', journal: { entries: [{ n: 1 }, { n: 2 }] } },
    })
    expect(await append(second.page, 1, [retitled(2, 'Behind')])).toMatchObject({
      ok: true,
      value: { outcome: 'stale', n: 2 },
    })
    await expect
      .poll(async () => {
        const answer = await list(second.page)
        return answer.ok && answer.value.documents.every(({ checks }) => checks !== null)
      })
      .toBe(true)
    // A scenario with texts that are still to be written can't be published.
    const opened = await open(second.page)
    if (!opened.ok || opened.value.outcome !== 'opened') throw new Error('not opened')
    const text = opened.value.text.replaceAll('…', 'Written.').replace('Our scam', 'Ours at last')
    const written = { n: 3, at: new Date().toISOString(), kind: 'text', text } as const
    expect(await append(second.page, 2, [written])).toMatchObject({ ok: true, value: { outcome: 'taken' } })
    const published = await second.page.evaluate((request) => window.api.studio.publish(request), {
      ...scenario,
      after: 3,
      note: '',
    })
    expect(published).toMatchObject({ ok: true, value: { outcome: 'published', version: { number: 1 } } })
    await expect
      .poll(async () => {
        const listed = await list(second.page)
        return listed.ok && listed.value.documents.find(({ id }) => id === scenario.id)
      })
      .toMatchObject({
        origin: 'own',
        title: { en: 'Ours at last' },
        checks: { errors: 0 },
        published: { number: 1, differs: false },
      })
    await second.app.close()
  } finally {
    removeFolder(folder)
  }
})
