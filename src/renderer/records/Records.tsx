import { useEffect, useRef, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { codeOf, unwrap } from '../api'
import { useText } from '../i18n'
import { Button, Live, Notice, ScreenTitle, TextField } from '../ui'
import { Attempts } from './Attempts'
import { Completions } from './Completions'
import './records.css'

/** Waits until the typing pauses, so that not every letter asks the database. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 200)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

export default function Records() {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [written, setWritten] = useState('')
  const search = useSettled(written.trim())
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ readonly kind: 'good' | 'attention' | 'plain'; readonly text: string }>()

  const exportCsv = async () => {
    if (busy) return
    setBusy(true)
    setSaid(undefined)
    try {
      const { file, rows } = await unwrap(window.api.records.exportCsv())
      setSaid({ kind: 'good', text: t('records.exported', { file, rows }) })
    } catch (error) {
      const code = codeOf(error)
      setSaid({ kind: code === 'cancelled' ? 'plain' : 'attention', text: t(`error.${code}`) })
    } finally {
      setBusy(false)
    }
  }
  const clear = () => {
    setWritten('')
    input.current?.focus()
  }

  return (
    <main className="records">
      <div className="row">
        <ScreenTitle title={t('records.title')} />
        <span className="grow" />
        <Button kind="primary" onPress={() => void exportCsv()}>
          {t(busy ? 'records.exporting' : 'records.export')}
        </Button>
      </div>
      <Live>{said && <Notice kind={said.kind}>{said.text}</Notice>}</Live>
      <Tabs className="records-tabs">
        <div className="row records-bar">
          <TabList className="tabs" aria-label={t('records.title')}>
            <Tab id="completion" className="tab">
              {t('records.completion')}
            </Tab>
            <Tab id="attempts" className="tab">
              {t('records.attempts')}
            </Tab>
          </TabList>
          <span className="grow" />
          <TextField
            label={t('records.search')}
            hideLabel
            type="search"
            maxLength={120}
            placeholder={t('records.search.hint')}
            inputRef={input}
            value={written}
            onChange={setWritten}
          />
        </div>
        <TabPanel id="completion" className="records-panel">
          <Completions search={search} onClear={clear} />
        </TabPanel>
        <TabPanel id="attempts" className="records-panel">
          <Attempts search={search} onClear={clear} />
        </TabPanel>
      </Tabs>
    </main>
  )
}
