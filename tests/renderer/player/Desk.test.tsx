// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Scenario } from '../../../src/domain/scenario/schema'
import { Desk } from '../../../src/renderer/player/Desk'
import { toolEvent } from '../../../src/renderer/player/desk-tools'
import { ending, reply, scenarioOf, scene } from '../../domain/helpers'
import { begin, SlowHost, small } from './run-host'
import { loadAllTexts } from '../../../src/renderer/i18n/text'

// Components wait for their texts, so these are loaded before.
await loadAllTexts('en')

afterEach(cleanup)

const LOGGED = /Each reveal is logged/
const phone = { id: 'phone', label: { en: 'Phone' }, value: '0177', masked: '••77' }
const name = { id: 'name', label: { en: 'Name' }, value: 'Daniel' }
const desk = (...fields: (typeof phone | typeof name)[]): Scenario['desk'] => ({
  customers: [{ id: 'daniel', name: 'Daniel Okafor', fields }],
})

function show(scenario: Scenario, events: readonly string[] = ['ask'], tab = 'record') {
  const host = new SlowHost()
  const run = begin(host, scenario, events)
  render(
    <Desk
      run={run}
      onUse={(use) => void run.look(toolEvent(use))}
      tab={tab}
      onTab={() => {}}
      directory={null}
    />,
  )
  return host
}

describe('the line that says that reveals are logged', () => {
  it('stands on a record as long as something on it is hidden', async () => {
    const host = show({ ...small, desk: desk(phone, name) })
    expect(screen.getByText(LOGGED)).toBeDefined()
    expect(screen.getByText('••77')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Reveal: Phone' }))
    expect(screen.getByText(LOGGED)).toBeDefined()
    await act(() => host.keep())
    expect(screen.getByText('0177')).toBeDefined()
    expect(screen.queryByText(LOGGED)).toBeNull()
  })

  it('does not stand where there is nothing to reveal', () => {
    show({ ...small, desk: desk(name) })
    expect(screen.getByText('Daniel')).toBeDefined()
    expect(screen.queryByText(LOGGED)).toBeNull()
  })

  it('does not stand at home, where nobody logs what one looks at', () => {
    show({ ...small, role: 'customer', desk: desk(phone) })
    expect(screen.getByRole('button', { name: 'Reveal: Phone' })).toBeDefined()
    expect(screen.queryByText(LOGGED)).toBeNull()
  })

  it('is there when an attempt goes on, or not, by what was revealed before', () => {
    const host = new SlowHost()
    const run = begin(host, { ...small, desk: desk(phone) }, ['ask'])
    const { rerender } = render(
      <Desk run={run} onUse={() => {}} tab="record" onTab={() => {}} directory={null} />,
    )
    expect(screen.getByText(LOGGED)).toBeDefined()
    act(() =>
      run.store.setState(({ log }) => ({
        log: [
          ...log,
          {
            seq: 2,
            kind: 'desk',
            event: 'reveal-field/daniel/phone',
            at: '2026-01-05T09:00:00.000Z',
            elapsedMs: 0,
          },
        ],
      })),
    )
    rerender(<Desk run={run} onUse={() => {}} tab="record" onTab={() => {}} directory={null} />)
    expect(screen.queryByText(LOGGED)).toBeNull()
  })
})

it('says in the directory when the desks can be reached, where the floor says so', () => {
  const directory = [{ id: 'fraud', name: 'Fraud desk', role: { en: 'Day and night' }, phone: '4300' }]
  show({ ...small, desk: { directory, hours: { en: 'Cards: 06:00 to 22:00.' } } }, ['ask'], 'directory')
  expect(screen.getByText('Cards: 06:00 to 22:00.')).toBeDefined()
  expect(screen.getByText('Fraud desk')).toBeDefined()
})

it('offers a call only where there is a number, and forwarding only where there is an address', () => {
  const role = { en: 'Support' }
  const directory = [
    { id: 'desk', name: 'Fraud desk', role, phone: '4300', mail: 'fraud@meridian.example' },
    { id: 'walker', name: 'Floor walker', role, phone: '4190' },
    { id: 'list', name: 'Everyone', role, mail: 'all@meridian.example' },
    { id: 'app', name: 'Chat in the app', role },
    { id: 'home', name: 'Number in the record', role },
  ]
  const scenario = scenarioOf({
    s0: scene({
      on: {
        ask: reply('Who are you?', { target: 's1' }),
        ring: { target: 'end', meta: { tool: 'call-back', contact: 'home' } },
      },
    }),
    s1: scene({ on: { pass: { target: 'end', meta: { tool: 'forward', contact: 'desk' } } } }),
    end: ending('refused'),
  })
  show({ ...scenario, desk: { directory } }, ['ask'], 'directory')
  const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))
  expect(names).toEqual([
    'Call: Fraud desk',
    'Forward: Fraud desk',
    'Call: Floor walker',
    'Forward: Everyone',
    'Call: Number in the record',
  ])
})
