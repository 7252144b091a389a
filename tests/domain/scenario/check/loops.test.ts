import fc from 'fast-check'
import { expect, it } from 'vitest'
import { componentsOf, inLoop } from '../../../../src/domain/scenario/check/loops'

it('two places share a component exactly when each can be reached from the other', () => {
  const graph = fc
    .integer({ min: 1, max: 12 })
    .chain((count) =>
      fc.array(fc.array(fc.nat(count), { maxLength: 4 }), { minLength: count, maxLength: count }),
    )
  let loops = 0
  fc.assert(
    fc.property(graph, (targets) => {
      // A step to `count` leads beyond the last place and does not count.
      const steps = targets.map((own) => own.map((to) => ({ to })))
      const components = componentsOf(steps)
      const reaches = (from: number, to: number): boolean => {
        const seen = new Set([from])
        for (const at of seen) for (const next of targets[at] ?? []) seen.add(next)
        return seen.has(to)
      }
      targets.forEach((_, a) =>
        targets.forEach((__, b) => {
          const together = reaches(a, b) && reaches(b, a)
          if (together && a !== b) loops += 1
          expect(inLoop(components, a, b)).toBe(together)
        }),
      )
      expect(inLoop(components, 0, targets.length)).toBe(false)
    }),
    { numRuns: 200 },
  )
  expect(loops).toBeGreaterThan(50)
})
