import { createPublicKey } from 'node:crypto'
import Ajv from 'ajv'
import { compactVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { publicKeyOf } from '../../../src/domain/credentials'
import { badgeTexts } from '../../../src/texts/credential-texts'
import { badgeOf, certificateOf, unsignedBadgeSchema } from '../../../src/domain/credentials/badge'
import { proofsHold, signBadge } from '../../../src/domain/credentials/integrity'
import { canonical, holds } from './independent'
import { CERTIFICATE, DOT, ISSUER, signedBadge, STRANGER, tokenOf } from './samples'

/** The requirements of Open Badges 3.0 §B.1 and VC Data Model 2.0 for an AchievementCredential. */
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
    expect(certificateOf(badgeOf(CERTIFICATE, ISSUER.did, badgeTexts(CERTIFICATE)))).toMatchObject(
      CERTIFICATE,
    )
  })

  describe('with all that an organisation shows', () => {
    const LOGO = `data:image/png;base64,${Buffer.from(DOT).toString('base64')}`
    const PROFILE = {
      web: 'https://www.example.com',
      contact: 'hr@example.com',
      statusList: 'https://www.example.com/revoked.json',
      signatory: { name: 'Ana Reyes', title: null },
      logo: null,
    }
    const FULL = {
      ...CERTIFICATE,
      profile: PROFILE,
      statusIndex: 4711,
      issuedOn: '2026-11-25',
      email: { sha256: 'cd'.repeat(32), salt: '6b'.repeat(16) },
    }
    const full = badgeOf(FULL, ISSUER.did, badgeTexts(FULL), LOGO)

    it('says it where wallets look for it, and is verified by an implementation of other parts', async () => {
      const organisation = {
        id: ISSUER.did,
        name: CERTIFICATE.organisation,
        url: PROFILE.web,
        email: PROFILE.contact,
        image: { id: LOGO, type: 'Image' },
      }
      expect(full).toMatchObject({
        type: ['VerifiableCredential', 'AchievementCredential', 'OpenBadgeCredential'],
        issuer: organisation,
        awardedDate: '2026-11-25T12:00:00Z',
        credentialStatus: {
          type: 'BitstringStatusListEntry',
          statusPurpose: 'revocation',
          statusListIndex: '4711',
          statusListCredential: PROFILE.statusList,
        },
        credentialSubject: { achievement: { creator: organisation, image: { type: 'Image' } } },
      })
      expect(full.credentialSubject.identifier[2]).toMatchObject({
        hashed: true,
        identityType: 'emailAddress',
        identityHash: `sha256$${'cd'.repeat(32)}`,
      })
      const signed = await signBadge(full, ISSUER.seed, FULL.issuedAt)
      expect(await holds(signed)).toBe(true)
      expect(await proofsHold(signed)).toBe(true)
      const text = await canonical(full)
      for (const value of [
        PROFILE.statusList,
        '"4711"',
        LOGO,
        PROFILE.web,
        PROFILE.contact,
        '2026-11-25T12:00:00Z',
      ]) {
        expect(text).toContain(value)
      }
      expect(certificateOf(signed)).toMatchObject({
        issuedOn: '2026-11-25',
        statusIndex: 4711,
        profile: { statusList: PROFILE.statusList, web: PROFILE.web },
      })
    })

    it('says how to ask where no list is published', () => {
      const said = (profile: typeof PROFILE | undefined) => {
        const { statusIndex: _, ...without } = FULL
        const unpublished = {
          ...without,
          profile: profile && { ...profile, statusList: null },
        } as typeof CERTIFICATE
        const badge = badgeOf(unpublished, ISSUER.did, badgeTexts(unpublished))
        expect(badge).not.toHaveProperty('credentialStatus')
        return 'description' in badge ? badge.description : undefined
      }
      expect(said(PROFILE)).toBe(
        'Pour vérifier si ce certificat a été révoqué, contactez Méridien & Fils (hr@example.com).',
      )
      expect(said({ ...PROFILE, contact: null } as never)).toContain('(https://www.example.com)')
      expect(said(undefined)).toMatch(/Méridien & Fils\.$/)
    })
  })

  it('has names that are unique in the world', () => {
    const names = (changes: Partial<typeof CERTIFICATE>, key = ISSUER) => {
      const badge = badgeOf(
        { ...CERTIFICATE, ...changes },
        key.did,
        badgeTexts({ ...CERTIFICATE, ...changes }),
      )
      const { achievement, result } = badge.credentialSubject
      for (const [i, { resultDescription }] of result.entries()) {
        expect(resultDescription).toBe(achievement.resultDescription[i]!.id)
      }
      return { certificate: badge.id, achievement: achievement.id, result: result[0].resultDescription }
    }
    const own = names({})
    for (const name of Object.values(own)) expect(name).toContain(ISSUER.did.slice('did:key:'.length))
    // Another person's certificate has the same achievement.
    expect(names({ id: 'HTL-0000-0001', personName: 'Ana' })).toEqual({
      ...own,
      certificate: own.certificate.replace(CERTIFICATE.id, 'HTL-0000-0001'),
    })
    for (const other of [
      names({}, STRANGER),
      names({ course: 'second-week' }),
      names({ courseVersion: '1.0.1' }),
      names({ courseHash: 'd1'.repeat(32) }),
      names({ locale: 'en' }),
    ]) {
      expect(other.achievement).not.toBe(own.achievement)
      expect(other.result).not.toBe(own.result)
    }
  })

  it('loses nothing on canonicalisation', async () => {
    const text = await canonical(badgeOf(CERTIFICATE, ISSUER.did, badgeTexts(CERTIFICATE)))
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
      signBadge(
        badgeOf(CERTIFICATE, ISSUER.did, badgeTexts(CERTIFICATE)),
        STRANGER.seed,
        CERTIFICATE.issuedAt,
      ),
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
