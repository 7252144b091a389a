import { useCallback, useState, type ReactNode } from 'react'
import type { CertificatePage, CertificateView } from '../../bridge'
import { howToAsk } from '../../texts/credential-texts'
import { useNavigation, type CertificateFrom } from '../session/navigation'
import { useLoaded } from '../ui/use-loaded'
import { useMainEvent } from '../ui/use-main-event'
import { codeOf, unwrap } from '../api'
import { useLocale, useLocalized, useText, useErrorText } from '../i18n'
import { PAPERS, usualPaper, type Paper } from '../i18n/paper'
import { longWrittenDay } from '../i18n/dates'
import { Button, Live, Notice, ScreenTitle, Select } from '../ui'
import { useCertificatesText, useCredentialText } from './words'
import { NotLoaded } from '../lists/NotLoaded'
import './certificate.css'

interface Props {
  readonly id: string
  readonly from: CertificateFrom
}

export default function Certificate({ id, from }: Props) {
  const t = useText()
  const c = useCertificatesText()
  const { go } = useNavigation()
  const load = useCallback(() => unwrap(window.api.certificate.open({ certificate: id })), [id])
  const page = useLoaded(load)
  if (page.status === 'waiting') return <p className="waiting">{t('app.loading')}</p>
  const back = (
    <Button kind="link" onPress={() => go(from)}>
      {from.name === 'person'
        ? c('back-to-person', { name: from.personName })
        : from.name === 'records'
          ? c('back-to-records')
          : t('certificate.back')}
    </Button>
  )
  if (page.status === 'failed') {
    return (
      <main className="page">
        <div>{back}</div>
        <ScreenTitle title={t('certificate.title')} />
        <NotLoaded of={[page]} />
      </main>
    )
  }
  return <Page page={page.value} reload={page.reload} back={back} />
}

const FORMS = ['pdf', 'badge', 'credential'] as const
type Form = (typeof FORMS)[number]

function Page({
  page,
  reload,
  back,
}: {
  readonly page: CertificatePage
  readonly reload: () => void
  readonly back: ReactNode
}) {
  const t = useText()
  const errorText = useErrorText()
  const c = useCertificatesText()
  const locale = useLocale()
  const { certificate, status } = page
  const [paper, setPaper] = useState<Paper>(() => usualPaper())
  const [busy, setBusy] = useState<Form>()
  const [said, setSaid] = useState<{ readonly kind: 'good' | 'attention' | 'plain'; readonly text: string }>()

  const look = () => {
    if (status === 'unsigned') reload()
  }
  // The certificate may have been signed before this page listened, so the page asks again.
  useMainEvent('certificates.signed', look, look)

  const save = async (form: Form) => {
    if (busy) return
    setBusy(form)
    setSaid(undefined)
    try {
      const { id } = certificate
      const calls = {
        pdf: () => window.api.certificate.savePdf({ certificate: id, paper, locale }),
        badge: () => window.api.certificate.saveBadge({ certificate: id, locale }),
        credential: () => window.api.certificate.saveCredential({ certificate: id }),
      }
      const { file } = await unwrap(calls[form]())
      setSaid({ kind: 'good', text: t('certificate.saved', { file }) })
    } catch (error) {
      const code = codeOf(error)
      setSaid({ kind: code === 'cancelled' ? 'plain' : 'attention', text: errorText(code) })
    } finally {
      setBusy(undefined)
    }
  }

  const exportable = status !== 'unsigned' && status !== 'revoked'
  return (
    <main className="page certificate-page">
      <div className="certificate-back">{back}</div>
      <div className="row certificate-head">
        <ScreenTitle title={t('certificate.title')} />
        <span className="grow" />
        {exportable && (
          <>
            <Button onPress={() => void save('credential')}>
              {busy === 'credential' ? t('certificate.saving') : c('save-credential')}
            </Button>
            <Button onPress={() => void save('badge')}>
              {busy === 'badge' ? t('certificate.saving') : c('save-badge')}
            </Button>
            <div className="row paper">
              <Select
                label={t('certificate.paper')}
                compact
                value={paper}
                options={PAPERS}
                onChange={setPaper}
              />
            </div>
            <Button kind="primary" onPress={() => void save('pdf')}>
              {t(busy === 'pdf' ? 'certificate.saving' : 'certificate.save')}
            </Button>
          </>
        )}
      </div>
      <Live>{said && <Notice kind={said.kind}>{said.text}</Notice>}</Live>
      <Live>{status !== 'valid' && <StatusNotice page={page} />}</Live>
      <Sheet certificate={certificate} logo={page.logo} />
      {exportable && <p className="muted dense certificate-what">{c('what-each-is')}</p>}
    </main>
  )
}

