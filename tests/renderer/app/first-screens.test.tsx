// @vitest-environment happy-dom
/**
 * The first screen must not wait for anything that loads after it, because React would then hold it back for 300 ms.
 */
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AppState, CourseState } from '../../../src/bridge'
import texts from '../../../src/texts/en/app.json'
import { App } from '../../../src/renderer/app/App'
import { begin } from '../../../src/renderer/app/begin'
import { session } from '../../../src/renderer/session/session'
import { PRIYA, signedIn } from '../session/states'

/** The areas whose texts were asked for. */
const asked = vi.hoisted(() => new Set<string>())
vi.mock(import('../../../src/texts/generated'), async (original) => {
  const module = await original()
  const { app, errors, 'sign-in': signIn } = module.READ.en
  const first = { app, errors, 'sign-in': signIn }
  const en = Object.fromEntries(
    module.AREAS.map((area) => [
      area,
      (first as Record<string, unknown>)[area] ??
        (() => {
          asked.add(area)
          return new Promise(() => {})
        }),
    ]),
  )
  return { ...module, READ: { ...module.READ, en } as typeof module.READ }
})

const COURSE: CourseState = {
  id: 'short',
  title: { en: 'Calls that hurry' },
  summary: { en: 'Two contacts.' },
  round: 1,
  modules: [
    {
      scenario: 'one',
      title: { en: 'The first contact' },
      summary: { en: 'Somebody calls.' },
      channel: 'call',
      minutes: 5,
      state: 'open',
      attempt: null,
      scorePercent: null,
      passed: null,
      outcome: null,
      critical: false,
      disposition: null,
    },
  ],
  result: {
    contacts: 1,
    attacks: 0,
    hits: 0,
    legitimate: 0,
    falseAlarms: 0,
    reported: 0,
    critical: [],
    ratio: null,
    complete: false,
    passed: false,
  },
  closed: false,
  rule: { kind: 'fixed', hitRate: 0.8, falseAlarmRate: 0.25, reportShare: 0.5 },
  dueAt: '2026-12-01T23:59:59.000Z',
  nextRoundAt: null,
  certified: true,
  renewable: false,
  practice: [],
  certificate: null,
  refreshers: [],
}

const nobody: AppState = { ...signedIn(PRIYA), phase: 'signed-out', person: null, secret: null }
const notice = { code: 'key-not-in-keychain', detail: 'records.key' } as const

const SCREENS: readonly [name: string, state: AppState, title: string][] = [
  [
    'the first run',
    { ...nobody, phase: 'first-run', organisation: null, notices: [notice] },
    texts['start.welcome'],
  ],
  ['signing in', nobody, texts['sign-in.title']],
  ['signing in with a PIN', { ...nobody, signIn: { pin: true, selfJoin: true } }, texts['sign-in.title']],
  ['going on where somebody was', signedIn(PRIYA), 'Calls that hurry'],
  ['a locked screen', { ...signedIn(PRIYA), phase: 'locked', secret: 'pin' }, 'locked'],
  ['a secret to replace', { ...signedIn(PRIYA), phase: 'must-change', secret: 'pin' }, 'PIN'],
]

beforeEach(() => {
  asked.clear()
  session.setState({ state: undefined })
  vi.stubGlobal('requestIdleCallback', () => 0)
  vi.stubGlobal('cancelIdleCallback', () => {})
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the first screen', () => {
  it.each(SCREENS)('of %s stands with the texts of the first screens alone', async (_, state, title) => {
    const answer = <T,>(value: T) => Promise.resolve({ ok: true as const, value })
    Object.assign(window, {
      api: {
        app: { state: () => answer(state) },
        learn: { courses: () => answer([COURSE]) },
        on: () => () => {},
      },
    })
    await begin()
    render(<App answered />)
    await vi.waitFor(() => expect(document.querySelector('h1, h2')).not.toBeNull(), 60_000)
    expect(await screen.findAllByText(title, { exact: false })).not.toHaveLength(0)
    // Parts behind a locked screen are hidden and don't wait for anything.
    const waiting = () =>
      [...document.querySelectorAll('.waiting')].filter((element) => !element.closest('[style*="none"]'))
    await vi.waitFor(() => expect(waiting()).toEqual([]), 60_000)
    expect([...asked]).toEqual([])
  })
})
