import { describe, expect, it } from 'vitest'
import { detailLines } from '../../../src/renderer/audit/audit-detail'

const say = (_: string, value: unknown) => (value === null ? 'none' : String(value))

describe('detailLines', () => {
  it('says a change as old and new, and leaves out what did not change', () => {
    const detail = { retentionMonths: 24, pin: 'none', before: { retentionMonths: null, pin: 'none' } }
    expect(detailLines(JSON.stringify(detail), say)).toEqual([
      { key: 'retentionMonths', before: 'none', value: '24' },
    ])
  })

  it('leaves out ids and hashes, for which the names stand', () => {
    const detail = {
      person: '0f6f9c9e-9d0f-4c44-8a5c-3f1f3f1f3f1f',
      sha256: 'ab'.repeat(32),
      issuer: 'did:key:z6MkfrQ',
      people: 3,
      due: null,
    }
    expect(detailLines(JSON.stringify(detail), say)).toEqual([{ key: 'people', value: '3' }])
  })

  it('leaves what is no object to be shown as it stands', () => {
    expect(detailLines('not json', say)).toBeUndefined()
    expect(detailLines('[1]', say)).toBeUndefined()
  })
})
