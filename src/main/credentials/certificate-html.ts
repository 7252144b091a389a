import type { CertificateView } from '../../bridge/channels'
import { FACTS } from '../../texts/generated'
import { localeFor, type Translate } from '../../texts/translate'

export type Paper = 'A4' | 'Letter'

/** The texts that all certificates and badges share. */
export type PaperTexts = Translate<'papers'>

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Returns the course's title on the certificate. */
export const titleOf = ({ certificateTitle, course }: CertificateView, locale: string): string =>
  certificateTitle[locale] ?? Object.values(certificateTitle)[0] ?? course

/** @param day YYYY-MM-DD, as the certificate says it */
const dayOf = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(FACTS[localeFor(locale)].region, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(day))

/** Returns the texts of a badge as escaped JSON for the page that draws it. */
export function badgeWords(
  certificate: CertificateView,
  locale: string,
  logo: string | null,
  t: PaperTexts,
): string {
  return escape(
    JSON.stringify({
      organisation: certificate.organisation,
      logo,
      title: titleOf(certificate, locale),
      name: certificate.personName,
      facts: [
        { label: t('until'), value: dayOf(certificate.validUntilOn, locale), mono: false },
        { label: t('id'), value: certificate.id, mono: true },
      ],
    }),
  )
}

/**
 * Guesses whether a text is Japanese or Korean, because a character such as 骨 is drawn differently in each language.
 */
function languageOf(text: string): string | undefined {
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)) return 'ja'
  return /\p{sc=Hangul}/u.test(text) ? 'ko' : undefined
}

/** Parts of the page that do not come from the certificate. */
export interface PageParts {
  /** The organisation's logo as a data URL. */
  readonly logo: string | null
  /** An SVG drawing. */
  readonly qr: string
  /** Explains how somebody elsewhere can find out whether the certificate is still valid. */
  readonly howToAsk: string
}

/** Returns the certificate's page as HTML for the print template. Every text is escaped. */
export function certificateBody(
  certificate: CertificateView,
  paper: Paper,
  locale: string,
  { logo, qr, howToAsk }: PageParts,
  t: PaperTexts,
): string {
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
      <p class="certifies">${t('certifies')}</p>
    </div>
    ${logo === null ? '' : `<img class="logo" src="${escape(logo)}" alt="${escape(t('logo', { organisation }))}">`}
  </header>
  <div class="line" aria-hidden="true"></div>
  <h1 dir="auto"${language ? ` lang="${language}"` : ''}>${escape(personName)}</h1>
  <p class="course">${t('completed')} <b dir="auto">${escape(titleOf(certificate, locale))}</b>, ${escape(t('course', { contacts: attacks + legitimate }))}</p>
  <ul class="shown">
    ${attacks > 0 ? shown(t('share', { part: hits, all: attacks }), t('stopped')) : ''}
    ${legitimate > 0 ? shown(t('share', { part: served, all: legitimate }), t('served')) : ''}
    ${shown(t('none'), t('critical'))}
  </ul>
  <div class="foot${signatory ? ' signed' : ''}">
    <dl class="facts">
      ${fact(t('done'), day(certificate.issuedOn))}
      ${fact(t('until'), day(certificate.validUntilOn))}
      ${fact(t('score'), t('of', { score: certificate.scorePercent }))}
      ${fact(t('id'), certificate.id, ' class="mono"')}
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
  <p class="ask" dir="auto">${escape(howToAsk)}</p>
  <p class="verify">${t('verify')}</p>
  <div class="qr" role="img" aria-label="${escape(t('qr'))}">${qr}</div>
</main>`
}

/**
 * Runs in the certificate's page. It shrinks long texts, names without breaking words, until everything fits and no
 * text overlaps another.
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
