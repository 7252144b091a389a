import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROW_TEXT } from '../../../src/main/store/packed'
import { checkSeals } from '../../../src/main/export/seal-check'
import { sealedText } from '../../../src/main/store/sealed'
import { SINCE, seals } from './records'

const instant = fc.constantFrom('2025-12-01T00:00:00.000Z', SINCE, '2026-02-01T08:05:30.500Z')
const attempt = fc.record({
  ended_at: fc.option(fc.oneof(instant, fc.string())),
  id: fc.string(),
  course: fc.constantFrom('short', '"]', ROW_TEXT, 'null'),
  earned: fc.option(fc.integer()),
})
/** Texts that a forger may have put in the place of a seal. */
const forged = fc.oneof(
  fc.constantFrom('', ']', '"]', '[null]', ROW_TEXT, `]${'A'.repeat(43)}=`, 'A'.repeat(44)),
  fc.string(),
)
const row = fc.record({ attempt, forged: fc.option(forged, { freq: 2 }), sealed: fc.boolean() })

describe('checkSeals', () => {
  it('says of packed rows what the seals say of each, whatever stands where a seal should', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const each = rows.map((one) => {
          const text = sealedText(one.attempt)
          const seal = one.sealed ? seals.of(text) : one.forged
          return {
            key: text + (seal ?? ''),
            found: seals.integrity(text, seal || null, one.attempt.ended_at),
            seal,
          }
        })
        const keys = Buffer.from(each.map(({ key }) => key).join(ROW_TEXT))
        const checked = checkSeals(keys, rows.length, seals)
        if (each.some(({ seal }) => seal?.includes(ROW_TEXT))) {
          expect(checked).toBeUndefined()
          return
        }
        const found = each.map((_, i) => checked!.corrected.get(i) ?? 'whole')
        expect(found).toEqual(each.map((one) => one.found))
        for (const name of ['whole', 'altered', 'unsealed', 'open'] as const) {
          expect(checked!.counts[name]).toBe(found.filter((one) => one === name).length)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('finds a change of each sealed value, and of nothing into an empty text', () => {
    const whole = { ended_at: SINCE, id: 'a', device: null, passed: 1 }
    const seal = seals.of(sealedText(whole))
    const found = (change: object) =>
      checkSeals(Buffer.from(sealedText({ ...whole, ...change }) + seal), 1, seals)!.corrected.get(0)
    expect(found({})).toBeUndefined()
    for (const change of [{ id: 'b' }, { device: '' }, { device: 'null' }, { passed: 0 }, { passed: '1' }]) {
      expect(found(change)).toBe('altered')
    }
  })
})
