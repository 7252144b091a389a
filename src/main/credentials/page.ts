import type { CertificateView } from '../../bridge/channels'
import { howToAsk } from '../../domain/credentials/how-to-ask'

export type Paper = 'A4' | 'Letter'

const WORDS = {
  en: {
    certifies: 'certifies that',
    completed: 'completed',
    course: (contacts: number) =>
      `a course of ${contacts} simulated ${contacts === 1 ? 'contact' : 'contacts'}, each handled to its end without being told which is an attack.`,
    stopped: 'attacks recognised and stopped',
    served: 'genuine contacts served',
    critical: 'critical mistakes',
    share: (part: number, all: number) => `${part} of ${all}`,
    none: 'No',
    done: 'Completed',
    until: 'Valid until',
    score: 'Score',
    of: (score: number) => `${score} of 100`,
    id: 'Certificate',
    logo: (organisation: string) => `Logo of ${organisation}`,
    qr: 'QR code with the signed text of this certificate',
    verify: 'Signed text, to be verified with Hold the Line',
  },
  fr: {
    certifies: 'certifie que',
    completed: 'a suivi avec succès',
    course: (contacts: number) =>
      `un parcours de ${contacts} ${contacts === 1 ? 'contact simulé' : 'contacts simulés'}, chacun mené jusqu’au bout sans savoir lesquels étaient des attaques.`,
    stopped: 'attaques reconnues et arrêtées',
    served: 'contacts authentiques bien servis',
    critical: 'erreur critique',
    share: (part: number, all: number) => `${part} sur ${all}`,
    none: 'Aucune',
    done: 'Obtenu le',
    until: 'Valable jusqu’au',
    score: 'Résultat',
    of: (score: number) => `${score} sur 100`,
    id: 'Certificat',
    logo: (organisation: string) => `Logo de ${organisation}`,
    qr: 'Code QR contenant le texte signé de ce certificat',
    verify: 'Texte signé, à vérifier avec Hold the Line',
  },
} as const

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

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

/** Which language's letters a text is written in, where one script serves several: 骨 looks different in each. */
function languageOf(text: string): string | undefined {
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)) return 'ja'
  return /\p{sc=Hangul}/u.test(text) ? 'ko' : undefined
}

/** What stands on the page beside what the certificate says. */
export interface PageParts {
  /** The organisation's logo as an address that carries it. */
  readonly logo: string | null
  /** An SVG drawing. */
  readonly qr: string
}

/** The certificate's page as HTML, to be put into the print template. Every text is escaped. */
export function certificateBody(
  certificate: CertificateView,
  paper: Paper,
  locale: string,
  { logo, qr }: PageParts,
): string {
  const words = wordsOf(locale)
  const { organisation, personName, signatory, hits, attacks, served, legitimate } = certificate
  const day = (written: string) => dayOf(written, locale)
  const fact = (label: string, value: string, extra = '') =>
    `<div><dt>${escape(label)}</dt><dd${extra}>${escape(value)}</dd></div>`
  const shown = (figure: string, what: string) => `<li><b>${escape(figure)}</b> ${escape(what)}</li>`
  const language = languageOf(personName)
  return `<main class="certificate ${paper === 'A4' ? 'a4' : 'letter'}">
  <header>
    <div class="from">
      <p class="organisation" dir="auto">${escape(organisation)}</p>
      <p class="certifies">${words.certifies}</p>
    </div>
    ${logo === null ? '' : `<img class="logo" src="${escape(logo)}" alt="${escape(words.logo(organisation))}">`}
  </header>
  <div class="line" aria-hidden="true"></div>
  <h1 dir="auto"${language ? ` lang="${language}"` : ''}>${escape(personName)}</h1>
  <p class="course">${words.completed} <b dir="auto">${escape(titleOf(certificate, locale))}</b>, ${escape(words.course(attacks + legitimate))}</p>
  <ul class="shown">
    ${attacks > 0 ? shown(words.share(hits, attacks), words.stopped) : ''}
    ${legitimate > 0 ? shown(words.share(served, legitimate), words.served) : ''}
    ${shown(words.none, words.critical)}
  </ul>
  <div class="foot${signatory ? ' signed' : ''}">
    <dl class="facts">
      ${fact(words.done, day(certificate.issuedOn))}
      ${fact(words.until, day(certificate.validUntilOn))}
      ${fact(words.score, words.of(certificate.scorePercent))}
      ${fact(words.id, certificate.id, ' class="mono"')}
    </dl>
    ${
      signatory
        ? `<div class="signatory"><p class="signatory-name" dir="auto">${escape(signatory.name)}</p>${
            signatory.title === null
              ? ''
              : `<p class="signatory-title" dir="auto">${escape(signatory.title)}</p>`
          }</div>`
        : ''
    }
  </div>
  <p class="ask" dir="auto">${escape(howToAsk({ ...certificate, locale }))}</p>
  <p class="verify">${words.verify}</p>
  <div class="qr" role="img" aria-label="${escape(words.qr)}">${qr}</div>
</main>`
}

/**
 * Runs in the certificate's page: makes what is long smaller, a name with its words whole, until it fits and nothing
 * stands in another's place.
 */
export const FIT_PAGE = `(() => {
  const box = (selector) => document.querySelector(selector)
  const shrink = (element, least, fits) => {
    for (let size = parseFloat(getComputedStyle(element).fontSize); size > least && !fits(); size -= 1)
      element.style.fontSize = size - 1 + 'px'
  }
  const lines = (element) => element.getBoundingClientRect().height / parseFloat(getComputedStyle(element).lineHeight)
  const whole = (element, most) => () => element.scrollWidth <= element.clientWidth && lines(element) < most + 0.5
  const name = box('h1')
  shrink(name, 18, whole(name, 2))
  if (name.scrollWidth > name.clientWidth) name.style.overflowWrap = 'anywhere'
  const organisation = box('.organisation')
  shrink(organisation, 11, whole(organisation, 3))
  const course = box('.course')
  const lowest = () => Math.min(...[...document.querySelectorAll('.facts, .signatory')].map((element) => element.getBoundingClientRect().top))
  const room = () => box('.shown').getBoundingClientRect().bottom + 24 <= lowest()
  shrink(course, 13, () => lines(course) < 3.5 && room())
  shrink(name, 18, room)
  return true
})()`
