import { lazy, Suspense, useState, type ComponentType } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { EVERYTHING, type RecordFilter } from '../../domain/records/filter'
import { codeOf, unwrap } from '../api'
import { useText } from '../i18n'
import { Button, Live, Notice, ScreenTitle } from '../ui'
import { SearchField, type RecordsTabProps } from './parts'
import './records.css'

/** A tab is one component in a file of its own, loaded when it is first opened. */
const TABS = [
  { id: 'completion', title: 'records.completion', Content: lazy(() => import('./Completions')) },
  { id: 'attempts', title: 'records.attempts', Content: lazy(() => import('./Attempts')) },
  { id: 'results', title: 'records.results', Content: lazy(() => import('./Results')) },
] as const satisfies readonly { id: string; title: string; Content: ComponentType<RecordsTabProps> }[]

export default function Records() {
  const t = useText()
  // One filter for all tabs: whoever looks for a team goes on looking at that team.
  const [filter, setFilter] = useState<RecordFilter>(EVERYTHING)
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
            {TABS.map(({ id, title }) => (
              <Tab key={id} id={id} className="tab">
                {t(title)}
              </Tab>
            ))}
          </TabList>
          <span className="grow" />
          <SearchField value={filter.search} onChange={(search) => setFilter({ ...filter, search })} />
        </div>
        {TABS.map(({ id, Content }) => (
          <TabPanel key={id} id={id} className="records-panel">
            <Suspense fallback={<p className="waiting">{t('app.loading')}</p>}>
              <Content filter={filter} onFilter={setFilter} />
            </Suspense>
          </TabPanel>
        ))}
      </Tabs>
    </main>
  )
}
