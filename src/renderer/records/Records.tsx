import { lazy, startTransition, useState, type ComponentType } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { RecordsView } from '../../bridge'
import { EVERYTHING } from '../../domain/records/filter'
import { useKept } from '../app/navigation'
import { useText } from '../i18n'
import { Button, ScreenTitle } from '../ui'
import { useExportText } from './export-words'
import { FilterBar, useChoices } from './FilterBar'
import type { RecordsTabProps } from '../lists/parts'
import '../lists/lists.css'
import './records.css'

const ExportDialog = lazy(() => import('./ExportDialog'))

/** A tab is one component in a file of its own, loaded when it is first opened. `filtered`: it takes the filter. */
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
  id: string
  title: string
  filtered: boolean
  Content: ComponentType<RecordsTabProps>
}[]

type TabId = (typeof TABS)[number]['id']

const START: RecordsView = { filter: EVERYTHING, period: null, sort: { by: 'name', descending: false } }

export default function Records() {
  const t = useText()
  const e = useExportText()
  const choices = useChoices()
  // One filter for all tabs: whoever looks for a team goes on looking at that team, also after a look at one person.
  const [view, setView] = useKept<RecordsView>('records.view', START)
  const [tab, setTab] = useKept<TabId>('records.tab', 'completion')
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
        onSelectionChange={(key) =>
          startTransition(() => setTab(TABS.find(({ id }) => id === key)?.id ?? 'completion'))
        }
      >
        <TabList className="tabs records-bar" aria-label={t('records.title')}>
          {TABS.map(({ id, title }) => (
            <Tab key={id} id={id} className="tab">
              {t(title)}
            </Tab>
          ))}
        </TabList>
        {TABS.find(({ id }) => id === tab)?.filtered && (
          <FilterBar view={view} onView={setView} choices={choices} />
        )}
        {TABS.map(({ id, Content }) => (
          <TabPanel key={id} id={id} className="records-panel">
            <Content
              filter={filter}
              onFilter={(next) => setView({ ...view, filter: next })}
              view={view}
              onView={setView}
              choices={choices}
            />
          </TabPanel>
        ))}
      </Tabs>
    </main>
  )
}
