import { describe, expect, it } from 'vitest'
import { ana, scamText, studioOn } from './folder'

/** The second list of 200 documents may take this many milliseconds on a busy computer. */
const QUICK_MS = 2000

describe('a list of 200 documents', () => {
  it('is there at once when it is asked for again, and each is checked once', async () => {
    const { studio } = studioOn()
    for (let i = 0; i < 200; i += 1) {
      const text = scamText(`Scam ${i}`).replaceAll('"scam"', `"scam-${i}"`)
      await studio.importFile({ name: `scam-${i}.scenario.json`, bytes: Buffer.from(text) }, ana)
    }
    await expect
      .poll(async () => (await studio.list()).documents.filter(({ counts }) => !counts).length, {
        timeout: 60_000,
      })
      .toBe(0)
    const began = performance.now()
    const { documents } = await studio.list()
    expect(performance.now() - began).toBeLessThan(QUICK_MS)
    expect(documents.filter(({ origin }) => origin === 'own')).toHaveLength(200)
    expect(documents.every(({ origin, counts }) => origin === 'shipped' || counts?.errors === 0)).toBe(true)
  })
})
