import { lazy, startTransition, useDeferredValue, useState, type ComponentType } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useText } from '../i18n'
import { Button, ScreenTitle } from '../ui'
import { useExportText } from './export-words'
import { FilterBar, useChoices } from './FilterBar'
import type { RecordsTabProps } from '../lists/parts'
import { showFilter, showTab, showView, useViews, type TabId } from './views'
import '../lists/lists.css'
import './records.css'

const ExportDialog = lazy(() => import('./ExportDialog'))

/**
 * Each tab is a component in a file of its own, loaded when it is first opened. `filtered`: the tab uses the filter.
 */
const TABS = [
  {
    id: 'completion',
    title: 'records.completion',
    filtered: true,
    Content: lazy(() => import('./Completion')),
  },
  {
    id: 'attention',
    title: 'records.attention',
    filtered: true,
    Content: lazy(() => import('../attention/Attention')),
  },
  { id: 'attempts', title: 'records.attempts', filtered: true, Content: lazy(() => import('./Attempts')) },
  { id: 'results', title: 'records.results', filtered: true, Content: lazy(() => import('./Results')) },
  {
    id: 'certificates',
    title: 'records.certificates',
    filtered: true,
    Content: lazy(() => import('./Certificates')),
  },
  {
    id: 'audit',
    title: 'records.audit',
    filtered: false,
    Content: lazy(() => import('../audit/AuditLog')),
  },
] as const satisfies readonly {
  id: TabId
  title: string
  filtered: boolean
  Content: ComponentType<RecordsTabProps>
}[]

export default function Records() {
  const t = useText()
  const e = useExportText()
  const choices = useChoices()
  // All tabs share one filter, so that somebody who looks at a team keeps looking at it, even after looking at one
  // person.
  const view = useViews((views) => views.view)
  // The present tab stays on screen until the code of the next one is loaded.
  const tab = useDeferredValue(useViews((views) => views.tab))
  const [exporting, setExporting] = useState(false)
  const { filter } = view

  return (
    <main className="list-page">
      <div className="row">
        <ScreenTitle title={t('records.title')} />
        <span className="grow" />
        <Button kind="primary" onPress={() => startTransition(() => setExporting(true))}>
          {e('open')}
        </Button>
      </div>
      {exporting && <ExportDialog filter={filter} onClose={() => setExporting(false)} />}
      <Tabs
        className="records-tabs"
        selectedKey={tab}
        onSelectionChange={(key) => showTab(TABS.find(({ id }) => id === key)?.id ?? 'completion')}
      >
        <TabList className="tabs records-bar" aria-label={t('records.title')}>
          {TABS.map(({ id, title }) => (
            <Tab key={id} id={id} className="tab">
              {t(title)}
            </Tab>
          ))}
        </TabList>
        {TABS.find(({ id }) => id === tab)?.filtered && (
          <FilterBar view={view} onView={showView} choices={choices} />
        )}
        {TABS.map(({ id, Content }) => (
          <TabPanel key={id} id={id} className="records-panel">
            <Content filter={filter} onFilter={showFilter} view={view} onView={showView} choices={choices} />
          </TabPanel>
        ))}
      </Tabs>
    </main>
  )
}
