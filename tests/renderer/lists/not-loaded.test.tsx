// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EVERYTHING } from '../../../src/domain/records/filter'
import { loadAllTexts } from '../../../src/renderer/i18n/text'
import AuditLog from '../../../src/renderer/audit/AuditLog'
import Exchange from '../../../src/renderer/exchange/Exchange'
import { Learn } from '../../../src/renderer/learn/Learn'
import { AssignDialog } from '../../../src/renderer/people/AssignDialog'
import { PersonDialog } from '../../../src/renderer/people/PersonDialog'
import { RulesDialog } from '../../../src/renderer/people/RulesDialog'
import RecordStore from '../../../src/renderer/record-store/RecordStore'
import { Refused } from '../../../src/renderer/record-store/Refused'
import Attempts from '../../../src/renderer/records/Attempts'
import Completion from '../../../src/renderer/records/Completion'
import { OverTime } from '../../../src/renderer/records/OverTime'
import { SavedViews } from '../../../src/renderer/records/SavedViews'
import Organisation from '../../../src/renderer/settings/Organisation'
import Recovery from '../../../src/renderer/settings/Recovery'
import Editor from '../../../src/renderer/studio/Editor'
import Studio from '../../../src/renderer/studio/Studio'
import StudioSettings from '../../../src/renderer/studio/StudioSettings'
import { RemovedDialog } from '../../../src/renderer/studio/RemovedDialog'
import { NavigationProvider } from '../../../src/renderer/session/navigation'
import { session } from '../../../src/renderer/session/session'
import type { AppState } from '../../../src/bridge'
import { loadTexts } from '../../../src/texts/translate'

await loadAllTexts('en')
const t = await loadTexts('en', 'app')
const faults = await loadTexts('en', 'errors')
const records = await loadTexts('en', 'records')
const people = await loadTexts('en', 'people')

const TELLS: Readonly<Record<string, unknown>> = {
  'people.one': {
    person: {
      id: 'p',
      name: 'Ana Duarte',
      number: 'E-1',
      email: null,
      role: 'trainee',
      team: null,
      site: null,
      managerNumber: null,
      leftAt: null,
    },
    courses: [],
  },
  'people.list': { rows: [{ name: 'Ana Duarte' }], total: 1 },
  'assignment.who': { people: 1, seen: 'x' },
  'assignment.courses': [{ id: 'c', title: { en: 'First week' } }],
  'records.figures': {
    rows: 0,
    matched: 0,
    people: 0,
    complete: 0,
    expired: 0,
    revoked: 0,
    inProgress: 0,
    open: 0,
    late: 0,
    results: null,
    release: null,
  },
  'records.standings': { rows: [], before: null, after: null },
  'records.attempts': { rows: [], before: null, after: null },
  'records.countAttempts': { count: 0, more: false },
  'recovery.state': { madeAt: null },
  'organisation.settings': {
    name: 'Meridian',
    pinRequired: false,
    joining: false,
    lockMinutes: 5,
    retentionMonths: null,
    privacy: 'named',
    smallestGroup: 10,
  },
  'recordStore.state': { connection: null, waiting: 0, refused: 0 },
  'exchange.state': { role: 'alone', organisation: null, problems: [] },
  'audit.page': { lines: [], more: false },
  'audit.check': { entries: 0, signed: null, fault: null },
  'studio.settings': { folder: null, publishers: 'authors' },
  'studio.list': { documents: [], folder: { problem: null } },
  'studio.open': { outcome: 'refused', fault: { code: 'empty', file: 'c.json' } },
}

/** The calls that main refuses at present. */
let refused = new Set<string>()
const asked = vi.fn<(call: string) => void>()

beforeEach(() => {
  const person = { id: 'me', name: 'Priya Raman', number: 'IND-2041', role: 'administrator' }
  session.setState({ state: { person, organisation: 'Meridian' } as AppState })
  refused = new Set()
  asked.mockClear()
  const group = (area: string) =>
    new Proxy(
      {},
      {
        get: (_, name: string) => async () => {
          const call = `${area}.${name}`
          asked(call)
          if (refused.has(call)) return { ok: false, error: { code: 'internal', message: '' } }
          return { ok: true, value: TELLS[call] ?? [] }
        },
      },
    )
  const on = () => () => {}
  const api = new Proxy({}, { get: (_, area: string) => (area === 'on' ? on : group(area)) })
  Object.assign(window, { api })
})
afterEach(cleanup)

