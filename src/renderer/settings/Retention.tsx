import { useState } from 'react'
import { useLoaded } from '../ui/use-loaded'
import { codeOf, unwrap } from '../api'
import { useErrorText } from '../i18n'
import { usePersonText } from '../records/person/use-person-text'
import { Button, Dialog, Live, Notice, Select } from '../ui'
import { NotLoaded } from '../lists/NotLoaded'

const load = () => unwrap(window.api.organisation.settings())
const OFFERED = [12, 24, 36, 60, 84, 120]
const FOR_EVER = 'for-ever'

export default function Retention() {
  const loaded = useLoaded(load)
  if (loaded.status === 'waiting') return null
  if (loaded.status === 'failed') return <NotLoaded of={[loaded]} />
  return <Form kept={loaded.value.retentionMonths} />
}

function Form({ kept }: { readonly kept: number | null }) {
  const errorText = useErrorText()
  const t = usePersonText()
  const [known, setKnown] = useState(kept)
  const [months, setMonths] = useState(kept)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<{ readonly kind: 'good' | 'attention'; readonly text: string }>()
  const offered = [...new Set([...OFFERED, ...(kept === null ? [] : [kept])])].sort((a, b) => a - b)

  const save = async () => {
    setAsking(false)
    try {
      await unwrap(window.api.organisation.change({ retentionMonths: months }))
      setKnown(months)
      setSaid({ kind: 'good', text: t('retention.saved') })
    } catch (error) {
      setSaid({ kind: 'attention', text: errorText(codeOf(error)) })
    }
  }
  // A shorter retention deletes records; a longer one never does.
  const deletes = months !== null && (known === null || months < known)

  return (
    <div className="settings-fields">
      <p>{t('retention.text')}</p>
      <Select
        label={t('retention.label')}
        value={months === null ? FOR_EVER : String(months)}
        options={[
          { id: FOR_EVER, text: t('retention.for-ever') },
          ...offered.map((n) => ({ id: String(n), text: t('retention.months', { n }) })),
        ]}
        onChange={(value) => {
          setMonths(value === FOR_EVER ? null : Number(value))
          setSaid(undefined)
        }}
      />
      <div className="row">
        <Button
          kind="primary"
          isDisabled={months === known}
          onPress={() => (deletes ? setAsking(true) : void save())}
        >
          {t('retention.save')}
        </Button>
      </div>
      <Live>{said && <Notice kind={said.kind}>{said.text}</Notice>}</Live>
      {asking && months !== null && (
        <Dialog
          role="alertdialog"
          title={t('retention.ask.title', { n: months })}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onPress={() => setAsking(false)}>{t('retention.ask.keep')}</Button>
              <Button kind="primary" onPress={() => void save()}>
                {t('retention.ask.go')}
              </Button>
            </>
          }
        >
          <p>{t('retention.ask')}</p>
        </Dialog>
      )}
    </div>
  )
}
