/** Files that are no certificates, and name, list or cite what we issued: nobody is accused for them. */
import { describe, expect, it } from 'vitest'
import { signRevocations } from '../../../src/domain/credentials'
import { signStatusList } from '../../../src/domain/credentials/status-list'
import { verifyCertificate } from '../../../src/domain/credentials/verify'
import { CERTIFICATE, outside, ISSUER, NOW, signedBadge, tokenOf } from './samples'

/** Puts a result in one line: the verdict and the reason, and each other certificate in the file. */
async function said(file: string): Promise<string> {
  const { also, ...first } = await verifyCertificate(new Uint8Array(Buffer.from(file)), {
    now: NOW,
    ...outside,
  })
  return [first, ...also].map(({ status, reason }) => [status, reason].filter(Boolean).join(': ')).join(' | ')
}

const badge = await signedBadge()
const credential = JSON.stringify(badge)
const token = tokenOf()

/** A mail as a program saves it, each file in base64. */
const mail = (...files: readonly string[]): string => {
  const attached = files.map(
    (file) =>
      `--b\r\nContent-Type: application/json\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(file)
        .toString('base64')
        .match(/.{1,76}/g)!
        .join('\r\n')}\r\n`,
  )
  return `From: hr@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${attached.join('')}--b--\r\n`
}

const revoked = (count: number) =>
  signRevocations(
    {
      iss: ISSUER.did,
      at: NOW,
      revoked: Array.from({ length: count }, (_, i) => ({
        id: `HTL-0000-${String(i).padStart(4, '0')}`,
        at: NOW,
        on: '2026-12-01',
        superseded: false,
      })),
    },
    ISSUER.sign,
  )
const published = await signStatusList('https://example.com/revoked.json', [7, 90_000], 90_000, ISSUER, NOW)

describe('a list of revoked certificates', () => {
  it.each<[string, string]>([
    ['empty', revoked(0)],
    ['of three', revoked(3)],
    ['of very many', revoked(4000)],
    ['on one line', JSON.stringify(JSON.parse(revoked(3)))],
    ['as one token', Object.values(JSON.parse(revoked(3)) as object).join('.')],
    ['changed', revoked(3).replace(/"signature": "./, '"signature": "?')],
    ['published', published],
    ['published, and laid out anew', JSON.stringify(JSON.parse(published), null, 2)],
  ])('is no certificate, and spoils none that came with it: %s', async (_name, list) => {
    expect(await said(list)).toBe('unreadable: revocation-list')
    expect(await said(mail(list))).toBe('unreadable: revocation-list')
    for (const own of [token, credential]) {
      expect(await said(mail(own, list))).toBe('valid')
      expect(await said(mail(list, own))).toBe('valid')
    }
  })

  it.each([
    ['the list that is handed on', JSON.parse(revoked(3)) as object],
    ['the published one', JSON.parse(published) as object],
  ])('spoils none in the same file: %s', async (_name, list) => {
    const own = await signedBadge()
    expect(await said(JSON.stringify([list, own]))).toBe('valid')
    expect(await said(JSON.stringify({ list: JSON.stringify(list), token }))).toBe('valid')
    expect(await said(`${JSON.stringify(list)}\n${credential}\n`)).toBe('valid')
    expect(await said(`${token}\n\n${JSON.stringify(list, null, 2)}\n`)).toBe('valid')
  })

  it('does not hide a token that was changed', async () => {
    const [header, , signature] = token.split('.')
    const claims = { iss: ISSUER.did, jti: CERTIFICATE.id, revoked: [] }
    const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
    expect(await said(JSON.stringify({ protected: header, payload, signature }))).toBe('tampered: other-form')
    expect(await said(`${header}.${payload}.${signature}`)).toBe('tampered: other-form')
  })
})

describe('a text that cites what we issued', () => {
  const { achievement, result } = badge.credentialSubject
  const lines = (...values: readonly unknown[]) =>
    values.map((value) => `${JSON.stringify(value)}\n`).join('')
  const cited = { user: 7, achievement: achievement.id }
  const award = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential', 'AchievementCredential'],
    credentialSubject: { type: ['AchievementSubject'], achievement, result },
  }
  it.each<[string, string]>([
    ['a record', lines(cited)],
    ['two records', lines(cited, cited)],
    ['records with a line between', `${lines(cited)}\n${lines(cited)}`],
    ['results', lines({ user: 7, result }, { user: 8, result })],
    ['what somebody else awarded for it', lines(award, award)],
    ['a cell', `user,achievement\n7,"${achievement.id}"\n`],
    ['a cell with all of it', `user,achievement\n7,"${JSON.stringify(achievement).replaceAll('"', '""')}"\n`],
    ['a record that lost its end', JSON.stringify(cited).slice(0, -1).replace('{', 'saved {')],
    ['a program', `if (id === "${achievement.id}") show("${badge.id}")\n`],
    ['a log', `INFO ${JSON.stringify(JSON.stringify(cited))}\n`],
    ['a page', `<a data-id="${achievement.id}" href="https://example.com">First week</a>`],
  ])('is no certificate: %s', async (_name, text) => {
    expect(await said(text)).toMatch(/^unreadable: (?:not-a-certificate|damaged)$/)
    expect(await said(text)).not.toContain('tampered')
    expect(await said(mail(token, text))).toMatch(/^(?:unreadable: damaged \| )?valid$/)
    // Controls behind it leave it no JSON.
    expect(await said(`${text}\u0000\u0001\u0002\u0003`)).not.toContain('tampered')
  })

  it('does not hide one of ours beside it', async () => {
    expect(await said(`${lines(cited)}${credential}\n`)).toBe('valid')
    expect(await said(`${lines(cited)}${credential.replace('"91"', '"99"')}\n`)).toBe('tampered: signature')
    expect(await said(`${lines(cited)}${credential.replace('"type"', 'type')}\n`)).toBe('tampered: not-json')
  })
})

it('does not accuse anybody where a program wrote a credential in another language', async () => {
  const bare = credential.replaceAll(/"([A-Za-z]+)":/g, '$1:')
  expect(await said(`const credential = ${bare};`)).toBe('unreadable: damaged')
  expect(await said(`contentHash = "urn:hold-the-line:terms:contentHash"\n`)).toBe('unreadable: damaged')
})
