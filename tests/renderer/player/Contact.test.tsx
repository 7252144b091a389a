// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Scenario } from '../../../src/domain/scenario/schema'
import type { Channel } from '../../../src/domain/scenario/vocabulary'
import { LineView } from '../../../src/renderer/player/Contact'
import type { Line } from '../../../src/renderer/player/transcript'
import { small } from './run-host'
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
const beat = (from: string, channel: Channel): Line => ({
  kind: 'beat',
  key: from,
  beat: { id: from, from, text: { en: `${from} says this` } },
  channel,
})
const said = (channel: Channel): Line => ({
  kind: 'said',
  key: 'said',
  meta: { say: { en: 'You say this' } },
  channel,
})
const did: Line = { kind: 'did', key: 'did', meta: { tool: 'report', did: { en: 'You reported it' } } }

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

it('a chat keeps its bubbles, and what a colleague says beside it its own form', () => {
  expect(forms('chat', [beat('friend', 'chat'), said('chat'), beat('lead', 'desk')])).toEqual([
    'bubble',
    'bubble',
    'caption',
  ])
})
