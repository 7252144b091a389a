import fc from 'fast-check'
import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { claimsOf, signToken, type Certificate } from '../../../src/domain/credentials'
import { badgeOf } from '../../../src/domain/credentials/badge'
import { signBadge } from '../../../src/domain/credentials/integrity'
import { attachToPdf } from '../../../src/domain/credentials/pdf'
import { bake, crc32 } from '../../../src/domain/credentials/png'
import { LARGEST_FILE, LARGEST_UNPACKED } from '../../../src/domain/credentials/verdict'
import { verifyCertificate, type VerifyOptions } from '../../../src/domain/credentials/verify'
import { badgeTexts } from '../../../src/texts/credential-texts'
import { CERTIFICATE, outside, DOT, ISSUER, NOW, signedBadge, STRANGER, tokenOf } from './samples'

const bytes = (value: string | object) =>
  new Uint8Array(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)))
const verify = (file: string | object | Uint8Array, options: Partial<VerifyOptions> = {}) =>
  verifyCertificate(file instanceof Uint8Array ? file : bytes(file), { now: NOW, ...outside, ...options })
const verdict = async (file: string | object | Uint8Array, options: Partial<VerifyOptions> = {}) => {
  const { status, reason } = await verify(file, options)
  return reason ? `${status}: ${reason}` : status
}

async function pdfOf(credential: string, token: string, certificate: Certificate = CERTIFICATE) {
  const empty = await PDFDocument.create()
  empty.addPage()
  return attachToPdf(await empty.save(), {
    elements: { role: 'Document', children: [] },
    id: '0'.repeat(32),
    subject: 'A course',
    credential,
    token,
    title: certificate.title,
    organisation: certificate.organisation,
    locale: 'fr',
    issuedAt: new Date(certificate.issuedAt),
  })
}

const badge = await signedBadge()
const text = JSON.stringify(badge)
type Loose = { [name: string]: Loose }
/** Returns a copy of the signed badge with another value at a place; `undefined` removes the value. */
function altered(place: string, value: unknown): object {
  const copy = structuredClone(badge) as unknown as Loose
  const steps = place.split('/')
  const last = steps.pop()!
  const parent = steps.reduce((at, step) => at[step]!, copy)
  if (value === undefined) delete parent[last]
  else parent[last] = value as Loose
  return copy
}

describe('a certificate that nobody touched', () => {
  it.each([
    ['json', () => Promise.resolve(bytes(text))],
    ['json', () => Promise.resolve(bytes(`\ufeff${JSON.stringify(badge, null, 2)}\r\n`))],
    ['token', () => Promise.resolve(bytes(`  ${tokenOf()}\n`))],
    ['png', () => Promise.resolve(bake(DOT, text))],
    ['pdf', () => pdfOf(text, tokenOf())],
  ])('is valid as %s', async (form, make) => {
    const found = await verify(await make(), { issuers: [ISSUER.did] })
    expect(found).toMatchObject({
      status: 'valid',
      reason: null,
      form,
      issuer: ISSUER.did,
      issuerChecked: true,
      told: {
        id: CERTIFICATE.id,
        personName: CERTIFICATE.personName,
        scorePercent: 91,
        validUntil: CERTIFICATE.validUntil,
      },
    })
  })

  it.each([253_402_300_800, 8_640_000_000_001, Number.MAX_SAFE_INTEGER])(
    'is none if its token names a second that no calendar has (%s)',
    async (second) => {
      const claims = claimsOf(CERTIFICATE, STRANGER.did, Date.parse)
      for (const name of ['iat', 'exp'] as const) {
        const token = signToken({ ...claims, [name]: second }, STRANGER.sign)
        expect(await verdict(token)).toBe('tampered: other-form')
      }
    },
  )

  it.each(['2026-99-99', '2026-02-30'])('is none if it was awarded on a day like %s', async (day) => {
    const unsigned = badgeOf(CERTIFICATE, STRANGER.did, badgeTexts(CERTIFICATE))
    const wrong = { ...unsigned, awardedDate: `${day}T12:00:00Z` }
    expect(await verdict(await signBadge(wrong, STRANGER.seed, NOW))).toBe('tampered: other-form')
  })

  it('says when nobody asked who signed it', async () => {
    expect(await verify(text)).toMatchObject({ status: 'valid', issuerChecked: false, issuer: ISSUER.did })
  })

  it.each([
    ['2026-11-24T09:59:59.000Z', 'not-yet-valid'],
    ['2026-11-24T10:00:00.000Z', 'valid'],
    ['2027-02-23T23:59:59.999Z', 'valid'],
    ['2027-02-24T00:00:00.000Z', 'expired'],
  ])('at %s is %s', async (now, status) => {
    for (const file of [text, tokenOf()]) expect(await verdict(file, { now })).toBe(status)
  })

  it('is of an unknown issuer where another is expected, whatever else is the matter', async () => {
    const options = {
      issuers: [STRANGER.did],
      revocation: () => ({ at: NOW, on: '2026-12-01', superseded: false }),
    }
    for (const file of [text, tokenOf()]) expect(await verdict(file, options)).toBe('unknown-issuer')
  })

  it('is revoked, even when it has expired too', async () => {
    const revocation = (issuer: string, id: string) =>
      issuer === ISSUER.did && id === CERTIFICATE.id
        ? { at: NOW, on: '2026-12-01', superseded: true }
        : undefined
    for (const file of [text, tokenOf(), await pdfOf(text, tokenOf())]) {
      expect(await verify(file, { revocation, now: '2028-01-01T00:00:00.000Z' })).toMatchObject({
        status: 'revoked',
        revocation: { superseded: true },
      })
    }
  })
})