vi.stubGlobal('requestIdleCallback', () => 0)
vi.stubGlobal('cancelIdleCallback', () => {})
const none = () => {}
const choices = { teams: [], sites: [], courses: [], results: true, smallestGroup: 0, waiting: false }
const view = { filter: EVERYTHING, sort: { by: 'name' as const, descending: false }, period: null }
const tab = { filter: EVERYTHING, onFilter: none, view, onView: none, choices }
const filter = { search: '', teams: [], sites: [], roles: [], left: false }

const show = (element: ReactElement) =>
  act(async () => void render(<NavigationProvider>{element}</NavigationProvider>))
const missing = () => screen.findByText(faults('internal'))
const tryAgain = () =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name: t('app.retry') })))

describe('an answer that is missing on the screen', () => {
  it.each<[string, string, () => ReactElement]>([
    ['the list of attempts', 'records.countAttempts', () => <Attempts {...tab} />],
    ['the figures', 'records.figures', () => <Completion {...tab} />],
    ['the curve', 'records.completed', () => <OverTime filter={EVERYTHING} rows={9} />],
    ['a person', 'people.one', () => <PersonDialog id="p" teams={[]} sites={[]} onClose={none} />],
    ['the rules for newcomers', 'assignment.rules', () => <RulesDialog onClose={none} />],
    [
      'the courses to assign',
      'assignment.courses',
      () => <AssignDialog to={{ kind: 'people', ids: ['p'] }} names={['Ana']} onClose={none} />,
    ],
    [
      'the people to assign to',
      'assignment.who',
      () => <AssignDialog to={{ kind: 'filter', filter }} onClose={none} />,
    ],
    ['refused statements', 'recordStore.refused', () => <Refused count={2} onChange={none} />],
    ['the recovery code', 'recovery.state', () => <Recovery />],
    ['deleted documents', 'studio.removed', () => <RemovedDialog onClose={none} />],
    ['the settings of the organisation', 'organisation.settings', () => <Organisation />],
    ['the record store', 'recordStore.state', () => <RecordStore />],
    ['the exchange with other computers', 'exchange.state', () => <Exchange />],
    ['the courses to learn', 'learn.courses', () => <Learn />],
    ['the check of the audit log', 'audit.check', () => <AuditLog />],
    ['the settings of the Studio', 'studio.settings', () => <StudioSettings />],
    ['the library of the Studio', 'studio.list', () => <Studio />],
    ['a document of the Studio', 'studio.open', () => <Editor kind="course" id="c" />],
  ])('is said of %s, and asked for again', async (_, call, element) => {
    refused.add(call)
    await show(element())
    await missing()
    refused.clear()
    asked.mockClear()
    await tryAgain()
    await waitFor(() => expect(screen.queryByText(faults('internal'))).toBeNull())
    expect(asked).toHaveBeenCalledWith(call)
  })

  it('is not told as an empty list of saved views', async () => {
    refused.add('views.list')
    await show(<SavedViews view={view} onUse={none} usable={() => true} />)
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: records('views.title') })))
    await missing()
    expect(screen.queryByText(records('views.none'))).toBeNull()
  })

  it('leaves what somebody typed about a person', async () => {
    await show(<PersonDialog id="p" teams={[]} sites={[]} onClose={none} />)
    const name = await screen.findByLabelText(people('form.name'))
    fireEvent.change(name, { target: { value: 'Ana Maria Duarte' } })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: people('assign') })))
    refused.add('people.one')
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: t('app.cancel') })))
    await missing()
    expect(screen.getByLabelText(people('form.name'))).toHaveProperty('value', 'Ana Maria Duarte')
  })
})

it('says on every screen that an answer is missing, and asks again', () => {
  const root = path.join(__dirname, '../../../src/renderer')
  const silent = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => {
    if (!/\.tsx?$/.test(name)) return false
    const text = readFileSync(path.join(root, name), 'utf8')
    return text.includes('useLoaded(') && !text.includes('<NotLoaded')
  })
  // The sentences about a document come from the program's own files, as the rest of the page does.
  expect(silent).toEqual([path.join('studio', 'issue-names.ts')])
})
