import type { CertificateView } from '../../bridge/channels'

export type Paper = 'A4' | 'Letter'

const WORDS = {
  en: {
    certifies: 'certifies that',
    completed: 'completed',
    did: (c: CertificateView) =>
      `stopping ${c.hits} of ${c.attacks} attacks and serving ${c.served} of ${c.legitimate} customers.`,
    done: 'Completed',
    until: 'Valid until',
    score: 'Score',
    of: (score: number) => `${score} of 100`,
    id: 'Certificate',
  },
  fr: {
    certifies: 'certifie que',
    completed: 'a suivi avec succès',
    did: (c: CertificateView) =>
      `en arrêtant ${c.hits} attaques sur ${c.attacks} et en servant ${c.served} clients sur ${c.legitimate}.`,
    done: 'Obtenu le',
    until: 'Valable jusqu’au',
    score: 'Résultat',
    of: (score: number) => `${score} sur 100`,
    id: 'Certificat',
  },
} as const

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A name as long as a passport allows must still stand on the page. */
function nameSize(name: string): 'name-l' | 'name-m' | 'name-s' {
  if (name.length <= 24) return 'name-l'
  return name.length <= 44 ? 'name-m' : 'name-s'
}

const wordsOf = (locale: string) => WORDS[locale === 'fr' ? 'fr' : 'en']

/** The course as it is called on the certificate. */
export const titleOf = ({ certificateTitle, course }: CertificateView, locale: string): string =>
  certificateTitle[locale] ?? Object.values(certificateTitle)[0] ?? course

/** @param day YYYY-MM-DD, as it is written in the certificate */
const dayOf = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(day))

/** The words of a badge, as the page that draws it reads them: JSON, escaped. */
export function badgeWords(certificate: CertificateView, locale: string, logo: string | null): string {
  const words = wordsOf(locale)
  return escape(
    JSON.stringify({
      organisation: certificate.organisation,
      logo,
      title: titleOf(certificate, locale),
      name: certificate.personName,
      facts: [
        { label: words.until, value: dayOf(certificate.validUntilOn, locale), mono: false },
        { label: words.id, value: certificate.id, mono: true },
      ],
    }),
  )
}

/**
 * The certificate's page as HTML, to be put into the print template. Every text is escaped.
 * @param qr an SVG drawing
 */
export function certificateBody(
  certificate: CertificateView,
  paper: Paper,
  locale: string,
  qr: string,
): string {
  const words = wordsOf(locale)
  const title = titleOf(certificate, locale)
  const day = (written: string) => dayOf(written, locale)
  const fact = (label: string, value: string, extra = '') =>
    `<div><span>${escape(label)}</span><b${extra}>${escape(value)}</b></div>`
  return `<main class="certificate ${paper === 'A4' ? 'a4' : 'letter'}">
  <p class="organisation">${escape(certificate.organisation)}</p>
  <p class="certifies">${words.certifies}</p>
  <div class="line"></div>
  <h1 class="${nameSize(certificate.personName)}">${escape(certificate.personName)}</h1>
  <p class="course">${words.completed} <b>${escape(title)}</b>, ${escape(words.did(certificate))}</p>
  <div class="facts">
    ${fact(words.done, day(certificate.issuedOn))}
    ${fact(words.until, day(certificate.validUntilOn))}
    ${fact(words.score, words.of(certificate.scorePercent))}
    ${fact(words.id, certificate.id, ' class="mono"')}
    <div class="qr">${qr}</div>
  </div>
</main>`
}
