// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { LogEntry } from '../../../src/domain/run'
import type { Action, Scenario } from '../../../src/domain/scenario/schema'
import Debrief from '../../../src/renderer/debrief/Debrief'
import { loadAllTexts } from '../../../src/renderer/i18n/text'
import { assess, ending, reply, scenarioOf, scene } from '../../domain/helpers'

await loadAllTexts('en')

afterEach(cleanup)

const spend = (seconds: number, why: string): Action => ({
  type: 'spend',
  params: { seconds, why: { en: why } },
})
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

/** Texts of several kinds, on a floor that has targets. */
const told: Scenario = {
  ...scenario,
  truth: 'legitimate',
  cast: { mara: { name: 'Mara', channel: 'call' }, kyle: { name: 'Kyle', channel: 'call' } },
  desk: {
    targets: {
      handlingSeconds: 420,
      queue: { now: 4, most: 8 },
      adherence: { now: 95, least: 92 },
    },
  },
  machine: {
    initial: 's0',
    states: {
      s0: {
        meta: {
          title: { en: 'The call' },
          seconds: 60,
          beats: [
            {
              id: 'a',
              from: 'mara',
              text: { en: 'Be quick.' },
              cues: [{ cue: 'hurry', phrase: { en: 'quick' } }],
            },
            {
              id: 'b',
              from: 'mara',
              text: { en: 'It is me.' },
              cues: [{ cue: 'on-record', phrase: { en: 'me' } }],
            },
            { id: 'c', from: 'kyle', text: { en: 'Which button?' } },
            { id: 'd', from: 'narrator', text: { en: 'A door shuts.' } },
          ],
        },
        on: {
          check: reply('One moment.', { target: 's1', actions: [assess(4, 4), spend(90, 'You checked.')] }),
          again: reply('And again.', { target: 's1', actions: [spend(60, 'You asked twice.')] }),
        },
      },
      s1: scene({
        on: {
          end: reply('Done.', { target: 'good', actions: [assess(4, 4)] }),
          again: reply('And again.', { target: 'good', actions: [spend(60, 'You asked twice.')] }),
        },
      }),
      good: {
        type: 'final',
        meta: {
          title: { en: 'In again' },
          disposition: 'served',
          debrief: { en: 'It ended.' },
        },
      },
    },
  },
}

function show(
  events: readonly string[],
  nextTitle?: string,
  scoring?: { version: number; today: number },
  played: Scenario = scenario,
) {
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
        scenario: played,
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
const stepsOf = () => [...document.querySelectorAll('.debrief-timeline > ol > li')]
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

describe('the debrief', () => {
  it('tells every decision with what it earned, then the end', () => {
    show(['ask', 'report'])
    const steps = stepsOf()
    expect(steps).toHaveLength(3)
    expect(steps[0]!.textContent).toContain('Who are you?')
    expect(steps[0]!.textContent).toContain('4 of 4')
    expect(steps[1]!.textContent).toContain('Report to security')
    expect(steps[1]!.textContent).toContain('1 of 4')
    expect(steps[2]!.textContent).toContain('The end')
  })

  it('names who says something, tells beside it what nobody says, and tells the kinds of signs apart', () => {
    show(['check', 'end'], undefined, undefined, told)
    const [step] = stepsOf()
    const quotes = [...step!.querySelectorAll('blockquote')].map(({ textContent }) => textContent)
    expect(quotes).toEqual(['MaraBe quick.', 'MaraIt is me.', 'KyleWhich button?'])
    const shown = [...step!.querySelectorAll('.speaker')].map(({ textContent }) => textContent)
    expect(shown).toEqual(['Mara', 'Kyle'])
    expect(step!.querySelector('.told')!.textContent).toBe('A door shuts.')
    const marks = [...step!.querySelectorAll('mark')].map((mark) => [mark.textContent, mark.className])
    expect(marks).toEqual([
      ['quick', 'cue-warning'],
      ['me', 'cue-reassuring'],
      ['Looked odd:', 'cue-warning'],
      ['Signs that it was genuine:', 'cue-reassuring'],
    ])
  })

  it('gives one time at each step and in the summary, the handling time that the desk showed', () => {
    show(['check', 'end'], undefined, undefined, told)
    const labels = stepsOf().map((step) => step.querySelector('.label')!.textContent.trim())
    expect(labels).toEqual([
      expect.stringContaining('The call · handling time 1:00'),
      'A scene · handling time 3:10',
      'In again · handling time 3:10',
    ])
    expect(screen.getByText(/Handling time 3:10, target 7:00/)).toBeDefined()
    cleanup()
    show(['ask', 'report'])
    expect(stepsOf().every((step) => !/\d:\d\d/.test(step.textContent))).toBe(true)
  })

  it('calls a cost right only where its decision earned all that it could', () => {
    show(['check', 'again'], undefined, undefined, told)
    const costs = [...document.querySelectorAll('.cost li')].map(({ textContent }) => textContent)
    expect(costs).toEqual([
      'You checked. 1:30 of handling time · worth it',
      'You asked twice. 1:00 of handling time',
    ])
  })

  it('gives the points and says whether it was passed', () => {
    show(['ask', 'give'])
    const summary = screen.getByRole('region', { name: 'Debrief' })
    expect(summary.textContent).toContain('It was an attack.')
    expect(summary.textContent).toContain('Not passed yet')
    expect(within(summary).getByText('50')).toBeDefined()
  })

  it('never shows a score that reaches the mark beside “Not passed yet”', () => {
    show(['ask', 'give'], undefined, undefined, {
      ...scenarioOf({
        s0: scene({ on: { ask: reply('Who are you?', { target: 's1', actions: [assess(2, 2)] }) } }),
        s1: scene({
          on: { give: reply('Here it is.', { target: 'end', actions: [assess(0, 1, 'reporting')] }) },
        }),
        end: ending('reported'),
      }),
      scoring: { pass: 0.67, critical: [] },
    })
    const summary = screen.getByRole('region', { name: 'Debrief' })
    expect(summary.textContent).toContain('Not passed yet')
    expect(within(summary).getByText('66.7')).toBeDefined()
    expect(within(summary).getByText('out of 100; 67 needed to pass')).toBeDefined()
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
    const steps = stepsOf()
    expect(steps).toHaveLength(2)
    expect(steps[1]!.textContent).toContain('The contact was left here.')
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
