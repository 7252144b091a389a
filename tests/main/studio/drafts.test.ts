import {
  appendFileSync,
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { valueAt } from '../../../src/domain/authoring/journal'
import { sha256 } from '../../../src/main/sha256'
import { temporaryFolder } from '../helpers'
import { draftsOn, retitle, scam, scamText } from './folder'
import { stretched } from '../../time'

const by = 'Ana Sol'

async function begun() {
  const root = temporaryFolder()
  const one = draftsOn(root)
  await one.drafts.create(scam, scamText(), { by })
  return { root, ...one }
}

const titleOf = (value: unknown) => (value as { title: { en: string } }).title.en

describe('a draft on the disk', () => {
  it('is there whole after each act, for whoever opens it next', async () => {
    const { root, drafts } = await begun()
    expect(await drafts.append(scam, 0, [retitle(1, 'A')], by)).toEqual({ outcome: 'taken', n: 1 })
    expect(
      await drafts.append(scam, 1, [retitle(2, 'B', 'A'), { n: 3, at: retitle(1, '').at, kind: 'undo' }], by),
    ).toEqual({
      outcome: 'taken',
      n: 3,
    })
    const { base, entries, fold, text } = await draftsOn(root).drafts.open(scam, by)
    expect(titleOf(fold.now.value)).toBe('A')
    expect(text).toBe(scamText())
    expect(titleOf(valueAt(base, entries, 2).value)).toBe('B')
    expect(valueAt(base, entries, 0).value).toEqual(JSON.parse(scamText()))
    expect(entries.map((entry) => entry.by)).toEqual([by, by, by])
  })

  it('refuses acts that do not fit, and keeps none of them', async () => {
    const { drafts } = await begun()
    const wrong = { ...retitle(2, 'B'), patches: [{ op: 'remove' as const, path: ['nowhere'] }] }
    await expect(drafts.append(scam, 0, [retitle(1, 'A'), wrong], by)).rejects.toMatchObject({
      code: 'bad-request',
    })
    expect((await drafts.open(scam, by)).entries).toEqual([])
    expect(await drafts.append(scam, 0, [retitle(1, 'A')], by)).toEqual({ outcome: 'taken', n: 1 })
  })

  it('takes acts once, where the answer to the first time got lost', async () => {
    const { root, drafts } = await begun()
    await drafts.append(scam, 0, [retitle(1, 'A')], by)
    expect(await drafts.append(scam, 0, [retitle(1, 'A'), retitle(2, 'B', 'A')], by)).toEqual({
      outcome: 'taken',
      n: 2,
    })
    expect((await draftsOn(root).drafts.open(scam, by)).entries).toHaveLength(2)
  })

  it('of two programs on one folder, tells the second what is there, and overwrites nothing', async () => {
    const { root, drafts } = await begun()
    const other = draftsOn(root).drafts
    await drafts.open(scam, by)
    expect((await other.open(scam, 'Berta Lind')).entries).toEqual([])
    expect(await other.presence.others(scam)).toMatchObject({ who: by })
    await drafts.append(scam, 0, [retitle(1, 'A')], by)
    const answer = await other.append(scam, 0, [retitle(1, 'B')], 'Berta Lind')
    expect(answer).toMatchObject({ outcome: 'stale', n: 1, entries: [{ n: 1, by }], editing: { who: by } })
    const { hash } = await other.open(scam, 'Berta Lind')
    expect(await other.checkpoint(scam, 0, scamText(), hash)).toMatchObject({ outcome: 'stale', n: 1 })
    expect(await other.append(scam, 1, [retitle(2, 'B', 'A')], 'Berta Lind')).toEqual({
      outcome: 'taken',
      n: 2,
    })
    expect(await drafts.append(scam, 1, [retitle(2, 'C', 'A')], by)).toMatchObject({ outcome: 'stale', n: 2 })
    await drafts.close(scam)
    expect(await other.presence.others(scam)).toBeNull()
  })

  it('of many writers at once, keeps every act that it took, in one order', async () => {
    const { root } = await begun()
    const writers = Array.from({ length: 4 }, () => draftsOn(root).drafts)
    const taken: string[] = []
    await Promise.all(
      writers.map(async (drafts, w) => {
        let after = 0
        for (let i = 0; i < 10; i += 1) {
          const title = `${w}-${i}`
          for (;;) {
            const answer = await drafts.append(scam, after, [retitle(after + 1, title)], `W${w}`)
            after = answer.n
            if (answer.outcome === 'taken') break
          }
          taken.push(title)
        }
      }),
    )
    const { entries } = await draftsOn(root).drafts.open(scam, by)
    const titles = entries.map((entry) => (entry.kind === 'edit' ? entry.patches[0]!.value : ''))
    expect([...titles].sort()).toEqual([...taken].sort())
    expect(entries.map(({ n }) => n)).toEqual(entries.map((_, i) => i + 1))
  })
})

describe('saving a draft whole', () => {
  it('replaces the file that the window knows, by what the journal says', async () => {
    const { drafts, paths } = await begun()
    await drafts.append(scam, 0, [retitle(1, 'A')], by)
    const seen = sha256(scamText())
    await expect(drafts.checkpoint(scam, 1, scamText('Z'), seen)).rejects.toMatchObject({
      code: 'bad-request',
    })
    expect(await drafts.checkpoint(scam, 1, scamText('A'), seen)).toEqual({
      outcome: 'saved',
      hash: sha256(scamText('A')),
    })
    expect(readFileSync(paths.file(scam), 'utf8')).toBe(scamText('A'))
    expect((await draftsOn(paths.root).drafts.open(scam, by)).outside).toBeNull()
  })

  it('takes what the Studio saved on another computer for its own, and not for another program’s', async () => {
    const { root, drafts, paths } = await begun()
    const other = draftsOn(root).drafts
    const { hash } = await other.open(scam, 'Berta Lind')
    await drafts.append(scam, 0, [retitle(1, 'A')], by)
    await drafts.checkpoint(scam, 1, scamText('A'), hash)
    await other.append(scam, 1, [retitle(2, 'B', 'A')], 'Berta Lind')
    expect(await other.checkpoint(scam, 2, scamText('B'), hash)).toMatchObject({ outcome: 'saved' })
    expect(readFileSync(paths.file(scam), 'utf8')).toBe(scamText('B'))
    expect(await other.outsideOf(scam)).toEqual([])
  })

  it('keeps a text that is no JSON as it is', async () => {
    const { root, drafts } = await begun()
    await drafts.append(scam, 0, [{ n: 1, at: retitle(1, '').at, kind: 'text', text: '{"half' }], by)
    expect(await drafts.checkpoint(scam, 1, '{"half', sha256(scamText()))).toMatchObject({ outcome: 'saved' })
    const read = await draftsOn(root).drafts.open(scam, by)
    expect(read).toMatchObject({ text: '{"half', outside: null })
    expect(read.fold.now).toMatchObject({ value: JSON.parse(scamText()) as unknown, brokenText: '{"half' })
  })

  it('shows what another program made of the file, and never loses it', async () => {
    const { root, drafts, paths } = await begun()
    const { hash } = await drafts.open(scam, by)
    await drafts.append(scam, 0, [retitle(1, 'A')], by)
    writeFileSync(paths.file(scam), scamText('Outside'))
    const answer = await drafts.checkpoint(scam, 1, scamText('A'), hash)
    const outside = { hash: sha256(scamText('Outside')), text: scamText('Outside') }
    expect(answer).toMatchObject({ outcome: 'stale', n: 1, entries: [], outside })
    expect(readFileSync(paths.file(scam), 'utf8')).toBe(scamText('Outside'))
    const again = await draftsOn(root).drafts.open(scam, by)
    expect(again).toMatchObject({ outside, hash: outside.hash })
    expect(titleOf(again.fold.now.value)).toBe('A')
    // A person who has seen the file may replace it; its content is kept among those of others.
    expect(await drafts.checkpoint(scam, 1, scamText('A'), outside.hash)).toMatchObject({ outcome: 'saved' })
    const last = draftsOn(root).drafts
    expect((await last.open(scam, by)).outside).toBeNull()
    expect(await last.outsideOf(scam)).toMatchObject([outside])
  })

  it('tells of a file that was put back to an earlier save', async () => {
    const { drafts, paths } = await begun()
    await drafts.append(scam, 0, [retitle(1, 'A')], by)
    await drafts.checkpoint(scam, 1, scamText('A'), sha256(scamText()))
    writeFileSync(paths.file(scam), scamText())
    expect(await drafts.open(scam, by)).toMatchObject({ outside: { hash: sha256(scamText()) } })
  })
})

describe('files that something happened to', () => {
  it.each(['', '{"sum":"0123', '\0\0\0\0'])('a journal with %j at its end goes on', async (torn) => {
    const { root, drafts, paths } = await begun()
    await drafts.append(scam, 0, [retitle(1, 'A')], by)
    appendFileSync(paths.journal(scam), torn)
    const next = draftsOn(root).drafts
    expect((await next.open(scam, by)).fold.now.n).toBe(1)
    expect(await next.append(scam, 1, [retitle(2, 'B', 'A')], by)).toEqual({ outcome: 'taken', n: 2 })
    const read = await draftsOn(root).drafts.open(scam, by)
    expect(read).toMatchObject({ damaged: null })
    expect(read.fold.now.n).toBe(2)
    expect(readFileSync(paths.journal(scam), 'utf8')).toContain(torn)
  })

  it('an empty file is no document’s end: the journal has all of it', async () => {
    const { root, drafts, paths } = await begun()
    await drafts.append(scam, 0, [retitle(1, 'A')], by)
    truncateSync(paths.file(scam), 0)
    const read = await draftsOn(root).drafts.open(scam, by)
    expect(titleOf(read.fold.now.value)).toBe('A')
    expect(read.outside).toMatchObject({ text: '' })
  })

  it('a damaged journal is kept under another name, and what was saved behind the damage goes on', async () => {
    const { root, drafts, paths } = await begun()
    await drafts.append(scam, 0, [retitle(1, 'A'), retitle(2, 'B', 'A')], by)
    await drafts.checkpoint(scam, 2, scamText('B'), sha256(scamText()))
    await drafts.append(scam, 2, [retitle(3, 'C', 'B')], by)
    const path = paths.journal(scam)
    const broken = readFileSync(path, 'utf8').replace('"value":"A"', '"value":"X"')
    writeFileSync(path, broken)
    const next = draftsOn(root).drafts
    const read = await next.open(scam, by)
    expect(titleOf(read.fold.now.value)).toBe('C')
    expect(read).toMatchObject({ outside: null })
    expect(read.damaged?.lines).toBeGreaterThan(0)
    expect(readFileSync(join(paths.draft(scam), read.damaged!.file), 'utf8')).toBe(broken)
    expect(
      await next.append(scam, read.fold.now.n, [retitle(read.fold.now.n + 1, 'D', 'C')], by),
    ).toMatchObject({
      outcome: 'taken',
    })
    const after = await draftsOn(root).drafts.open(scam, by)
    expect(after.damaged).toBeNull()
    expect(titleOf(after.fold.now.value)).toBe('D')
  })

  it('without its first line, a journal leaves what was saved whole', async () => {
    const { root, drafts, paths } = await begun()
    await drafts.append(scam, 0, [retitle(1, 'A')], by)
    await drafts.checkpoint(scam, 1, scamText('A'), sha256(scamText()))
    writeFileSync(paths.journal(scam), readFileSync(paths.journal(scam), 'utf8').slice(20))
    const read = await draftsOn(root).drafts.open(scam, by)
    expect(titleOf(read.fold.now.value)).toBe('A')
    expect(existsSync(join(paths.draft(scam), read.damaged!.file))).toBe(true)
  })

  it.each([
    ['empty', ''],
    ['not-text', Buffer.from([0x7b, 0xff, 0xfe, 0x00])],
  ])(
    'a file that is %s and has no journal is refused by its name, and stays as it is',
    async (code, content) => {
      const { root, paths } = await begun()
      writeFileSync(paths.journal(scam), '')
      writeFileSync(paths.file(scam), content)
      await expect(draftsOn(root).drafts.open(scam, by)).rejects.toMatchObject({
        fault: { code, file: 'scam.scenario.json' },
      })
      expect(readFileSync(paths.file(scam))).toEqual(Buffer.from(content))
    },
  )

  it('a file that somebody put into the folder begins a journal', async () => {
    const { root, paths } = await begun()
    writeFileSync(paths.journal(scam), '')
    const { drafts } = draftsOn(root)
    expect((await drafts.open(scam, by)).fold.now.n).toBe(0)
    expect(await drafts.append(scam, 0, [retitle(1, 'A')], by)).toEqual({ outcome: 'taken', n: 1 })
  })

  it('a lock that a killed program left holds nobody up', async () => {
    const { root, paths } = await begun()
    const lock = `${paths.draft(scam)}.lock`
    writeFileSync(
      lock,
      JSON.stringify({ computer: (await import('node:os')).hostname(), pid: 2 ** 30, mark: 'x' }),
    )
    const began = performance.now()
    await draftsOn(root).drafts.open(scam, by)
    expect(performance.now() - began).toBeLessThan(stretched(2000))
    expect(readdirSync(paths.drafts)).toEqual(['scam'])
  })

  it.skipIf(process.getuid?.() === 0)('a folder that can’t be written is opened for reading', async () => {
    const { root, paths } = await begun()
    chmodSync(paths.drafts, 0o500)
    try {
      const { drafts } = draftsOn(root)
      expect(await drafts.open(scam, by)).toMatchObject({ readOnly: true })
    } finally {
      chmodSync(paths.drafts, 0o700)
    }
  })
})
