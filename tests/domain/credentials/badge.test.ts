import { createPublicKey } from 'node:crypto'
import Ajv from 'ajv'
import { compactVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { publicKeyOf } from '../../../src/domain/credentials'
import { badgeOf, certificateOf, unsignedBadgeSchema } from '../../../src/domain/credentials/badge'
import { proofsHold, signBadge } from '../../../src/domain/credentials/integrity'
import { canonical, holds } from './independent'
import { CERTIFICATE, ISSUER, signedBadge, STRANGER, tokenOf } from './samples'

/** What Open Badges 3.0 §B.1 and VC Data Model 2.0 require of an AchievementCredential. */
const REQUIRED = {
  type: 'object',
  required: ['@context', 'id', 'type', 'name', 'issuer', 'validFrom', 'credentialSubject', 'proof'],
  properties: {
    '@context': {
      type: 'array',
      minItems: 2,
      prefixItems: [
        { const: 'https://www.w3.org/ns/credentials/v2' },
        { pattern: '^https://purl\\.imsglobal\\.org/spec/ob/v3p0/context-3\\.0\\.\\d+\\.json$' },
      ],
    },
    id: { type: 'string', format: 'uri' },
    type: {
      type: 'array',
      allOf: [
        { contains: { const: 'VerifiableCredential' } },
        { contains: { enum: ['OpenBadgeCredential', 'AchievementCredential'] } },
      ],
    },
    name: { type: 'string' },
    validFrom: {
      type: 'string',
      pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$',
    },
    validUntil: { $ref: '#/properties/validFrom' },
    issuer: {
      type: 'object',
      required: ['id', 'type'],
      properties: { id: { type: 'string', format: 'uri' }, type: { contains: { const: 'Profile' } } },
    },
    credentialSubject: {
      type: 'object',
      required: ['type', 'achievement'],
      anyOf: [{ required: ['id'] }, { required: ['identifier'] }],
      properties: {
        type: { contains: { const: 'AchievementSubject' } },
        identifier: {
          type: 'array',
          items: {
            required: ['type', 'hashed', 'identityHash', 'identityType'],
            properties: {
              type: { const: 'IdentityObject' },
              hashed: { type: 'boolean' },
              identityHash: { type: 'string' },
              identityType: { enum: ['name', 'identifier', 'emailAddress', 'userName'] },
              salt: { type: 'string' },
            },
          },
        },
        result: { type: 'array', items: { required: ['type'], properties: { value: { type: 'string' } } } },
        achievement: {
          type: 'object',
          required: ['id', 'type', 'criteria', 'description', 'name'],
          properties: {
            id: { type: 'string', format: 'uri' },
            type: { contains: { const: 'Achievement' } },
            achievementType: { const: 'CertificateOfCompletion' },
            criteria: { type: 'object', properties: { narrative: { type: 'string' } } },
            resultDescription: {
              type: 'array',
              items: { required: ['id', 'type', 'name', 'resultType'] },
            },
          },
        },
      },
    },
    proof: {
      type: 'array',
      minItems: 1,
      items: {
        required: ['type', 'cryptosuite', 'verificationMethod', 'proofPurpose', 'proofValue'],
        properties: { type: { const: 'DataIntegrityProof' }, cryptosuite: { const: 'eddsa-rdfc-2022' } },
      },
    },
  },
}

describe('the badge of a certificate', () => {
  it('has what Open Badges 3.0 requires', async () => {
    const ajv = new Ajv({ strict: false, formats: { uri: (text: string) => URL.canParse(text) } })
    const fits = ajv.compile(REQUIRED)
    expect(fits(await signedBadge()) || fits.errors).toBe(true)
    expect(fits({ ...(await signedBadge()), proof: [] })).toBe(false)
  })

  it('says all that the certificate says', () => {
    expect(certificateOf(badgeOf(CERTIFICATE, ISSUER.did))).toEqual(CERTIFICATE)
  })

  it('loses nothing on canonicalisation', async () => {
    const text = await canonical(badgeOf(CERTIFICATE, ISSUER.did))
    const c = CERTIFICATE
    for (const value of [
      c.id,
      c.courseHash,
      c.courseVersion,
      c.title,
      c.description,
      c.criteria,
      c.identity.sha256,
      c.identity.salt,
      c.organisation,
      `"${c.scorePercent}"`,
      'terms:scoringVersion',
      `inLanguage> "${c.locale}"`,
    ]) {
      expect(text).toContain(value)
    }
  })

  it('does not hold the employee number', async () => {
    expect(JSON.stringify(await signedBadge())).not.toContain('IND-2041')
  })

  it('is signed so that an implementation of other parts verifies it', async () => {
    const badge = await signedBadge()
    expect(await holds(badge)).toBe(true)
    expect(await proofsHold(badge)).toBe(true)
    const other = { ...badge, name: `${badge.name}.` }
    expect(await holds(other)).toBe(false)
    expect(await proofsHold(other)).toBe(false)
    const later = structuredClone(badge)
    later.proof[0]!.created = '2026-11-25T10:00:00Z'
    expect(await holds(later)).toBe(false)
    expect(await proofsHold(later)).toBe(false)
  })

  it('is only signed with the key of the issuer that it names', async () => {
    await expect(
      signBadge(badgeOf(CERTIFICATE, ISSUER.did), STRANGER.seed, CERTIFICATE.issuedAt),
    ).rejects.toThrow(RangeError)
  })

  it('has one proof in a list, and no member beside its shape', async () => {
    const badge = await signedBadge()
    expect(badge.proof).toHaveLength(1)
    const { proof: _, ...unsigned } = badge
    expect(unsignedBadgeSchema.parse(unsigned)).toEqual(unsigned)
  })
})

describe('the token of a certificate', () => {
  it('is a JWS that another library verifies', async () => {
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKeyOf(ISSUER.did)!).toString('base64url') },
      format: 'jwk',
    })
    const { payload, protectedHeader } = await compactVerify(tokenOf(), key)
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA' })
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
      iss: ISSUER.did,
      jti: CERTIFICATE.id,
      sub: CERTIFICATE.personName,
      res: [91, 2, 2, 1, 2],
    })
    await expect(compactVerify(tokenOf(CERTIFICATE, STRANGER), key)).rejects.toThrow()
  })

  it.each(['Ö'.repeat(120), 'न'.repeat(120), '😀'.repeat(60), 'W'.repeat(120)])(
    'fits a QR code of 30 mm for any name (%#)',
    (name) => {
      const token = tokenOf({ ...CERTIFICATE, personName: name, organisation: name })
      // 101 modules on 30 mm at error correction M are 0.3 mm each; a version 21 code holds 711 bytes.
      expect(token.length).toBeLessThanOrEqual(711)
      expect(token.length).toBeGreaterThan(400)
    },
  )
})
