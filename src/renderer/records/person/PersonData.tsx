import { useState } from 'react'
import type { PersonView } from '../../../bridge'
import { codeOf, unwrap } from '../../api'
import { useErrorText } from '../../i18n'
import { Button, Dialog, TextField } from '../../ui'
import { SaveFile } from './SaveFile'
import { usePersonText } from './use-person-text'

type Erased = Parameters<PersonDataProps['onErased']>[0]

interface PersonDataProps {
  readonly person: PersonView
  /** True if this is the person who is signed in. */
  readonly own: boolean
  readonly onErased: (erased: { attempts: number; credentials: number; delivered: number }) => void
}

/** Offers a copy of everything that is stored about a person, and erases it. */
export function PersonData({ person, own, onErased }: PersonDataProps) {
  const t = usePersonText()
  const [asking, setAsking] = useState(false)
  const mayBeSaved = own || person.attempts !== null

  return (
    <section aria-labelledby="person-data" className="person-data">
      <h2 id="person-data">{t('data')}</h2>
      <p className="muted">{t('data.text')}</p>
      {!own && <p className="muted">{t('erase.text')}</p>}
      <div className="row">
        {mayBeSaved && <SaveFile person={person.id} label={t('data.save')} />}
        {!own && <Button onPress={() => setAsking(true)}>{t('erase')}</Button>}
      </div>
      {asking && <AskErase person={person} onClose={() => setAsking(false)} onErased={onErased} />}
    </section>
  )
}

function AskErase({
  person,
  onClose,
  onErased,
}: {
  readonly person: PersonView
  readonly onClose: () => void
  readonly onErased: (erased: Erased) => void
}) {
  const t = usePersonText()
  const errorText = useErrorText()
  const [written, setWritten] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)

  const erase = async () => {
    if (busy) return
    if (written.trim().toLowerCase() !== person.number.toLowerCase()) {
      setProblem(t('erase.wrong'))
      return
    }
    setBusy(true)
    try {
      onErased(await unwrap(window.api.person.erase({ person: person.id, number: written.trim() })))
    } catch (error) {
      setProblem(errorText(codeOf(error)))
      setBusy(false)
    }
  }

  return (
    <Dialog
      role="alertdialog"
      title={t('erase.title', { name: person.name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="primary" onPress={() => void erase()}>
            {t('erase.go')}
          </Button>
        </>
      }
    >
      <p>{t('erase.text')}</p>
      <p>{t('erase.ask', { number: person.number })}</p>
      <TextField
        label={t('erase.field')}
        value={written}
        onChange={(value) => {
          setWritten(value)
          setProblem(undefined)
        }}
        error={problem}
        autoComplete="off"
        autoFocus
      />
    </Dialog>
  )
}
