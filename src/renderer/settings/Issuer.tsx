import { useState } from 'react'
import { codeOf, unwrap } from '../api'
import { useSession } from '../session/session'
import { useLoaded } from '../ui/use-loaded'
import { useCertificatesText } from '../certificate/words'
import { useText, useErrorText } from '../i18n'
import { Secret } from '../start/secrets'
import { Button, Live, Notice } from '../ui'
import { IssuerProfile } from './IssuerProfile'
import { NotLoaded } from '../lists/NotLoaded'
import '../certificate/certificates.css'

const SHORTEST_PASSPHRASE = 12

type Said = { readonly kind: 'good' | 'attention' | 'plain'; readonly text: string }

const load = () => unwrap(window.api.issuer.state())

/**
 * Shows the identity that signs this installation’s certificates. Administrators can change the profile, and back up or
 * restore the key.
 */
export default function Issuer() {
  const c = useCertificatesText()
  const t = useText()
  const role = useSession((session) => session.person?.role)
  const issuer = useLoaded(load)
  const [copied, setCopied] = useState(false)
  if (issuer.status === 'waiting') return <p className="waiting">{t('app.loading')}</p>
  if (issuer.status === 'failed') {
    return <NotLoaded of={[issuer]} />
  }
  const { did, issuesHere, inKeychain } = issuer.value
  if (!issuesHere || did === null) return <p>{c('device')}</p>
  const copy = async () => {
    await unwrap(window.api.issuer.copy())
    setCopied(true)
  }
  return (
    <>
      <p>{c('issuer.text')}</p>
      <div className="issuer-did">
        <span className="label">{c('issuer.did')}</span>
        <span className="mono issuer-name">{did}</span>
        <Button onPress={() => void copy()}>{c('issuer.copy')}</Button>
        <Live>{copied && <span className="muted dense">{c('issuer.copied')}</span>}</Live>
      </div>
      {!inKeychain && <p className="muted dense">{c('issuer.not-in-keychain')}</p>}
      {role === 'administrator' && (
        <>
          <IssuerProfile />
          <BackUp />
          <Restore onRestored={issuer.reload} />
        </>
      )}
    </>
  )
}

function BackUp() {
  const c = useCertificatesText()
  const errorText = useErrorText()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const [said, setSaid] = useState<Said>()
  const short = passphrase.length < SHORTEST_PASSPHRASE
  const differs = passphrase !== again
  const save = async () => {
    setTried(true)
    setSaid(undefined)
    if (short || differs) return
    try {
      const { file } = await unwrap(window.api.issuer.backUp({ passphrase }))
      setSaid({ kind: 'good', text: c('issuer.backup.done', { file }) })
      setPassphrase('')
      setAgain('')
      setTried(false)
    } catch (error) {
      const code = codeOf(error)
      setSaid({ kind: code === 'cancelled' ? 'plain' : 'attention', text: errorText(code) })
    }
  }
  return (
    <section className="settings-part issuer-part">
      <h3>{c('issuer.backup.title')}</h3>
      <p>{c('issuer.backup.text')}</p>
      <Secret
        label={c('issuer.passphrase')}
        hint={c('issuer.passphrase.hint')}
        error={tried && short ? c('issuer.passphrase.short') : undefined}
        autoComplete="new-password"
        value={passphrase}
        onChange={setPassphrase}
      />
      <Secret
        label={c('issuer.passphrase.again')}
        error={tried && !short && differs ? c('issuer.passphrase.differs') : undefined}
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
      />
      <Button onPress={() => void save()}>{c('issuer.backup.go')}</Button>
      <Live>{said && <Notice kind={said.kind}>{said.text}</Notice>}</Live>
    </section>
  )
}

function Restore({ onRestored }: { readonly onRestored: () => void }) {
  const c = useCertificatesText()
  const errorText = useErrorText()
  const [passphrase, setPassphrase] = useState('')
  const [said, setSaid] = useState<Said>()
  const restore = async () => {
    setSaid(undefined)
    try {
      const { changed } = await unwrap(window.api.issuer.restore({ passphrase }))
      setSaid({ kind: 'good', text: c(changed ? 'issuer.restore.done' : 'issuer.restore.same') })
      setPassphrase('')
      onRestored()
    } catch (error) {
      const code = codeOf(error)
      setSaid({ kind: code === 'cancelled' ? 'plain' : 'attention', text: errorText(code) })
    }
  }
  return (
    <section className="settings-part issuer-part">
      <h3>{c('issuer.restore.title')}</h3>
      <p>{c('issuer.restore.text')}</p>
      <Secret label={c('issuer.passphrase')} autoComplete="off" value={passphrase} onChange={setPassphrase} />
      <Button isDisabled={passphrase === ''} onPress={() => void restore()}>
        {c('issuer.restore.go')}
      </Button>
      <Live>{said && <Notice kind={said.kind}>{said.text}</Notice>}</Live>
    </section>
  )
}
