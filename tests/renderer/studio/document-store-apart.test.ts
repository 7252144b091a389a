import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDocument } from '../../../src/renderer/studio/document-store'
import { farDisk, opened } from './far-disk'

type Open = ReturnType<typeof openDocument>
const setTitle = (open: Open, words: string) =>
  open.edit({ code: 'text' }, (document) => {
    ;(document['title'] as Record<string, string>)['en'] = words
  })
const setVersion = (open: Open, version: string) =>
  open.edit({ code: 'text' }, (document) => {
    document['version'] = version
  })
const shown = (open: Open) => {
  const { title, version } = open.store.getState().draft.value as {
    title: { en: string }
    version: string
  }
  return [title.en, version]
}
/** Types a title that becomes an act when it is asked for. */
const typeTitle = (open: Open, words: string) => {
  let typed: string | undefined = words
  open.typing(() => {
    const now = typed
    typed = undefined
    if (now !== undefined) setTitle(open, now)
  })
}

describe('a document that two computers write far from its disk', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it.each([
    ['typed', (open: Open) => typeTitle(open, 'Mine')],
    ['done', (open: Open) => setTitle(open, 'Mine')],
    ['looked for', (open: Open) => open.look()],
  ])(
    'keeps both sides, and goes on, where something is %s while the whole is saved',
    async (_, meanwhile) => {
      const { host, entries, texts, asked } = farDisk(() => 100)
      const [one, two] = [openDocument(opened, host), openDocument(opened, host)]
      setTitle(one, 'First')
      await vi.advanceTimersByTimeAsync(1000)
      // This computer doesn't know the first act, so that both come together.
      setVersion(two, '9.9.9')
      await vi.advanceTimersByTimeAsync(1000)
      expect(entries).toHaveLength(2)
      expect(shown(one)[1]).not.toBe('9.9.9')
      await vi.advanceTimersByTimeAsync(220)
      expect(asked.at(-1)).toMatch(/append|checkpoint 1: stale/)
      meanwhile(one)
      await vi.advanceTimersByTimeAsync(20_000)
      expect(one.store.getState()).toMatchObject({ saving: { name: 'saved' }, meeting: null })
      setTitle(one, 'Later')
      await vi.advanceTimersByTimeAsync(20_000)
      expect(shown(one)).toEqual(['Later', '9.9.9'])
      expect(one.acts()).toEqual(entries)
      expect(texts.at(-1)).toBe(one.textNow())
    },
  )

  it('takes the answer that a press overtook for what it was asked about', async () => {
    const { host, entries } = farDisk(() => 100)
    const [one, two] = [openDocument(opened, host), openDocument(opened, host)]
    setTitle(one, 'One')
    await vi.advanceTimersByTimeAsync(1000)
    setTitle(two, 'Two')
    await vi.advanceTimersByTimeAsync(1000)
    expect(two.store.getState().meeting?.conflicts).toHaveLength(1)
    const settled = two.settle()
    await vi.advanceTimersByTimeAsync(50)
    two.join(() => 'mine')
    const said = new Set<string>()
    two.store.subscribe(({ saving }) => said.add(saving.name))
    await vi.advanceTimersByTimeAsync(5000)
    expect(await settled).toBe(true)
    expect(two.store.getState()).toMatchObject({ saving: { name: 'saved' }, meeting: null })
    expect(said).not.toContain('stale')
    expect(shown(two)[0]).toBe('Two')
    expect(two.acts()).toEqual(entries)
    expect(two.acts()).toEqual(entries)
  })

  it('comes to the same on both, whenever each does, types, looks and waits', async () => {
    const step = fc.record({
      by: fc.constantFrom(0, 1),
      what: fc.constantFrom('act', 'type', 'look', 'settle'),
      wait: fc.constantFrom(0, 30, 130, 900, 2050),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 14 }),
        fc.array(fc.constantFrom(1, 40, 150), { minLength: 1, maxLength: 5 }),
        async (steps, delays) => {
          let i = 0
          const { host, entries, texts } = farDisk(() => delays[i++ % delays.length]!)
          const windows = [openDocument(opened, host), openDocument(opened, host)] as const
          for (const [n, { by, what, wait }] of steps.entries()) {
            const open = windows[by as 0 | 1]
            if (what === 'look') open.look()
            else if (what === 'settle') void open.settle()
            else if (by === 1) setVersion(open, `1.0.${n}`)
            else if (what === 'act') setTitle(open, `Act ${n}`)
            else typeTitle(open, `Typed ${n}`)
            await vi.advanceTimersByTimeAsync(wait)
          }
          for (const open of [...windows, ...windows]) {
            const settled = open.settle()
            await vi.advanceTimersByTimeAsync(10_000)
            expect(await settled).toBe(true)
            open.look()
            await vi.advanceTimersByTimeAsync(10_000)
          }
          for (const open of windows) {
            expect(open.store.getState()).toMatchObject({ saving: { name: 'saved' }, meeting: null })
            expect(open.acts()).toEqual(entries)
            if (entries.length > 0) expect(texts.at(-1)).toBe(open.textNow())
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
