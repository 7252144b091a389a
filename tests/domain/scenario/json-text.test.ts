import { describe, expect, it } from 'vitest'
import { DEEPEST_JSON, readJson } from '../../../src/domain/scenario/json-text'
import { processorMs } from '../../time'

const nested = (levels: number, inner = ''): string =>
  `${'{"a":['.repeat(levels / 2)}${inner}${']}'.repeat(levels / 2)}`

describe('a text that is nested deeply', () => {
  it('is read up to a limit, and refused beyond it before anything walks through it', async () => {
    expect(readJson(nested(DEEPEST_JSON))).toMatchObject({ ok: true })
    const refused = { ok: false, fault: { code: 'too-deep', params: { deepest: DEEPEST_JSON } } }
    expect(readJson(nested(DEEPEST_JSON, '[]'))).toMatchObject(refused)
    const deepest = '['.repeat(8_000_000)
    expect(await processorMs(() => expect(readJson(deepest)).toMatchObject(refused))).toBeLessThan(1000)
  })

  it('is told from brackets within texts, and from many that stand side by side', () => {
    const signs = '[{'.repeat(DEEPEST_JSON)
    for (const value of [signs, [`"${signs}`, `\\${signs}`, `\\"${signs}`], { [signs]: signs }]) {
      expect(readJson(JSON.stringify(value))).toMatchObject({ ok: true, raw: value })
    }
    expect(readJson(`[${Array.from({ length: 5000 }, () => '[{}]').join()}]`)).toMatchObject({ ok: true })
    expect(readJson('["a')).toMatchObject({ ok: false, fault: { code: 'not-json' } })
  })
})
