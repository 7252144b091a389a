// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Scenario } from '../../../src/domain/scenario/schema'
import { TICK } from '../../../src/renderer/player/clock'
import type { PlayedAttempt } from '../../../src/renderer/player/host'
import Player from '../../../src/renderer/player/Player'
import type * as ProseModule from '../../../src/renderer/player/Prose'
import { ending, scenarioOf, scene } from '../../domain/helpers'
import { call, kept, LIMIT, settled, SlowHost, small } from './run-host'
import { loadAllTexts } from '../../../src/renderer/i18n/text'

// Components wait for their texts, so these are loaded before.
await loadAllTexts('en')

/** Collects every text that is rendered, so that a test can tell what is rendered again. */
const drawn = vi.hoisted(() => ({ texts: 0 }))
vi.mock('../../../src/renderer/player/Prose', async (original) => {
  const real = await original<typeof ProseModule>()
  return {
    ...real,
    Prose: (props: Parameters<typeof real.Prose>[0]) => {
      drawn.texts += 1
      return real.Prose(props)
    },
  }
})

const ring = (target: string, did: string) => ({
  target,
  meta: { tool: 'call-back' as const, contact: 'fraud', did: { en: did } },
})
const withDirectory: Scenario = {
  ...scenarioOf({
    s0: scene({ on: { ring: ring('s1', 'You rang the fraud desk') } }),
    s1: scene({ on: { ring: ring('end', 'You rang the fraud desk again') } }),
    end: ending('refused'),
  }),
  desk: { directory: [{ id: 'fraud', name: 'Fraud desk', role: { en: 'Day and night' }, phone: '4300' }] },
}

let host: SlowHost
beforeEach(() => {
  vi.useFakeTimers()
  host = new SlowHost()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

interface Shown {
  readonly scenario?: Scenario
  /** Decisions that were stored earlier. */
  readonly events?: readonly string[]
  readonly shortcuts?: boolean
}

function show({ scenario = small, events = [], shortcuts = true }: Shown = {}) {
  const attempt: PlayedAttempt = {
    scenario,
    log: events.map((event, i) => kept({ seq: i + 1, kind: 'decision', event })),
    mode: 'practice',
    trainee: 'Priya',
    organisation: 'Northwind Support',
    seed: null,
    place: null,
  }
  const onEnded = vi.fn()
  const onLeave = vi.fn()
  const embedding = { commit: host.commit, pause: host.pause, mediaUrl: () => '', shortcuts }
  const shown = render(
    <StrictMode>
      <Player attempt={attempt} host={embedding} onEnded={onEnded} onLeave={onLeave} />
    </StrictMode>,
  )
  return { ...shown, onEnded, onLeave }
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const key = (pressed: string) => fireEvent.keyDown(document.body, { key: pressed })
const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms))
const keep = () => act(() => host.keep())
const refuse = () => act(() => host.refuse())
const thread = () => screen.getByRole('log')

/** Shows the scenario with its directory, and presses a call there. Returns the button. */
function callFromDirectory(): HTMLElement {
  show({ scenario: withDirectory })
  key(' ')
  fireEvent.click(screen.getAllByRole('tab')[1]!)
  const button = screen.getByRole('button', { name: 'Call: Fraud desk' })
  act(() => button.focus())
  fireEvent.click(button)
  return button
}

describe('the player', () => {
  it('shows messages one by one, then the replies, and the next scene when the choice is kept', async () => {
    show()
    expect(screen.queryByText('Who are you?')).toBeNull()
    wait(100)
    expect(within(thread()).getByText('one')).toBeDefined()
    expect(within(thread()).queryByText('two')).toBeNull()
    wait(900)
    press('Who are you?')
    expect(within(thread()).queryByText('Hello.')).toBeNull()
    await keep()
    wait(900)
    expect(within(thread()).getByText('Hello.')).toBeDefined()
    expect(within(thread()).getByText('Who are you?')).toBeDefined()
  })

  it('gives the whole log to whoever goes on to the debrief', async () => {
    const { onEnded } = show()
    key(' ')
    key('2')
    await keep()
    press(/debrief/i)
    expect(onEnded).toHaveBeenCalledExactlyOnceWith([kept({ seq: 1, kind: 'decision', event: 'end' })])
  })

  it('rings in a call and opens the desk only when it is answered', () => {
    show({ scenario: call })
    const report = () => screen.getByRole('button', { name: /^Report/ })
    expect((report() as HTMLButtonElement).disabled).toBe(true)
    key('r')
    press('Answer')
    wait(100)
    expect((report() as HTMLButtonElement).disabled).toBe(false)
    expect(within(thread()).getByText('one')).toBeDefined()
    expect(host.asked).toEqual([])
  })

  it('says what was not kept and sends it again', async () => {
    show({ events: ['ask'] })
    press('Goodbye.')
    await refuse()
    const alert = screen.getByRole('alert')
    expect(alert.textContent).not.toBe('')
    fireEvent.click(within(alert).getByRole('button'))
    await keep()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByRole('button', { name: /debrief/i })).toBeDefined()
  })

  it('says that a look was noted only once it is', async () => {
    show({ events: ['ask'] })
    press(/^Report/)
    expect(document.querySelector('.desk-said')!.textContent).toBe('')
    await keep()
    expect(document.querySelector('.desk-said')!.textContent).not.toBe('')
    expect(host.asked).toEqual([{ seq: 2, kind: 'desk', event: 'report' }])
  })

  it('puts the focus on the group of replies after a choice, not on the first of them', async () => {
    show({ events: ['ask'] })
    const chosen = screen.getByRole('button', { name: /Wait\./ })
    act(() => chosen.focus())
    fireEvent.click(chosen)
    await keep()
    wait(900)
    expect(document.activeElement!.getAttribute('role')).toBe('group')
    expect(document.activeElement!.textContent).toContain('Wait.')
  })

  it('moves the focus from the button of a tool to the thread, so that Space shows the rest and uses nothing again', async () => {
    callFromDirectory()
    await keep()
    expect(screen.getByRole('button', { name: /Show all/ })).toBeDefined()
    expect(document.activeElement).toBe(thread())
    fireEvent.keyDown(document.activeElement!, { key: ' ' })
    expect(screen.queryByRole('button', { name: /Show all/ })).toBeNull()
    expect(document.activeElement!.getAttribute('role')).toBe('group')
    expect(host.asked).toEqual([{ seq: 1, kind: 'decision', event: 'ring' }])
  })

  it('takes the focus from a button when the time has run out as well', async () => {
    show({ events: ['ask'] })
    const report = screen.getByRole('button', { name: /^Report/ })
    act(() => report.focus())
    wait(LIMIT)
    await keep()
    expect(document.activeElement).toBe(thread())
  })

  it('leaves the focus on a button whose act could not be kept', async () => {
    const chosen = callFromDirectory()
    await refuse()
    expect(document.activeElement).toBe(chosen)
  })

  it('leaves the focus where somebody has gone meanwhile', async () => {
    show({ events: ['ask'] })
    const tab = screen.getAllByRole('tab')[0]!
    act(() => tab.focus())
    wait(LIMIT)
    await keep()
    wait(900)
    expect(document.activeElement).toBe(tab)
  })

  it('lights no reply before the pointer moves, since one may appear under a pointer at rest', async () => {
    const point = (by: number) => {
      const event = new MouseEvent('pointermove', { bubbles: true })
      Object.defineProperties(event, { movementX: { value: by }, movementY: { value: 0 } })
      fireEvent(document.querySelector('.reply')!, event)
    }
    const isLit = () => document.querySelector('.replies')!.classList.contains('pointed')
    show({ events: ['ask'] })
    point(0)
    expect(isLit()).toBe(false)
    point(3)
    expect(isLit()).toBe(true)
    press(/Wait\./)
    await keep()
    wait(900)
    expect(isLit()).toBe(false)
  })

  it('says to whom replies are said where somebody else speaks in the scene as well', () => {
    const state = small.machine.states['s1']!
    const beats = [...state.meta!.beats!, { id: 'b2', from: 'kyle', text: { en: 'Which button?' } }]
    const s1 = { ...state, meta: { ...state.meta!, beats } }
    const two: Scenario = {
      ...small,
      cast: { mara: { name: 'Mara', channel: 'call' }, kyle: { name: 'Kyle', channel: 'call' } },
      machine: { ...small.machine, states: { ...small.machine.states, s1 } },
    }
    show({ scenario: two, events: ['ask'] })
    expect(screen.getByRole('heading', { name: 'What do you say? To: Mara' })).toBeDefined()
    cleanup()
    show({ scenario: call, events: ['ask'] })
    expect(screen.getByRole('heading', { name: 'What do you say?' })).toBeDefined()
  })

  it('takes single keys only where they are on', () => {
    show({ events: ['ask'], shortcuts: false })
    key('1')
    key('r')
    expect(host.asked).toEqual([])
    expect(document.querySelector('kbd')).toBeNull()
  })
})