describe('a certificate that was tampered with', () => {
  it('is found out at every byte', { timeout: 400_000 }, async () => {
    const whole = bytes(text)
    const pictures = [...text.matchAll(/base64,[A-Za-z0-9+/=]+/g)].map(({ 0: { length }, index }) => [
      Buffer.byteLength(text.slice(0, index)),
      Buffer.byteLength(text.slice(0, index)) + length,
    ])
    for (let at = 0; at < whole.length; at += 1) {
      // In a picture only one byte in sixteen is tried, because all of its bytes belong to one value.
      if (at % 16 !== 0 && pictures.some(([from, to]) => at > from! && at < to!)) continue
      const flipped = Uint8Array.from(whole)
      flipped[at]! ^= 1 << (at % 8)
      const found = await verify(flipped)
      if (found.status !== 'tampered')
        throw new Error(`byte ${at} (${text.slice(at - 20, at + 20)}): ${found.status}`)
    }
  })

  it('is found out where a part of a letter became a byte that no text has', async () => {
    const whole = bytes(text)
    const parts = [...whole].flatMap((byte, at) => (byte >= 0x80 ? [at] : []))
    expect(parts.length).toBeGreaterThan(8)
    for (const at of parts) {
      for (const byte of [0x00, 0x01, 0x1b]) {
        const changed = Uint8Array.from(whole)
        changed[at] = byte
        expect((await verify(changed)).status, `byte ${at}`).toBe('tampered')
      }
    }
  })

  it('is never valid with bytes cut out, doubled or swapped', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(2),
        async (at, length, how) => {
          const piece = text.slice(at, at + length)
          const changed = [
            text.slice(0, at) + text.slice(at + length),
            text.slice(0, at) + piece + text.slice(at),
            text.slice(0, at) + [...piece].reverse().join('') + text.slice(at + length),
          ][how]!
          fc.pre(changed !== text)
          // The beginning of a file alone counts as cut off.
          const cut = text.startsWith(changed)
          expect((await verify(changed)).status).toBe(cut ? 'unreadable' : 'tampered')
        },
      ),
      { numRuns: 150 },
    )
  })

  const { credentialSubject: subject, proof } = badge
  it.each<[string, string, unknown, string]>([
    ['the name', 'credentialSubject/identifier/0/identityHash', 'Mallory', 'signature'],
    ['the score', 'credentialSubject/result/0/value', '100', 'signature'],
    ['a longer validity', 'validUntil', '2029-02-24T00:00:00Z', 'signature'],
    ['an earlier start', 'validFrom', '2025-02-24T00:00:00Z', 'signature'],
    ['no end', 'validUntil', undefined, 'other-form'],
    [
      'another content',
      'credentialSubject/achievement/contentHash',
      `sha256:${'d1'.repeat(32)}`,
      'signature',
    ],
    ['an added member', 'rank', 'first', 'other-form'],
    ['an added member without content', 'evidence', [], 'other-form'],
    ['an added null', 'credentialSubject/role', null, 'other-form'],
    ['an added term', '@context/2/rank', 'urn:x:rank', 'other-form'],
    ['a renamed term', '@context/2/contentHash', 'urn:x:other', 'other-form'],
    ['a fourth context', '@context/3', { rank: 'urn:x:rank' }, 'other-form'],
    ['another order of results', 'credentialSubject/result', [...subject.result].reverse(), 'other-form'],
    ['a removed result', 'credentialSubject/result', subject.result.slice(1), 'other-form'],
    ['no proof', 'proof', undefined, 'not-signed'],
    ['an empty list of proofs', 'proof', [], 'not-signed'],
    ['a proof that is no list', 'proof', proof[0], 'other-form'],
    ['a proof without its value', 'proof/0/proofValue', undefined, 'other-form'],
    ['a proof for another purpose', 'proof/0/proofPurpose', 'authentication', 'other-form'],
    ['a proof of another suite', 'proof/0/cryptosuite', 'eddsa-jcs-2022', 'other-form'],
    ['a stranger as issuer', 'issuer/id', STRANGER.did, 'signature'],
    [
      'a stranger’s key',
      'proof/0/verificationMethod',
      `${STRANGER.did}#${STRANGER.did.slice(8)}`,
      'signature',
    ],
    ['a key on the network', 'proof/0/verificationMethod', 'https://example.org/key', 'signature'],
    ['a second proof that is bad', 'proof/1', { ...proof[0], created: '2026-11-24T10:00:01Z' }, 'signature'],
  ])('by %s', async (_name, place, value, reason) => {
    expect(await verdict(altered(place, value))).toBe(`tampered: ${reason}`)
  })

  it('by the proof of another certificate', async () => {
    const other = await signedBadge({ ...CERTIFICATE, id: 'HTL-0000-0001' })
    expect(await verdict({ ...badge, proof: other.proof })).toBe('tampered: signature')
    expect(await verdict({ ...badge, proof: [...badge.proof, ...other.proof] })).toBe('tampered: signature')
  })

  it('by a proof of somebody else in the issuer’s name', async () => {
    const forged = await signedBadge(CERTIFICATE, STRANGER)
    expect(await verdict({ ...forged, issuer: badge.issuer })).toBe('tampered: signature')
    expect(await verdict(forged, { issuers: [ISSUER.did] })).toBe('unknown-issuer')
  })

  it.each([
    ['name', `"name":"Another",`],
    ['an escaped name', `"n\\u0061me":"Another",`],
    ['proof', `"proof":[],`],
  ])('by a member twice (%s)', async (_name, member) => {
    expect(await verdict(text.replace('{', `{${member}`))).toBe('tampered: repeated-member')
    expect(await verdict(text.replace('"issuer":{', `"issuer":{"id":"x","id":"y",`))).toBe(
      'tampered: repeated-member',
    )
  })

  it('by a token that was changed or belongs to another certificate', async () => {
    const [header, payload, signature] = tokenOf().split('.') as [string, string, string]
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { res: number[] }
    claims.res[0] = 100
    const forged = Buffer.from(JSON.stringify(claims)).toString('base64url')
    expect(await verdict(`${header}.${forged}.${signature}`)).toBe('tampered: signature')
    expect(await verdict(`${header}.${payload}.${signature.slice(2)}AA`)).toBe('tampered: signature')
    const none = Buffer.from('{"alg":"none","typ":"htl"}').toString('base64url')
    expect(await verdict(`${none}.${payload}.${signature}`)).toBe('unreadable: not-a-certificate')
    expect(await verdict(`${none}.${payload}.`)).toBe('unreadable: not-a-certificate')
    for (let at = header.length + 1; at < tokenOf().length; at += 5) {
      const letters = [...tokenOf()]
      letters[at] = letters[at] === 'A' ? 'B' : 'A'
      expect((await verify(letters.join(''))).status).not.toBe('valid')
    }
  })

  it('in a PDF whose token is another’s, missing or doubled', async () => {
    const other = { ...CERTIFICATE, scorePercent: 100 }
    expect(await verdict(await pdfOf(text, tokenOf(other)))).toBe('tampered: token-differs')
    expect(await verdict(await pdfOf(text, tokenOf(CERTIFICATE, STRANGER)))).toBe('tampered: token-differs')
    expect(await verdict(await pdfOf(text, 'gone'))).toBe('tampered: token-missing')
    expect(await verdict(await pdfOf(tokenOf(), tokenOf()))).toBe('tampered: several')
    expect(await verdict(await pdfOf(text.replace('91', '99'), tokenOf()))).toBe('tampered: signature')
  })

  it('in a PNG whose picture or chunk was changed', async () => {
    const png = bake(DOT, text)
    for (let at = 8; at < png.length; at += 11) {
      const flipped = Uint8Array.from(png)
      flipped[at]! ^= 4
      expect((await verify(flipped)).status, `byte ${at}`).not.toBe('valid')
    }
    const where = Buffer.from(png).indexOf('"91"')
    const honest = Uint8Array.from(png)
    honest[where + 1] = '9'.charCodeAt(0)
    honest[where + 2] = '9'.charCodeAt(0)
    expect(await verdict(honest)).toBe('tampered: checksum')
    expect(await verdict(bake(DOT, text.replace('"91"', '"99"')))).toBe('tampered: signature')
  })
})

