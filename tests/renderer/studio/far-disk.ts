import { readFileSync } from 'node:fs'
import type { JournalEntry } from '../../../src/domain/authoring/journal'
import type { openDocument } from '../../../src/renderer/studio/document-store'
import type { StudioHost } from '../../../src/renderer/studio/host'

const TEXT = readFileSync('scenarios/telegram-bribe.scenario.json', 'utf8')
const HASH = 'a'.repeat(64)

/** A document as it is opened on a computer. */
export const opened = {
  outcome: 'opened',
  kind: 'scenario',
  id: 'telegram-bribe',
  origin: 'own',
  readOnly: false,
  text: TEXT,
  hash: HASH,
  savedAfter: 0,
  journal: { base: { text: TEXT, hash: HASH }, entries: [] },
  places: {},
  published: null,
  editing: null,
  outside: null,
  damaged: null,
} as unknown as Parameters<typeof openDocument>[0]

/**
 * A disk that two computers share. It takes and refuses as main does, after a while.
 * @param delay milliseconds on the way there, and as many on the way back
 */
export function farDisk(delay: () => number) {
  const entries: JournalEntry[] = []
  const texts: string[] = []
  const asked: string[] = []
  const way = () => new Promise((resolve) => setTimeout(resolve, delay()))
  const stale = (after: number) => ({
    outcome: 'stale' as const,
    n: entries.length,
    entries: entries.slice(after),
    editing: null,
    outside: null,
  })
  const host: StudioHost = {
    append: async ({ after, entries: added }) => {
      await way()
      const isNext = after === entries.length
      asked.push(`append ${after}: ${isNext ? 'taken' : 'stale'}`)
      const answer = isNext ? undefined : stale(after)
      if (isNext) entries.push(...added)
      const n = entries.length
      await way()
      return answer ?? { outcome: 'taken', n }
    },
    checkpoint: async ({ text, after }) => {
      await way()
      const isNow = after === entries.length
      asked.push(`checkpoint ${after}: ${isNow ? 'saved' : 'stale'}`)
      const answer = isNow ? undefined : stale(after)
      if (isNow) texts.push(text)
      await way()
      return answer ?? { outcome: 'saved', hash: HASH }
    },
    close: async () => null,
    keepCopy: async () => null,
  }
  return { host, entries, texts, asked }
}
