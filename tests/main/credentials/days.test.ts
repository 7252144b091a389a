/** Checks that a certificate's days are the same for everybody, wherever it was issued and wherever they are. */
import { afterEach, describe, expect, it } from 'vitest'
import { verifyCertificate } from '../../../src/domain/credentials/verify'
import { badgeWords, certificateBody } from '../../../src/main/credentials/certificate-html'
import { certificateView } from '../../../src/main/learn/courses'
import { localDay } from '../../../src/main/local-day'
import { revocations } from '../../../src/main/store/revocations'
import { longWrittenDay, shortWrittenDay } from '../../../src/renderer/i18n/dates'
import { testSystem } from '../helpers'
import { installation, priya } from '../installation'
import { issuerOn } from '../issuer'
import { loadTexts } from '../../../src/texts/translate'

const papers = await loadTexts('en', 'papers')

const ZONES = ['America/Los_Angeles', 'Asia/Kolkata', 'Asia/Manila', 'Pacific/Auckland', 'UTC'] as const
const before = process.env['TZ']
afterEach(() => {
  if (before === undefined) delete process.env['TZ']
  else process.env['TZ'] = before
})
/** Runs work as on a computer in another time zone. */
function there<T>(zone: string, work: () => T): T {
  process.env['TZ'] = zone
  return work()
}

/** Plays the course at a moment, and signs the certificate. */
async function issuedAt(zone: string, moment: string) {
  const system = testSystem()
  system.pass(Date.parse(moment) - system.now().getTime())
  const one = there(zone, () => installation(priya, system))
  const { issuer, credentials } = issuerOn(one)
  const { id } = one.attempts.start(priya, 'short', 'small', 'assessed')
  one.attempts.commit(priya, id, 1, 'decision', 'ask')
  one.attempts.commit(priya, id, 2, 'decision', 'report')
  const row = one.db.prepare('SELECT id FROM credentials').get() as { id: string } | undefined
  const certificateId = row!.id
  // The certificate is signed by the issuer whose key the test knows.
  await issuer.signWaiting()
  const found = credentials.credential(certificateId)!
  return { found, view: certificateView(found.certificate, one.library), db: one.db, issuer }
}

describe.each(ZONES)('issued in %s', (zone) => {
  // The beginning and the end of a night shift, and noon: one of them is another day in UTC.
  it.each([
    '2026-11-28T04:18:01.000Z',
    '2026-11-28T12:00:00.000Z',
    '2026-11-27T19:30:00.000Z',
    '2026-11-28T23:30:00.000Z',
  ])('at %s', async (moment) => {
    const { found, view } = await issuedAt(zone, moment)
    const day = there(zone, () => localDay(new Date(moment)))
    const until = `2027-05-${day.slice(8)}`
    expect(found.certificate).toMatchObject({ issuedOn: day, validUntil: `${until}T23:59:59.000Z` })
    for (const reader of ZONES) {
      const days = await there(reader, async () => {
        const verdicts = await Promise.all(
          [found.document!, found.token!].map((text) =>
            verifyCertificate(new Uint8Array(Buffer.from(text)), {
              now: moment,
              encodings: [],
              parse: Date.parse,
              format: (ms) => new Date(ms).toISOString(),
            }),
          ),
        )
        return verdicts.map(({ told }) => [told?.issuedOn, told?.validUntilOn])
      })
      expect(days).toEqual([
        [day, until],
        [day, until],
      ])
      there(reader, () => {
        const long = `${Number(day.slice(8))} November 2026`
        const paper = certificateBody(view, 'A4', 'en', { logo: null, qr: '', howToAsk: '' }, papers)
        expect(paper).toContain(long)
        expect(paper).toContain(`${Number(day.slice(8))} May 2027`)
        expect(badgeWords(view, 'en', null, papers)).toContain(`${Number(day.slice(8))} May 2027`)
        expect(longWrittenDay(view.issuedOn, 'en')).toBe(long)
        expect(shortWrittenDay(view.validUntil, 'en')).toBe(`${Number(day.slice(8))} May 2027`)
      })
    }
  })

  it('is revoked on the day that it was there', async () => {
    const { found, db, issuer } = await issuedAt(zone, '2026-11-27T19:30:00.000Z')
    there(zone, () => issuer.revoke(found.certificate.id, priya.id, 'Played by a colleague'))
    const day = there(zone, () => localDay(new Date('2026-11-27T19:30:00.000Z')))
    for (const reader of ZONES) {
      expect(there(reader, () => revocations(db))).toMatchObject([{ on: day }])
    }
  })
})
