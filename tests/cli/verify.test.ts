import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signRevocations } from '../../src/domain/credentials'
import { bake } from '../../src/domain/credentials/png'
import { CERTIFICATE, DOT, ISSUER, signedBadge, STRANGER, tokenOf } from '../domain/credentials/samples'
import { htl } from './run-htl'

const DAY_MS = 86_400_000

const verify = (...words: string[]) => htl('verify', ...words)

const at = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()
const valid = { ...CERTIFICATE, issuedAt: at(-1), validUntil: at(90) }
let folder = ''
const file = (name: string, content: string | Uint8Array) => {
  const place = path.join(folder, name)
  writeFileSync(place, content)
  return place
}
const utf16 = (place: string) => Buffer.from(`\ufeff${readFileSync(place, 'utf8')}`, 'utf16le')
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'htl-verify-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('htl verify', () => {
  it('ends with 0 for a valid certificate alone, and says what was not checked', async () => {
    const credential = JSON.stringify(await signedBadge(valid))
    for (const good of [file('c.json', credential), file('b.png', bake(DOT, credential)), tokenOf(valid)]) {
      const { status, stdout } = verify(good)
      expect(status).toBe(0)
      expect(stdout).toMatch(/^valid: /)
      expect(stdout).toContain(ISSUER.did)
      expect(stdout).toContain('Who that is was not checked')
      expect(stdout).toContain('needs --revocations')
    }
    expect(verify(file('c.json', credential), '--issuer', ISSUER.did).stdout).not.toContain(
      'not checked. Compare',
    )
  })

  it('tells each other verdict apart, in words, by exit code and as JSON', async () => {
    const good = await signedBadge(valid)
    const text = JSON.stringify(good)
    const list = { iss: ISSUER.did, at: at(0), revoked: [{ id: valid.id, at: at(0), superseded: false }] }
    const revocations = file('revocations.json', signRevocations(list, ISSUER.sign))
    const whole = file('whole.json', text)
    const old = await signedBadge({ ...CERTIFICATE, issuedAt: at(-90), validUntil: at(-1) })
    const early = await signedBadge({ ...CERTIFICATE, issuedAt: at(2), validUntil: at(90) })
    const cases: [string, number, string[]][] = [
      ['tampered', 1, [file('score.json', text.replace('"91"', '"92"'))]],
      ['tampered', 1, [file('no-json.json', text.replace(':', ';'))]],
      ['expired', 3, [file('old.json', JSON.stringify(old))]],
      ['revoked', 4, [whole, '--revocations', revocations]],
      ['revoked', 4, [whole, '--revocations', file('utf16.json', utf16(revocations))]],
      ['unknown-issuer', 5, [whole, '--issuer', STRANGER.did]],
      ['not-yet-valid', 6, [file('early.json', JSON.stringify(early))]],
      ['unreadable', 7, [file('letter.txt', 'Dear Sir or Madam')]],
    ]
    for (const [word, code, words] of cases) {
      const said = verify(...words)
      expect([said.status, said.stdout.split(':')[0]]).toEqual([code, word])
    }
    expect(JSON.parse(verify(...cases[0]![2], '--json').stdout)).toMatchObject({
      ok: false,
      status: 'tampered',
      reason: 'signature',
      told: null,
    })
  })

  it('judges each certificate of a file with a list of its own issuer alone', async () => {
    const own = tokenOf(valid)
    const others = tokenOf({ ...valid, id: 'HTL-0000-0001' }, STRANGER)
    const list = { iss: ISSUER.did, at: at(0), revoked: [] }
    const revocations = file('own.json', signRevocations(list, ISSUER.sign))
    for (const [name, tokens] of [
      ['own first', [own, others]],
      ['own last', [others, own]],
    ] as const) {
      const both = file('both.txt', tokens.join('\n\n'))
      const { status, stdout } = verify(both, '--revocations', revocations)
      expect([name, status]).toEqual([name, 0])
      expect(stdout.match(/not on the list of revoked certificates/g)).toHaveLength(1)
      expect(stdout.match(/the list that was given is of another issuer/g)).toHaveLength(1)
      const json = verify(both, '--revocations', revocations, '--json').json()
      // Of the whole file it is true only when it is true of every certificate.
      expect(json).toMatchObject({
        status: 'valid',
        revocationsChecked: false,
        also: [{ revocationsChecked: name === 'own last' }],
      })
    }
  })

  it('carries nothing out with a list that was altered or is another issuer’s, or with no issuer', async () => {
    const whole = file('whole.json', JSON.stringify(await signedBadge(valid)))
    const list = { iss: STRANGER.did, at: at(0), revoked: [] }
    const others = file('others.json', signRevocations(list, STRANGER.sign))
    expect(verify(whole, '--revocations', others)).toMatchObject({ status: 2, stdout: '' })
    const forged = file('forged.json', signRevocations({ ...list, iss: ISSUER.did }, STRANGER.sign))
    expect(verify(whole, '--revocations', forged).stderr).toContain('it was altered')
    expect(verify(whole, '--issuer', 'did:web:example.org').status).toBe(2)
    expect(verify().status).toBe(2)
    expect(verify(path.join(folder, 'nowhere.pdf')).stderr).toContain('ENOENT')
  })
})