function StatusNotice({
  page: { status, certificate, revokedOn, superseded },
}: {
  readonly page: CertificatePage
}) {
  const c = useCertificatesText()
  const locale = useLocale()
  const until = longWrittenDay(certificate.validUntilOn, locale)
  switch (status) {
    case 'unsigned':
      return <Notice>{c('page.unsigned')}</Notice>
    case 'revoked':
      return (
        <Notice kind="attention">
          {c(superseded ? 'page.superseded' : 'page.revoked', {
            date: revokedOn === null ? '' : longWrittenDay(revokedOn, locale),
          })}
        </Notice>
      )
    case 'expired':
      return <Notice kind="attention">{c('page.expired', { date: until })}</Notice>
    case 'expires-soon':
      return <Notice>{c('page.expires-soon', { date: until })}</Notice>
    case 'valid':
      return null
  }
}

/**
 * Returns the class that makes a long name smaller. It depends on the length of the name and of its longest word,
 * because words are not broken.
 */
function nameSize(name: string): string {
  const longest = Math.max(...name.split(/[\s-]/u).map((word) => word.length))
  const letters = Math.max(name.length / 1.7, longest)
  return letters <= 22 ? '' : letters <= 34 ? ' sheet-name-long' : ' sheet-name-longest'
}

function Sheet({
  certificate,
  logo,
}: {
  readonly certificate: CertificateView
  readonly logo: string | null
}) {
  const t = useText()
  const locale = useLocale()
  const localized = useLocalized()
  const { hits, attacks, served, legitimate, organisation, personName, signatory } = certificate
  const sentence = t('certificate.completed', {
    // Marks the title's place in the sentence, so that it can be set in bold.
    course: `\u0001${localized(certificate.certificateTitle)}\u0001`,
    contacts: attacks + legitimate,
  })
  const [before, course, after] = sentence.split('\u0001')
  const facts = [
    [t('certificate.completed-on'), longWrittenDay(certificate.issuedOn, locale)],
    [t('certificate.valid-until'), longWrittenDay(certificate.validUntilOn, locale)],
    [t('certificate.score'), t('certificate.of-100', { score: certificate.scorePercent })],
  ] as const
  const share = (part: number, all: number) => t('certificate.shown.share', { part, all })
  const shown = [
    ...(attacks > 0 ? [[share(hits, attacks), t('certificate.shown.attacks')]] : []),
    ...(legitimate > 0 ? [[share(served, legitimate), t('certificate.shown.served')]] : []),
    [t('certificate.shown.none'), t('certificate.shown.critical')],
  ]
  return (
    <article className="sheet" aria-label={t('certificate.title')}>
      <div className="sheet-head">
        <div>
          <p className="sheet-organisation" dir="auto">
            {organisation}
          </p>
          <p className="muted">{t('certificate.certifies')}</p>
        </div>
        {logo !== null && (
          <img className="sheet-logo" src={logo} alt={t('certificate.logo', { organisation })} />
        )}
      </div>
      <div className="sheet-line" aria-hidden="true" />
      <p className={`sheet-name${nameSize(personName)}`} dir="auto">
        {personName}
      </p>
      <p className="sheet-course">
        {before}
        <b dir="auto">{course}</b>
        {after}
      </p>
      <ul className="sheet-shown">
        {shown.map(([figure, what]) => (
          <li key={what}>
            <b>{figure}</b> <span>{what}</span>
          </li>
        ))}
      </ul>
      <div className={signatory ? 'sheet-foot sheet-foot-signed' : 'sheet-foot'}>
        <dl className="sheet-facts">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <div>
            <dt>{t('certificate.id')}</dt>
            <dd className="mono">{certificate.id}</dd>
          </div>
        </dl>
        {signatory && (
          <div className="sheet-signatory">
            <p dir="auto">{signatory.name}</p>
            {signatory.title !== null && (
              <p className="muted" dir="auto">
                {signatory.title}
              </p>
            )}
          </div>
        )}
      </div>
      <p className="sheet-ask muted">{howToAsk(useCredentialText(), certificate)}</p>
    </article>
  )
}
