import { lazy, Suspense, useState, type ComponentType } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { EVERYTHING, type RecordFilter } from '../../domain/records/filter'
import { useText } from '../i18n'
import { Button, ScreenTitle } from '../ui'
import { useExportText } from './export-words'
import { SearchField, type RecordsTabProps } from './parts'
import './records.css'

const ExportDialog = lazy(() => import('./ExportDialog'))

/** A tab is one component in a file of its own, loaded when it is first opened. */
const TABS = [
  { id: 'completion', title: 'records.completion', Content: lazy(() => import('./Completions')) },
  { id: 'attempts', title: 'records.attempts', Content: lazy(() => import('./Attempts')) },
  { id: 'results', title: 'records.results', Content: lazy(() => import('./Results')) },
  { id: 'audit', title: 'records.audit', Content: lazy(() => import('../exchange/AuditLog')) },
] as const satisfies readonly { id: string; title: string; Content: ComponentType<RecordsTabProps> }[]

export default function Records() {
  const t = useText()
  const e = useExportText()
  // One filter for all tabs: whoever looks for a team goes on looking at that team.
  const [filter, setFilter] = useState<RecordFilter>(EVERYTHING)
  const [exporting, setExporting] = useState(false)

  return (
    <main className="records">
      <div className="row">
        <ScreenTitle title={t('records.title')} />
        <span className="grow" />
        <Button kind="primary" onPress={() => setExporting(true)}>
          {e('open')}
        </Button>
      </div>
      {exporting && (
        <Suspense fallback={null}>
          <ExportDialog filter={filter} onClose={() => setExporting(false)} />
        </Suspense>
      )}
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
