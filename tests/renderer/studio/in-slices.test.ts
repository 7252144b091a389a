import { describe, expect, it } from 'vitest'
import { inSlices } from '../../../src/renderer/studio/in-slices'

const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

/** Makes work of this many steps, each of this many milliseconds. */
function* steps(count: number, ms: number): Generator<undefined, string> {
  for (let i = 0; i < count; i += 1) {
    const until = performance.now() + ms
    while (performance.now() < until);
    yield undefined
  }
  return 'done'
}

describe('work in slices', () => {
  it('ends with its result and the milliseconds it took, and lets others have their turn in between', async () => {
    let turns = 0
    const others = setInterval(() => (turns += 1), 0)
    const [value, took] = await new Promise<[string, number]>((resolve) => {
      inSlices(steps(20, 4), (found, ms) => resolve([found, ms]))
    })
    clearInterval(others)
    expect(value).toBe('done')
    expect(took).toBeGreaterThanOrEqual(20 * 4)
    expect(turns).toBeGreaterThan(4)
  })

  it('says nothing any more once it is ended', async () => {
    let said = 0
    const end = inSlices(steps(20, 4), () => void (said += 1))
    await turn()
    end()
    for (let i = 0; i < 30; i += 1) await turn()
    expect(said).toBe(0)
  })
})
