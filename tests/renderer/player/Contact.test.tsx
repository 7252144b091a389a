// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Scenario } from '../../../src/domain/scenario/schema'
import type { Channel } from '../../../src/domain/scenario/vocabulary'
import { Contact, LineView } from '../../../src/renderer/player/Contact'
import type { Line } from '../../../src/renderer/player/transcript'
import { Tools } from '../../../src/renderer/player/Tools'
import { begin, call, phase, SlowHost, small } from './run-host'
import { loadAllTexts } from '../../../src/renderer/i18n/text'

// Components wait for their texts, so these are loaded before.
await loadAllTexts('en')

afterEach(cleanup)

const scenario: Scenario = {
  ...small,
  cast: {
    caller: { name: 'Caller', channel: 'call' },
    lead: { name: 'Leonor', channel: 'desk' },
    friend: { name: 'Mara', channel: 'chat' },
    audit: { name: 'Ruth', channel: 'mail' },
  },
}
const beat = (from: string, channel: Channel, scene: Channel = channel, named = false): Line => ({
  kind: 'beat',
  key: from,
  scene,
  beat: { id: from, from, text: { en: `${from} says this` } },
  channel,
  named,
})
const said = (scene: Channel): Line => ({
  kind: 'said',
  key: 'said',
  scene,
  meta: { say: { en: 'You say this' } },
})
const did: Line = {
  kind: 'did',
  key: 'did',
  scene: 'call',
  meta: { tool: 'report', did: { en: 'You reported it' } },
}

/** Returns the class names of lines in a contact on a channel. */
function forms(channel: Channel, lines: readonly Line[]): string[] {
  const { container } = render(
    <>
      {lines.map((line) => (
        <LineView key={line.key} line={line} scenario={scenario} latest={false} channel={channel} />
      ))}
    </>,
  )
  return [...container.children].map(({ classList }) => classList[0]!)
}

describe('a call', () => {
  it('is one transcript, whoever says something in it and whatever was written before', () => {
    const lines = [beat('friend', 'chat'), said('chat'), beat('caller', 'call'), beat('lead', 'desk')]
    expect(forms('call', [...lines])).toEqual(['caption', 'caption', 'caption', 'caption'])
  })

  it('names each speaker in the first column', () => {
    const { container } = render(
      <LineView line={beat('friend', 'chat')} scenario={scenario} latest channel="call" />,
    )
    const [name, words] = container.querySelector('.caption')!.children
    expect([name!.textContent, words!.textContent]).toEqual(['Mara', 'friend says this'])
  })

  it('keeps a mail a mail, and what was done apart from what was said', () => {
    expect(forms('call', [beat('audit', 'mail'), did])).toEqual(['mail', 'did'])
  })
})

it('a chat has bubbles alone, with a name where another than its contact says something in it', () => {
  const lines = [
    beat('friend', 'chat'),
    said('chat'),
    beat('lead', 'desk', 'chat', true),
    beat('caller', 'call', 'chat', true),
  ]
  expect(forms('chat', lines)).toEqual(['bubble', 'bubble', 'bubble', 'bubble'])
  const names = [...document.querySelectorAll('.bubble-name')].map(({ textContent }) => textContent)
  expect(names).toEqual(['Leonor', 'Caller'])
})

it('what was said beside a mail or at the desk keeps its columns in the chat that follows', () => {
  const lines = [beat('caller', 'desk', 'mail'), beat('lead', 'desk'), said('desk'), beat('friend', 'chat')]
  expect(forms('chat', lines)).toEqual(['caption', 'caption', 'caption', 'bubble'])
  expect(forms('mail', [beat('friend', 'chat', 'desk', true)])).toEqual(['bubble'])
})

it('at home what was done has the name of the tool there', () => {
  const line: Line = { ...did, meta: { tool: 'report' } }
  render(<LineView line={line} scenario={{ ...scenario, role: 'customer' }} latest channel="call" />)
  expect(document.querySelector('.did')!.textContent).toBe('Report to your bank')
})

describe('the end of a contact', () => {
  const shownOf = () => ({
    head: document.querySelector('.contact-who')!.textContent,
    thread: document.querySelector('.thread')!.className,
    tools: [...document.querySelectorAll('.tool b')].map(({ textContent }) => textContent),
  })
  const ends: Scenario = {
    ...small,
    cast: { mara: { name: 'Mara', channel: 'chat', handle: '@mara' } },
    desk: { tools: { preserve: { answer: [{ from: 'narrator', text: { en: 'Kept.' } }] } } },
  }

  it.each(['chat', 'mail', 'call'] as const)(
    'leaves head, layout and tools of a %s as they were',
    async (channel) => {
      const host = new SlowHost()
      const run = begin(host, { ...ends, cast: { mara: { ...ends.cast['mara']!, channel } } }, ['ask'])
      const thread = { current: null }
      render(
        <>
          <Contact run={run} values={{}} thread={thread} />
          <Tools run={run} keys={false} onUse={() => {}} />
        </>,
      )
      const before = shownOf()
      expect(before.head).toContain('Mara')
      expect(screen.getByRole('group', { name: 'Always available' })).toBeDefined()
      act(() => {
        void run.decide('end')
      })
      await act(() => host.keep())
      expect(phase(run).name).toBe('ended')
      expect(shownOf()).toEqual(before)
      expect(screen.queryByRole('group', { name: 'Always available' })).toBeNull()
      for (const tool of screen.getAllByRole('button'))
        expect((tool as HTMLButtonElement).disabled).toBe(true)
    },
  )

  it('says of tools that cannot be used yet when they can', () => {
    render(<Tools run={begin(new SlowHost(), call)} keys={false} onUse={() => {}} />)
    expect(screen.getByRole('group', { name: 'Ready once you answer' })).toBeDefined()
  })
})
