import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { RecordsView } from '../../bridge'
import { EVERYTHING, type RecordFilter } from '../../domain/records/filter'
import { onOtherPerson } from '../session/session'

export type TabId = 'completion' | 'attention' | 'attempts' | 'results' | 'certificates' | 'audit'

/** The view of the records: the tab, and one filter, period and order for all tabs. */
interface Views {
  readonly tab: TabId
  readonly view: RecordsView
}

const START: Views = {
  tab: 'completion',
  view: { filter: EVERYTHING, period: null, sort: { by: 'name', descending: false } },
}

/** Keeps the view for a person who returns to Records. Another person begins anew. */
export const views = createStore<Views>(() => START)
onOtherPerson(() => views.setState(START, true))

export const showTab = (tab: TabId): void => views.setState({ tab })
export const showView = (view: RecordsView): void => views.setState({ view })
export const showFilter = (filter: RecordFilter): void =>
  views.setState(({ view }) => ({ view: { ...view, filter } }))

export const useViews = <T>(select: (views: Views) => T): T => useStore(views, select)
