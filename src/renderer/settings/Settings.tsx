import { startTransition, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useSession } from '../session/session'
import { useText } from '../i18n'
import { ScreenTitle } from '../ui'
import { SECTIONS, useSectionTitles } from './sections'
import './settings.css'

export default function Settings({ section }: { readonly section: string | undefined }) {
  const t = useText()
  const titles = useSectionTitles()
  const role = useSession((session) => session.person?.role)
  const mine = SECTIONS.filter(({ roles }) => !roles || (role !== undefined && roles.includes(role)))
  const [chosen, setChosen] = useState(mine.find(({ id }) => id === section)?.id ?? mine[0]?.id ?? '')
  return (
    <main className="page settings">
      <ScreenTitle title={t('settings.title')} />
      <Tabs
        className="settings-tabs"
        orientation="vertical"
        selectedKey={chosen}
        onSelectionChange={(key) => startTransition(() => setChosen(String(key)))}
      >
        <TabList className="settings-list" aria-label={t('settings.title')}>
          {mine.map(({ id }) => (
            <Tab key={id} id={id} className="settings-tab">
              {titles[id]}
            </Tab>
          ))}
        </TabList>
        {mine.map(({ id, Body }) => (
          <TabPanel key={id} id={id} className="settings-panel">
            <h2>{titles[id]}</h2>
            <Body />
          </TabPanel>
        ))}
      </Tabs>
    </main>
  )
}
