import { useState } from 'react'
import type { IssuerProfileView } from '../../bridge'
import { webAddress } from '../../domain/credentials/issuer-profile'
import { codeOf, unwrap } from '../api'
import { useLoaded } from '../ui/use-loaded'
import { useCertificatesText } from '../certificate/words'
import { useErrorText } from '../i18n'
import { Button, Live, Notice, TextField } from '../ui'
import { NotLoaded } from '../lists/NotLoaded'

type Said = { readonly kind: 'good' | 'attention'; readonly text: string }

const load = () => unwrap(window.api.issuer.profile())

/** Edits the organisation's own details and pictures for its certificates. */
export function IssuerProfile() {
  const c = useCertificatesText()
  const loaded = useLoaded(load)
  return (
    <section className="settings-part issuer-part" aria-label={c('issuer.profile.title')}>
      <h3>{c('issuer.profile.title')}</h3>
      <NotLoaded of={[loaded]} />
      {loaded.status === 'ready' && (
        <>
          <p>{c('issuer.profile.text')}</p>
          <Form kept={loaded.value} />
          <Logo kept={loaded.value.logo} />
        </>
      )}
    </section>
  )
}

function Form({ kept }: { readonly kept: IssuerProfileView }) {
  const c = useCertificatesText()
  const errorText = useErrorText()
  const [form, setForm] = useState({
    web: kept.web ?? '',
    contact: kept.contact ?? '',
    statusList: kept.statusList ?? '',
    signatory: kept.signatory?.name ?? '',
    signatoryTitle: kept.signatory?.title ?? '',
  })
  const [tried, setTried] = useState(false)
  const [said, setSaid] = useState<Said>()
  const put = (field: keyof typeof form) => (value: string) => {
    setForm({ ...form, [field]: value })
    setSaid(undefined)
  }
  const given = (text: string) => (text.trim() === '' ? null : text.trim())
  const wrong = {
    web: given(form.web) !== null && webAddress(form.web) === undefined,
    statusList: given(form.statusList) !== null && webAddress(form.statusList) === undefined,
    signatoryTitle: given(form.signatory) === null && given(form.signatoryTitle) !== null,
  }
  const save = async () => {
    setTried(true)
    setSaid(undefined)
    if (Object.values(wrong).some(Boolean)) return
    const name = given(form.signatory)
    try {
      const saved = await unwrap(
        window.api.issuer.changeProfile({
          web: webAddress(form.web) ?? null,
          contact: given(form.contact),
          statusList: webAddress(form.statusList) ?? null,
          signatory: name === null ? null : { name, title: given(form.signatoryTitle) },
        }),
      )
      setForm({ ...form, web: saved.web ?? '', statusList: saved.statusList ?? '' })
      setTried(false)
      setSaid({ kind: 'good', text: c('issuer.profile.saved') })
    } catch (error) {
      setSaid({ kind: 'attention', text: errorText(codeOf(error)) })
    }
  }
  return (
    <div className="settings-fields">
      <TextField
        label={c('issuer.profile.web')}
        hint={c('issuer.profile.web.hint')}
        error={tried && wrong.web ? c('issuer.profile.web.wrong') : undefined}
        inputMode="url"
        maxLength={300}
        value={form.web}
        onChange={put('web')}
      />
      <TextField
        label={c('issuer.profile.contact')}
        hint={c('issuer.profile.contact.hint')}
        maxLength={120}
        value={form.contact}
        onChange={put('contact')}
      />
      <TextField
        label={c('issuer.profile.status')}
        hint={c('issuer.profile.status.hint')}
        error={tried && wrong.statusList ? c('issuer.profile.status.wrong') : undefined}
        inputMode="url"
        maxLength={300}
        value={form.statusList}
        onChange={put('statusList')}
      />
      <TextField
        label={c('issuer.profile.signatory')}
        hint={c('issuer.profile.signatory.hint')}
        maxLength={80}
        value={form.signatory}
        onChange={put('signatory')}
      />
      <TextField
        label={c('issuer.profile.signatory-title')}
        error={tried && wrong.signatoryTitle ? c('issuer.profile.signatory-title.needs-name') : undefined}
        maxLength={80}
        value={form.signatoryTitle}
        onChange={put('signatoryTitle')}
      />
      <div className="row">
        <Button kind="primary" onPress={() => void save()}>
          {c('issuer.profile.save')}
        </Button>
      </div>
      <Live>{said && <Notice kind={said.kind}>{said.text}</Notice>}</Live>
    </div>
  )
}

function Logo({ kept }: { readonly kept: string | null }) {
  const c = useCertificatesText()
  const errorText = useErrorText()
  const [logo, setLogo] = useState(kept)
  const [problem, setProblem] = useState<string>()
  const change = async (work: () => Promise<IssuerProfileView>) => {
    setProblem(undefined)
    try {
      setLogo((await work()).logo)
    } catch (error) {
      const code = codeOf(error)
      if (code !== 'cancelled') setProblem(errorText(code))
    }
  }
  return (
    <div className="issuer-logo">
      <span className="field-label">{c('issuer.logo')}</span>
      {logo === null ? (
        <span className="muted">{c('issuer.logo.none')}</span>
      ) : (
        <img className="issuer-logo-picture" src={logo} alt={c('issuer.logo.alt')} />
      )}
      <div className="row">
        <Button onPress={() => void change(() => unwrap(window.api.issuer.chooseLogo()))}>
          {c(logo === null ? 'issuer.logo.choose' : 'issuer.logo.other')}
        </Button>
        {logo !== null && (
          <Button onPress={() => void change(() => unwrap(window.api.issuer.removeLogo()))}>
            {c('issuer.logo.remove')}
          </Button>
        )}
      </div>
      <span className="field-hint">{c('issuer.logo.hint')}</span>
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
    </div>
  )
}
