import { useState } from 'react'
import type { CertificateView } from '../../bridge'
import { useNavigation } from '../app/navigation'
import { useLoaded } from '../app/use-loaded'
import { codeOf, loadCourses, unwrap } from '../api'
import { useLocale, useLocalized, useText } from '../i18n'
import { longDate } from '../i18n/dates'
import { Button, Live, Notice, ScreenTitle, Select } from '../ui'
import './certificate.css'

type Paper = 'A4' | 'Letter'
const PAPERS: readonly { readonly id: Paper; readonly text: string }[] = [
  { id: 'A4', text: 'A4' },
  { id: 'Letter', text: 'Letter' },
]

export default function Certificate({ id }: { readonly id: string }) {
  const t = useText()
  const { go } = useNavigation()
  const courses = useLoaded(loadCourses)
  const back = () => go({ name: 'learn' })
  if (courses.status === 'waiting') return <p className="waiting">{t('app.loading')}</p>
  const certificate =
    courses.status === 'ready'
      ? courses.value.find((course) => course.certificate?.id === id)?.certificate
      : undefined
  if (!certificate) {
    const code = courses.status === 'failed' ? codeOf(courses.error) : 'not-found'
    return (
      <main className="page">
        <ScreenTitle title={t('certificate.title')} />
        <Notice kind="attention" actions={<Button onPress={back}>{t('certificate.back')}</Button>}>
          {t(`error.${code}`)}
        </Notice>
      </main>
    )
  }
  return <Page certificate={certificate} onBack={back} />
}

function Page({
  certificate,
  onBack,
}: {
  readonly certificate: CertificateView
  readonly onBack: () => void
}) {
  const t = useText()
  const locale = useLocale()
  const [paper, setPaper] = useState<Paper>('A4')
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ readonly kind: 'good' | 'attention' | 'plain'; readonly text: string }>()

  const save = async () => {
    if (busy) return
    setBusy(true)
    setSaid(undefined)
    try {
      const call = window.api.certificate.savePdf({ certificate: certificate.id, paper, locale })
      const { file } = await unwrap(call)
      setSaid({ kind: 'good', text: t('certificate.saved', { file }) })
    } catch (error) {
      const code = codeOf(error)
      setSaid({ kind: code === 'cancelled' ? 'plain' : 'attention', text: t(`error.${code}`) })
    } finally {
      setBusy(false)
    }
  }

  return (
    <main className="page certificate-page">
      <div className="row certificate-head">
        <ScreenTitle title={t('certificate.title')} />
        <span className="grow" />
        <Button onPress={onBack}>{t('certificate.back')}</Button>
        <div className="row paper">
          <Select label={t('certificate.paper')} compact value={paper} options={PAPERS} onChange={setPaper} />
        </div>
        <Button kind="primary" onPress={() => void save()}>
          {t(busy ? 'certificate.saving' : 'certificate.save')}
        </Button>
      </div>
      <Live>{said && <Notice kind={said.kind}>{said.text}</Notice>}</Live>
      <Sheet certificate={certificate} />
    </main>
  )
}

function Sheet({ certificate }: { readonly certificate: CertificateView }) {
  const t = useText()
  const locale = useLocale()
  const localized = useLocalized()
  const { hits, attacks, served, legitimate } = certificate
  const sentence = t('certificate.completed', {
    // Marks where the title stands in the sentence, so that it can be set in bold.
    course: `\u0001${localized(certificate.certificateTitle)}\u0001`,
    hits,
    attacks,
    served,
    legitimate,
  })
  const [before, course, after] = sentence.split('\u0001')
  const facts = [
    [t('certificate.completed-on'), longDate(certificate.issuedAt, locale)],
    [t('certificate.valid-until'), longDate(certificate.validUntil, locale)],
    [t('certificate.score'), t('certificate.of-100', { score: certificate.scorePercent })],
  ] as const
  return (
    <article className="sheet" aria-label={t('certificate.title')}>
      <p className="sheet-organisation">{certificate.organisation}</p>
      <p className="muted">{t('certificate.certifies')}</p>
      <div className="sheet-line" aria-hidden="true" />
      <p className="sheet-name">{certificate.personName}</p>
      <p className="sheet-course">
        {before}
        <b>{course}</b>
        {after}
      </p>
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
    </article>
  )
}
