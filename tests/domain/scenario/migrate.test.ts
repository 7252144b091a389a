import { describe, expect, it } from 'vitest'
import {
  checkMigrations,
  migrate,
  FORMAT_MIGRATIONS,
  type Migration,
} from '../../../src/domain/scenario/migrate'
import { FORMAT } from '../../../src/domain/scenario/vocabulary'

const steps: Migration[] = [
  { from: 1, change: ({ name, ...rest }) => ({ ...rest, title: name }) },
  { from: 2, change: (document) => Object.assign(document, { minutes: 5 }) },
]

describe('migrations', () => {
  it('lead without a gap to the newest format', () => {
    expect(() => checkMigrations(FORMAT_MIGRATIONS, FORMAT)).not.toThrow()
    expect(() => checkMigrations(steps, 3)).not.toThrow()
    expect(() => checkMigrations(steps.slice(1), 3)).toThrow('format 1')
    expect(() => checkMigrations(steps, 4)).toThrow('format 3')
    expect(() => checkMigrations(steps, 2)).toThrow('beyond')
  })

  it('bring an old document forward one format at a time, and leave the original', () => {
    const old = { format: 1, name: 'A call' }
    expect(migrate(old, steps, 3)).toEqual({
      ok: true,
      document: { format: 3, title: 'A call', minutes: 5 },
      migrated: true,
    })
    expect(old).toEqual({ format: 1, name: 'A call' })
    const middle = { format: 2, title: 'B' }
    expect(migrate(middle, steps, 3)).toMatchObject({ document: { format: 3, title: 'B', minutes: 5 } })
    expect(middle).toEqual({ format: 2, title: 'B' })
  })

  it('leave the newest format as it is', () => {
    const newest = { format: 3 }
    const brought = migrate(newest, steps, 3)
    expect(brought.ok && brought.document).toBe(newest)
    expect(brought).toMatchObject({ migrated: false })
  })

  it('do not touch what they do not know', () => {
    expect(migrate({ format: 4 }, steps, 3)).toEqual({ ok: false, reason: 'newer' })
    for (const format of [undefined, '1', 0, -1, 1.5, null]) {
      expect(migrate({ format }, steps, 3)).toEqual({ ok: false, reason: 'no-format' })
    }
  })
})
