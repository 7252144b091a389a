import { describe, expect, it } from 'vitest'
import { NO_PROFILE, unprintableParts } from '../../../src/domain/credentials'
import { certificateView } from '../../../src/main/learn/courses'
import { certificateBody } from '../../../src/main/credentials/certificate-html'
import { CERTIFICATE, signedBadge } from '../../domain/credentials/samples'
import { howToAsk } from '../../../src/texts/credential-texts'
import { loadTexts } from '../../../src/texts/translate'
import { installation } from '../installation'

const texts = { en: await loadTexts('en', 'papers'), fr: await loadTexts('fr', 'papers') }
const credential = { en: await loadTexts('en', 'credential'), fr: await loadTexts('fr', 'credential') }
const { library } = installation()
const withProfile = (profile: Partial<typeof NO_PROFILE>) => ({
  ...CERTIFICATE,
  organisation: 'Meridian & Söhne',
  profile: { ...NO_PROFILE, ...profile },
})
function bodyOf(certificate: typeof CERTIFICATE, locale: string): string {
  const view = certificateView(certificate, library)
  const parts = { logo: null, qr: '<svg></svg>', howToAsk: howToAsk(credential[locale as 'en' | 'fr'], view) }
  return certificateBody(view, 'A4', locale, parts, texts[locale as 'en' | 'fr'])
}
const asked = (body: string) => /<p class="ask"[^>]*>(.*)<\/p>/.exec(body)?.[1]

describe('whom to ask about a certificate', () => {
  it('stands on paper, in the language of the paper', () => {
    const certificate = withProfile({ contact: 'certificates@example.com', web: 'https://example.com' })
    expect(asked(bodyOf(certificate, 'en'))).toBe(
      'To check whether this certificate has been revoked, contact Meridian &amp; Söhne (certificates@example.com).',
    )
    expect(asked(bodyOf(certificate, 'fr'))).toBe(
      'Pour vérifier si ce certificat a été révoqué, contactez Meridian &amp; Söhne (certificates@example.com).',
    )
  })

  it('is the address on the web where no contact is given, and the organisation alone where neither is', () => {
    expect(asked(bodyOf(withProfile({ web: 'https://example.com' }), 'en'))).toContain(
      '(https://example.com).',
    )
    expect(asked(bodyOf(withProfile({}), 'en'))).toMatch(/contact Meridian &amp; Söhne\.$/)
  })

  it('stands there too where a list of the revoked is published', () => {
    const list = { statusList: 'https://example.com/revoked.json', contact: '+44 20 7946 0000' }
    expect(asked(bodyOf(withProfile(list), 'en'))).toContain('(+44 20 7946 0000).')
  })

  it('is said in the credential in the same words', async () => {
    const certificate = { ...withProfile({ contact: 'Floor 3' }), locale: 'fr' }
    const { description } = (await signedBadge(certificate)) as { readonly description?: string }
    expect(asked(bodyOf(certificate, 'fr'))).toBe(description?.replace('&', '&amp;'))
  })

  it('is printed with the bundled fonts, or the certificate waits', () => {
    expect(unprintableParts(withProfile({ contact: 'Ask ☎🎉' }))).toMatchObject([{ part: 'contact' }])
  })
})

describe('the QR code on paper', () => {
  it('is said to hold a text, and promises no page', () => {
    expect(bodyOf(CERTIFICATE, 'en')).toContain('Signed text, to be verified with Hold the Line')
    expect(bodyOf(CERTIFICATE, 'fr')).toContain('Texte signé, à vérifier avec Hold the Line')
  })
})
