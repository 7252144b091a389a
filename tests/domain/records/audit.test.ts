import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AUDIT_START,
  auditFileHeader,
  auditFileLines,
  auditHash,
  auditHeadText,
  checkAuditFile,
  NoAuditFileError,
  type AuditEntry,
  type AuditHead,
} from '../../../src/domain/records'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
/** A fake signature that depends only on the key and the text. */
const signatureOf = (did: string, text: string) => sha256(`${did} ${text}`)
const tools = { sha256, verifies: (did: string, text: string, s: string) => s === signatureOf(did, text) }

const AT = '2026-03-02T09:00:00.000Z'

function chain(
  count: number,
  from: readonly AuditEntry[] = [],
  detail = (seq: number) => `{"n":${seq}}`,
): AuditEntry[] {
  const entries = [...from]
  while (entries.length < count) {
    const seq = entries.length + 1
    const previous = entries[entries.length - 1]?.hash ?? AUDIT_START
    const entry = { seq, at: AT, personId: null, act: 'sign-in', detail: detail(seq), previous }
    entries.push({ ...entry, hash: auditHash(entry, sha256) })
  }
  return entries
}

function headOf({ seq, hash }: AuditEntry, signer = 'did:key:zA'): AuditHead {
  const head = { seq, hash, at: AT }
  return { ...head, signer, signature: signatureOf(signer, auditHeadText(head)) }
}

function file(
  entries: readonly AuditEntry[],
  heads: readonly AuditHead[],
  newest = heads[heads.length - 1]!,
): string[] {
  const lines = entries.map((entry) =>
    auditFileLines(
      entry,
      heads.find((head) => head.seq === entry.seq),
    ),
  )
  return [auditFileHeader('Meridian', AT, newest), ...lines].join('').split('\n')
}

const whole = chain(8)
const heads = [headOf(whole[3]!), headOf(whole[7]!)]
const check = (lines: readonly string[], issuers?: string[]) => checkAuditFile(lines, tools, issuers)

describe('an exported audit log', () => {
  it('is whole as it was written', () => {
    expect(check(file(whole, heads))).toMatchObject({
      whole: true,
      entries: 8,
      fault: null,
      signed: { seq: 8, signer: 'did:key:zA' },
    })
  })

  const swapped = [...whole.slice(0, 4), whole[5]!, whole[4]!, ...whole.slice(6)]
  const anew = chain(8, whole.slice(0, 5), (seq) => `{"other":${seq}}`)
  const faults: readonly (readonly [string, string[], object])[] = [
    [
      'a changed entry',
      file(whole.with(2, { ...whole[2]!, detail: '{"n":99}' }), heads),
      { kind: 'changed', seq: 3 },
    ],
    ['a missing entry', file(whole.toSpliced(4, 1), heads), { kind: 'missing', seq: 5 }],
    ['a missing first entry', file(whole.slice(1), heads), { kind: 'missing', seq: 1 }],
    ['entries in another order', file(swapped, heads), { kind: 'reordered', seq: 5 }],
    ['an entry twice', file(whole.toSpliced(4, 0, whole[2]!), heads), { kind: 'reordered', seq: 3 }],
    ['a tail cut off', file(whole.slice(0, 6), heads), { kind: 'truncated', seq: 7 }],
    ['everything cut off', file([], heads), { kind: 'truncated', seq: 1 }],
    ['entries after the signed one', file(chain(9, whole), heads), { kind: 'unsigned', seq: 9 }],
    ['an end written anew', file(anew, heads), { kind: 'rewritten', seq: 5 }],
    [
      'one entry written anew',
      file(whole.with(5, { ...anew[5]!, previous: whole[4]!.hash }), heads),
      { kind: 'broken', seq: 7 },
    ],
    [
      'a signature that was changed',
      file(whole, [heads[0]!, { ...heads[1]!, signature: 'AAAA' }]),
      { kind: 'head-altered', seq: 8 },
    ],
    [
      'a head of another key',
      file(whole, [heads[0]!, headOf(whole[7]!, 'did:key:zB')]),
      { kind: 'other-key', seq: 8 },
    ],
    ['a line that is none', file(whole, heads).with(3, '{"seq":'), { kind: 'unreadable', seq: 3 }],
  ]
  it.each(faults)('names the first broken entry: %s', (_name, lines, fault) => {
    expect(check(lines)).toMatchObject({ whole: false, fault })
  })

  it('may be signed only by those who are named', () => {
    expect(check(file(whole, heads), ['did:key:zA']).whole).toBe(true)
    expect(check(file(whole, heads), ['did:key:zB']).fault).toEqual({ kind: 'other-key', seq: 4 })
    const two = file(whole, [heads[0]!, headOf(whole[7]!, 'did:key:zB')])
    expect(check(two, ['did:key:zA', 'did:key:zB']).whole).toBe(true)
  })

  it('is not taken for one when it is something else', () => {
    expect(() => check(['{"type":"something"}'])).toThrow(NoAuditFileError)
    expect(() => check([])).toThrow(NoAuditFileError)
    expect(() => check([file(whole, heads)[0]!.replace('"format":1', '"format":2')])).toThrow(/newer/)
  })

  it('shows any change of any byte that says something', () => {
    const text = file(whole, heads).join('\n')
    // The organisation’s name and the time of the export are only information and not verified.
    const from = text.indexOf('"head"')
    fc.assert(
      fc.property(
        fc.integer({ min: from, max: text.length - 2 }),
        fc.integer({ min: 1, max: 127 }),
        (at, by) => {
          const changed =
            text.slice(0, at) + String.fromCodePoint((text.codePointAt(at)! + by) % 128) + text.slice(at + 1)
          let verdict
          try {
            verdict = check(changed.split('\n'))
          } catch (error) {
            expect(error).toBeInstanceOf(NoAuditFileError)
            return
          }
          // White space between JSON’s own signs does not change its meaning.
          const same = (t: string) =>
            t
              .split('\n')
              .filter(Boolean)
              .map((line) => JSON.parse(line) as unknown)
          if (verdict.whole) expect(same(changed)).toEqual(same(text))
        },
      ),
      { numRuns: 400 },
    )
  })
})
