// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { LogEntry } from '../../../src/domain/run'
import Debrief from '../../../src/renderer/debrief/Debrief'
import { loadAllTexts } from '../../../src/renderer/i18n/text'
import { assess, ending, reply, scenarioOf, scene } from '../../domain/helpers'

await loadAllTexts('en')

afterEach(cleanup)

const scenario = scenarioOf({
  s0: scene({ on: { ask: reply('Who are you?', { target: 's1', actions: [assess(4, 4)] }) } }),
  s1: scene({
    on: {
      report: { target: 'good', meta: { tool: 'report' }, actions: [assess(1, 4, 'reporting')] },
      give: reply('Here it is.', { target: 'bad', actions: [assess(0, 4, 'reporting')] }),
    },
  }),
  good: ending('reported'),
  bad: ending('complied'),
})

function show(events: readonly string[], nextTitle?: string, scoring?: { version: number; today: number }) {
  const log = events.map((event, i): LogEntry => ({
    seq: i + 1,
    kind: 'decision',
    event,
    at: '2026-01-05T09:00:00.000Z',
    elapsedMs: 65_000,
  }))
  const calls = { onPractise: vi.fn(), onNext: vi.fn(), onLeave: vi.fn() }
  render(
    <Debrief
      attempt={{
        scenario,
        log,
        seed: null,
        trainee: 'Priya',
        organisation: 'Northwind Support',
        scoring: scoring ?? null,
      }}
      host={{ mediaUrl: () => '' }}
      beside={<button type="button">Words</button>}
      {...(nextTitle === undefined ? {} : { nextTitle })}
      {...calls}
    />,
  )
  return calls
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

describe('the debrief', () => {
  it('tells every decision with what it earned and when it was made', () => {
    show(['ask', 'report'])
    const steps = within(screen.getByRole('region', { name: 'Scene by scene' })).getAllByRole('listitem')
    expect(steps).toHaveLength(2)
    expect(steps[0]!.textContent).toContain('Who are you?')
    expect(steps[0]!.textContent).toContain('+4/4')
    expect(steps[1]!.textContent).toContain('Report to security')
    expect(steps[1]!.textContent).toContain('+1/4')
    expect(steps[1]!.textContent).toContain('2:10')
  })

  it('gives the points and says whether it was passed', () => {
    show(['ask', 'give'])
    const summary = screen.getByRole('region', { name: 'Debrief' })
    expect(summary.textContent).toContain('It was an attack.')
    expect(summary.textContent).toContain('Not passed yet')
    expect(within(summary).getByText('50')).toBeDefined()
  })

  it('offers what comes next, or the way back when nothing does, and what its host has beside', () => {
    const calls = show(['ask', 'report'], 'A caller')
    press('Next: A caller')
    press('Back to your courses')
    press('Try another choice')
    expect(calls.onNext).toHaveBeenCalledOnce()
    expect(calls.onLeave).toHaveBeenCalledOnce()
    expect(calls.onPractise).toHaveBeenCalledOnce()
    expect(screen.getByRole('button', { name: 'Words' })).toBeDefined()
    cleanup()
    const last = show(['ask', 'report'])
    press('Back to your courses')
    expect(last.onLeave).toHaveBeenCalledOnce()
    expect(last.onNext).not.toHaveBeenCalled()
  })

  it('says in plain words that the contact was left, and what that counts as', () => {
    show(['ask', '@left'])
    const summary = screen.getByRole('region', { name: 'Debrief' })
    expect(within(summary).getByRole('heading', { level: 1 }).textContent).toBe('Left before its end')
    expect(summary.textContent).toContain('It counts as an attack that was not stopped.')
    const steps = within(screen.getByRole('region', { name: 'Scene by scene' })).getAllByRole('listitem')
    expect(steps).toHaveLength(2)
    expect(steps[1]!.textContent).toContain('The contact was left here.')
    expect(steps[1]!.textContent).toContain('2:10')
    cleanup()
    show(['ask', 'give'])
    expect(screen.queryByText(/was left/)).toBeNull()
  })

  it('says of an attempt by earlier rules that it stays as it was scored, and of others nothing', () => {
    show(['ask', 'report'], undefined, { version: 1, today: 2 })
    expect(
      screen.getByText(/Scored by version 1 of the rules; today’s is version 2\. .*not scored again/),
    ).toBeDefined()
    cleanup()
    show(['ask', 'report'], undefined, { version: 2, today: 2 })
    expect(screen.queryByText(/Scored by version/)).toBeNull()
  })

  it('says of an attempt that is not over that it can be continued', () => {
    show(['ask'])
    expect(screen.getByText(/isn’t finished yet/)).toBeDefined()
  })
})