describe('a pause', () => {
  it('is told to the host, hides nothing, and takes no key', async () => {
    const { onLeave } = show({ events: ['ask'] })
    press('Pause')
    expect(screen.getByRole('dialog')).toBeDefined()
    key('1')
    wait(LIMIT * 3)
    expect(host.asked).toEqual([])
    press('Continue')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(host.pauses.slice(-2)).toEqual([true, false])
    press('Pause')
    press('Leave')
    expect(onLeave).toHaveBeenCalledOnce()
  })

  it('of practice promises no way back, since nothing continues practice that was left', () => {
    show({ events: ['ask'] })
    press('Pause')
    const said = screen.getByRole('dialog').textContent
    expect(said).toContain('If you leave, it ends here')
    expect(said).not.toMatch(/continue here|for now/u)
  })
})

describe('a time limit', () => {
  it('draws its line anew with each tick, and no text', () => {
    show({ events: ['ask'] })
    const line = document.querySelector<HTMLElement>('.time-line i')!
    const before = drawn.texts
    wait(TICK)
    expect(line.style.width).toBe('75%')
    wait(TICK)
    expect(line.style.width).toBe('50%')
    expect(drawn.texts).toBe(before)
  })

  it('is said once, can be stretched, and can be done without', async () => {
    show({ events: ['ask'] })
    expect(screen.getByText(/2 seconds/)).toBeDefined()
    wait(TICK)
    press('More time')
    const line = document.querySelector<HTMLElement>('.time-line i')!
    expect(line.style.width).toBe('100%')
    press('No limit')
    expect(document.querySelector('.time-line i')).toBeNull()
    wait(LIMIT * 3)
    await settled()
    expect(host.asked).toEqual([])
  })
})

it('leaves no clock behind when it goes off screen', () => {
  const { unmount } = show({ scenario: call, events: ['ask'] })
  unmount()
  expect(vi.getTimerCount()).toBe(0)
})
