/**
 * A program that writes a draft until it is killed. It reads `go` from its input, then makes random acts and prints the
 * number and the checksum of each saved one. Its arguments are the folder, a name and a seed.
 */
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { JournalFold, type JournalAct, type JournalEntry } from '../../src/domain/authoring/journal'
import { Drafts } from '../../src/main/studio/drafts'
import { StudioPaths } from '../../src/main/studio/paths'
import { textOfValue } from '../../src/main/studio/new-document'
import { actSum, chances, DRAFT } from './studio-acts'

const [root, by, seed] = process.argv.slice(2) as [string, string, string]
const chance = chances(Number(seed))
const paths = new StudioPaths(root)
const drafts = new Drafts({ paths: () => paths, now: () => new Date(), changed: () => {} })

type Value = { title: { en: string }; notes: string[] }

function nextAct(value: Value, n: number, undo: number, redo: number): JournalAct {
  const roll = chance()
  const label = { code: 'test', params: { n } }
  if (roll < 0.15 && undo > 0) return { kind: 'undo' }
  if (roll < 0.22 && redo > 0) return { kind: 'redo' }
  if (roll < 0.26) return { kind: 'restore', to: Math.floor(chance() * n), label }
  if (roll < 0.3)
    return { kind: 'text', text: textOfValue({ ...value, title: { en: `Text ${by} ${n}` } }), label }
  if (roll < 0.33) return { kind: 'text', text: `{"broken by ${by}": ${n}`, label }
  if (roll < 0.6) {
    const title = `Title ${by} ${n} ${'ü'.repeat(Math.floor(chance() * 200))}`
    return {
      kind: 'edit',
      label,
      patches: [{ op: 'replace', path: ['title', 'en'], value: title }],
      inverse: [{ op: 'replace', path: ['title', 'en'], value: value.title.en }],
    }
  }
  const at = Math.floor(chance() * (value.notes.length + 1))
  return {
    kind: 'edit',
    label,
    patches: [{ op: 'add', path: ['notes', at], value: `${by} ${n}` }],
    inverse: [{ op: 'remove', path: ['notes', at] }],
  }
}

/** Reads the draft again, as a window does that has fallen behind. */
async function opened(): Promise<{ journal: JournalFold; hash: string }> {
  const { base, entries, hash } = await drafts.open(DRAFT, by)
  const journal = new JournalFold(base)
  for (const entry of entries) journal.add(entry)
  return { journal, hash }
}

async function work(): Promise<never> {
  let { journal, hash: seen } = await opened()
  for (;;) {
    const { n, value, brokenText, undo, redo } = journal.now
    if (chance() < 0.1) {
      const saved = await drafts.checkpoint(DRAFT, n, brokenText ?? textOfValue(value), seen)
      if (saved.outcome === 'saved') seen = saved.hash
      else ({ journal, hash: seen } = await opened())
      continue
    }
    const act = nextAct(value as Value, n + 1, undo.length, redo.length)
    const entry: JournalEntry = { ...act, n: n + 1, at: new Date().toISOString() }
    const answer = await drafts.append(DRAFT, n, [entry], by)
    if (answer.outcome === 'taken') {
      journal.add(entry)
      writeSync(1, `${entry.n} ${actSum(entry)}\n`)
    } else ({ journal, hash: seen } = await opened())
  }
}

writeSync(1, 'ready\n')
createInterface({ input: process.stdin }).once('line', () => void work())