describe('what is no certificate', () => {
  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['a text', bytes('Dear Sir or Madam'), 'not-a-certificate'],
    ['other JSON', bytes('{"id":"urn:x"}'), 'not-a-certificate'],
    ['broken JSON', bytes('{"id":'), 'not-a-certificate'],
    ['bytes', Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 256), 'not-a-certificate'],
    ['deep JSON', bytes('['.repeat(100_000)), 'not-a-certificate'],
    ['a large file', new Uint8Array(LARGEST_FILE + 1), 'too-large'],
    ['a large JSON', bytes(`{"a":"${'x'.repeat(300_000)}"}`), 'too-large'],
    ['a PNG without one', DOT, 'no-credential'],
    ['a torn PNG', DOT.slice(0, 30), 'damaged'],
    ['the beginning of a PDF', bytes('%PDF-1.7\n1 0 obj\n<<'), 'no-credential'],
  ])('%s can’t be read', async (_name, file, reason) => {
    const found = await verdict(file)
    expect([`unreadable: ${reason}`, 'unreadable: damaged']).toContain(found)
  })

  it('is never taken for valid, and never ends in an error', async () => {
    const pdf = await pdfOf(text, tokenOf())
    const png = bake(DOT, text)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(pdf, png),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        async (whole, changes, cut) => {
          const broken = whole.slice(0, Math.max(20, cut % whole.length))
          for (const [at, value] of changes) broken[at % broken.length] = value
          const { status, told } = await verify(broken)
          if (status === 'valid')
            expect(told).toMatchObject({ personName: CERTIFICATE.personName, scorePercent: 91 })
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('a PDF that others worked on', () => {
  it('is still read by its content when the attachment has another name', async () => {
    const source = await PDFDocument.create()
    source.addPage()
    await source.attach(bytes(text), 'Zeugnis Zoë.txt', { mimeType: 'text/plain' })
    await source.attach(bytes(tokenOf()), 'x')
    for (const useObjectStreams of [true, false]) {
      expect(await verdict(await source.save({ useObjectStreams }))).toBe('valid')
    }
  })

  it('says that there is no credential when it lost its attachments', async () => {
    const empty = await PDFDocument.create()
    empty.addPage()
    expect(await verdict(await empty.save())).toBe('unreadable: no-credential')
    await empty.attach(bytes('{"a":1}'), 'other.json')
    expect(await verdict(await empty.save())).toBe('unreadable: no-credential')
    await empty.attach(bytes('{"a":1'), 'credential.json')
    expect(await verdict(await empty.save())).toBe('unreadable: not-a-certificate')
  })
})

describe('a small PDF that unpacks to a large one', () => {
  const MUCH = LARGEST_UNPACKED + 1
  const packed = async (put: (file: PDFDocument) => unknown) => {
    const file = await PDFDocument.create()
    file.addPage()
    await file.attach(bytes(text), 'credential.json')
    await file.attach(bytes(tokenOf()), 'certificate.jws')
    await put(file)
    const saved = await file.save({ useObjectStreams: true })
    expect(saved.length).toBeLessThan(100_000)
    return saved
  }
  const attached = (length: number) => packed((file) => file.attach(new Uint8Array(length), 'zeros'))

  it.each([
    ['in an attachment', () => attached(MUCH)],
    [
      'in two attachments together',
      () =>
        packed(async (file) => {
          for (const name of ['one', 'two']) await file.attach(new Uint8Array(MUCH / 2), name)
        }),
    ],
    [
      'in an attachment that is packed twice',
      () =>
        packed(({ context, catalog }) => {
          const zeros = deflateSync(deflateSync(new Uint8Array(MUCH)))
          const stream = context.stream(zeros, { Filter: ['FlateDecode', 'FlateDecode'] })
          const spec = { Type: 'Filespec', F: PDFString.of('zeros'), EF: { F: context.register(stream) } }
          catalog.set(PDFName.of('AF'), context.obj([context.obj(spec)]))
        }),
    ],
    [
      'in the tables of the file itself',
      () => packed(({ context }) => context.register(PDFString.of('0'.repeat(MUCH)))),
    ],
  ])('is not unpacked: %s', async (_where, make) => {
    expect(await verdict(await make())).toBe('unreadable: unpacks-to-too-much')
  })

  it('takes nothing from those that are read at the same time or afterwards', async () => {
    const [large, whole] = [await attached(MUCH), await pdfOf(text, tokenOf())]
    const found = await Promise.all([large, whole, large, whole].map((file) => verdict(file)))
    const bomb = 'unreadable: unpacks-to-too-much'
    expect(found).toEqual([bomb, 'valid', bomb, 'valid'])
    expect(await verdict(await attached(LARGEST_UNPACKED / 2))).toBe('valid')
  })
})

describe('crc32', () => {
  it('is that of PNG', () => {
    expect(crc32(bytes('IEND'))).toBe(0xae426082)
    expect(crc32(bytes('123456789'))).toBe(0xcbf43926)
  })
})
