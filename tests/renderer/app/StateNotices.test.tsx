// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { AppState } from '../../../src/bridge'
import { StateNotices } from '../../../src/renderer/app/StateNotices'
import { loadFirstTexts, LocaleContext } from '../../../src/renderer/i18n/text'
import { session } from '../../../src/renderer/session/session'
import { PRIYA, signedIn } from '../session/states'

type Notice = AppState['notices'][number]

const issue = (
  scene: string,
  severity: 'error' | 'warning' = 'error',
): NonNullable<Notice['issues']>[number] => ({
  code: 'unreachable-scene',
  severity,
  keys: { path: ['machine', 'states', scene], scene },
  params: { what: 'no-way' },
})

beforeEach(async () => {
  await loadFirstTexts('en')
  session.setState({ state: signedIn(PRIYA) })
})
afterEach(() => {
  cleanup()
  vi.unstubAllEnvs()
})

const show = (notice: Notice) =>
  render(
    <LocaleContext value="en">
      <StateNotices notices={[notice]} hidden={false} />
    </LocaleContext>,
  )

it('lists what is wrong with a refused file, and says how much more there is', async () => {
  show({
    code: 'scenario-refused',
    detail: 'late.scenario.json',
    issues: [issue('offer'), issue('end', 'warning')],
    moreIssues: 3,
  })
  const items = await screen.findAllByRole('listitem')
  expect(items).toHaveLength(3)
  expect(items[0]!.textContent).toContain('offer')
  expect(items[1]!.textContent).toMatch(/^Warning: .*end/)
  expect(items[2]!.textContent).toContain('3 more things')
})

it('has no list where nothing is said of the file', () => {
  show({ code: 'scenario-refused', detail: 'late.scenario.json' })
  expect(screen.queryByRole('list')).toBeNull()
  expect(screen.getByText(/late\.scenario\.json/)).toBeDefined()
})

it.each(['America/Los_Angeles', 'Pacific/Auckland', 'Pacific/Kiritimati'])(
  'shows the day of a backup as its file says it, in %s',
  (zone) => {
    vi.stubEnv('TZ', zone)
    show({ code: 'records-restored', detail: '2026-11-28' })
    expect(screen.getByText(/28 November 2026/)).toBeDefined()
  },
)
