import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  LANGUAGE_SLOT,
  PACK_SLOT,
  TITLE_SLOT,
  type ReviewPack,
} from '../../../src/domain/authoring/review/pack'
import { LARGEST_REVIEW } from '../../../src/domain/authoring/review/review-file'
import type { ReviewFile } from '../../../src/domain/authoring/review/review-format'
import { Comments, ReviewDesk } from '../../../src/main/studio/review'
import { ana, berta, scam, scamText, studioOn } from './folder'

const AT = '2026-03-01T10:00:00.000Z'
const hex = (n: number) => n.toString(16).padStart(32, '0')
const pin = { kind: 'scenario', id: 'scenario', language: 'en', words: 'Scam' } as const

const fileOf = (change: Partial<ReviewFile> & Record<string, unknown> = {}): ReviewFile => ({
  format: 'hold-the-line-review',
  version: 1,
  scenario: { id: 'scam', version: '1.0.0', hash: 'a'.repeat(64) },
  reviewer: 'Rana Holm',
  savedAt: AT,
  comments: [{ id: hex(1), on: pin, text: 'Too long.', at: AT }],
  answers: [],
  ...change,
})
const bytesOf = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value), 'utf8')

async function deskOn(made = studioOn()) {
  const { studio, paths, root } = made
  if (!readdirSync(root).includes('drafts')) await studio.drafts.create(scam, scamText(), { by: ana.name })
  const page = join(made.records, 'pack.html.br')
  writeFileSync(
    page,
    brotliCompressSync(
      `<html lang="${LANGUAGE_SLOT}"><title>${TITLE_SLOT}</title><script>${PACK_SLOT}</script></html>`,
    ),
  )
  let clock = Date.parse('2026-03-02T09:00:00.000Z')
  const comments = new Comments({
    paths,
    session: studio.drafts.session,
    now: () => new Date((clock += 1000)),
    changed: () => {},
    earlierIds: (which) => studio.drafts.earlierIds(which),
  })
  const desk = new ReviewDesk({
    comments,
    reviewed: (which) => studio.reviewed(which),
    page,
    now: () => new Date(clock),
  })
  const packed = async (): Promise<ReviewPack> => {
    const made = await desk.pack(scam, 'en')
    if (made.outcome !== 'made') throw new Error(made.issues.map(({ code }) => code).join())
    return JSON.parse(/<script>(.*)<\/script>/s.exec(made.page)![1]!) as ReviewPack
  }
  return { ...made, comments, desk, packed }
}

describe('comments on a scenario', () => {
  it('are answered, settled and taken up again, and never in the document', async () => {
    const { comments, paths, studio } = await deskOn()
    const before = readFileSync(paths().file(scam), 'utf8')
    await comments.act(scam, { kind: 'comment', on: pin, text: 'Shorter?' }, ana)
    const [first] = (await comments.read(scam)).threads
    await comments.act(scam, { kind: 'answer', to: first!.id, text: 'Yes.' }, berta)
    await comments.act(scam, { kind: 'close', to: first!.id }, ana)
    expect((await comments.read(scam)).threads).toMatchObject([
      {
        text: 'Shorter?',
        by: 'Ana Sol',
        answers: [{ by: 'Berta Lind', text: 'Yes.' }],
        closed: { by: 'Ana Sol' },
      },
    ])
    await comments.act(scam, { kind: 'reopen', to: first!.id }, berta)
    expect((await comments.read(scam)).threads[0]!.closed).toBeNull()
    expect(readFileSync(paths().file(scam), 'utf8')).toBe(before)
    expect((await studio.drafts.read(scam)).entries).toEqual([])
    await expect(comments.act(scam, { kind: 'close', to: hex(9) }, ana)).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(
      comments.act({ kind: 'scenario', id: 'small' }, { kind: 'comment', on: pin, text: 'x' }, ana),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of two computers on one folder are all kept', async () => {
    const here = await deskOn()
    const there = await deskOn(studioOn(here.root))
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        (i % 2 ? here : there).comments.act(
          scam,
          { kind: 'comment', on: pin, text: `Comment ${i}` },
          i % 2 ? ana : berta,
        ),
      ),
    )
    for (const { comments } of [here, there]) {
      const { threads, damaged } = await comments.read(scam)
      expect(threads.map(({ text }) => text).sort()).toEqual(
        Array.from({ length: 20 }, (_, i) => `Comment ${i}`).sort(),
      )
      expect(damaged).toBe(0)
    }
    expect(readdirSync(here.paths().comments(scam))).toHaveLength(2)
  })

  it('survive a crash: what was cut off is told, all else is there, and writing goes on', async () => {
    const first = await deskOn()
    await first.comments.act(scam, { kind: 'comment', on: pin, text: 'One' }, ana)
    await first.comments.act(scam, { kind: 'comment', on: pin, text: 'Two' }, ana)
    const [name] = readdirSync(first.paths().comments(scam))
    const file = join(first.paths().comments(scam), name!)
    const whole = readFileSync(file)
    for (let length = whole.length - 1; length > whole.length / 2 + 2; length -= 7) {
      writeFileSync(file, whole.subarray(0, length))
      const { threads, damaged } = await first.comments.read(scam)
      expect(threads.map(({ text }) => text)).toEqual(length === whole.length - 1 ? ['One', 'Two'] : ['One'])
      expect(damaged).toBe(length === whole.length - 1 ? 0 : 1)
    }
    const second = await deskOn(studioOn(first.root))
    await second.comments.act(scam, { kind: 'comment', on: pin, text: 'Three' }, berta)
    await first.comments.act(scam, { kind: 'comment', on: pin, text: 'Four' }, ana)
    const { threads } = await second.comments.read(scam)
    expect(threads.map(({ text }) => text).sort()).toEqual(['Four', 'One', 'Three'])
    appendFileSync(file, '0000000000000000 {"kind":"comment"}\nrubbish\n')
    expect((await second.comments.read(scam)).damaged).toBe(3)
  })

  it('come from files of several reviewers, and none of them twice', async () => {
    const { comments } = await deskOn()
    expect(await comments.take(scam, bytesOf(fileOf()))).toEqual({
      outcome: 'taken',
      reviewer: 'Rana Holm',
      added: 1,
      known: 0,
    })
    const size = () => comments.read(scam).then(({ threads }) => threads.length)
    expect(await comments.take(scam, bytesOf(fileOf()))).toMatchObject({ added: 0, known: 1 })
    expect(await size()).toBe(1)
    const other = fileOf({
      reviewer: 'Sol Berg',
      comments: [{ id: hex(2), on: pin, text: 'Too short.', at: AT }],
      answers: [{ id: hex(3), to: hex(1), text: 'I disagree.', at: AT }],
    })
    expect(await comments.take(scam, bytesOf(other))).toMatchObject({ added: 2 })
    expect((await comments.read(scam)).threads).toMatchObject([
      { text: 'Too long.', by: 'Rana Holm', reviewer: true, answers: [{ by: 'Sol Berg' }] },
      { text: 'Too short.', by: 'Sol Berg' },
    ])
    // Reviewers change their comments by sending them again; nobody can change the comments of others.
    const later = '2026-03-01T11:00:00.000Z'
    const changed = [{ id: hex(1), on: pin, text: 'Much too long.', at: later }]
    expect(await comments.take(scam, bytesOf(fileOf({ comments: changed })))).toMatchObject({ added: 1 })
    expect(
      await comments.take(scam, bytesOf(fileOf({ reviewer: 'Sol Berg', comments: changed }))),
    ).toMatchObject({ added: 0 })
    expect((await comments.read(scam)).threads[0]).toMatchObject({ text: 'Much too long.', by: 'Rana Holm' })
    expect(await size()).toBe(2)
  })

  it.each([
    [
      'a file on another scenario',
      fileOf({ scenario: { ...fileOf().scenario, id: 'other' } }),
      'other-scenario',
    ],
    ['a picture', '\x89PNG', 'not-json'],
    ['a scenario', scamText(), 'not-a-review'],
    ['null', 'null', 'not-a-review'],
    ['a list', '[1]', 'not-a-review'],
    ['one of a later program', fileOf({ version: 2 as never }), 'newer'],
    ['one that is cut off', JSON.stringify(fileOf()).slice(0, -20), 'not-json'],
    ['more than fits', fileOf({ more: true }), 'broken'],
    [
      'a comment without words',
      fileOf({ comments: [{ id: hex(1), on: pin, text: ' \n', at: AT }] }),
      'broken',
    ],
    [
      'a comment without end',
      fileOf({ comments: [{ id: hex(1), on: pin, text: 'x'.repeat(4001), at: AT }] }),
      'broken',
    ],
    ['an id with a way out', fileOf({ comments: [{ id: '../../x', on: pin, text: 'x', at: AT }] }), 'broken'],
    ['a name with a control character', fileOf({ reviewer: 'R\u0000' }), 'broken'],
    ['half a character', fileOf({ reviewer: 'R\ud800' }), 'broken'],
    ['a moment that is none', fileOf({ savedAt: 'yesterday' }), 'broken'],
    ['__proto__', JSON.stringify(fileOf()).replace('{', '{"__proto__":{"a":1},'), 'broken'],
    ['a huge one', ' '.repeat(LARGEST_REVIEW + 1), 'too-large'],
    ['nested without end', `${'['.repeat(200_000)}`, 'not-json'],
  ])('refuse %s, with nothing taken', async (_, content, fault) => {
    const { comments } = await deskOn()
    expect(await comments.take(scam, bytesOf(content))).toMatchObject({ outcome: 'refused', fault })
    expect((await comments.read(scam)).threads).toEqual([])
  })

  it('on a scenario that was renamed meanwhile are taken, on a copy not', async () => {
    const { comments, studio } = await deskOn()
    const renamed = { kind: 'scenario', id: 'swindle' } as const
    const copy = { kind: 'scenario', id: 'copy' } as const
    await studio.duplicate(scam, 'copy', { en: 'Copy' }, ana)
    await studio.rename(scam, 'swindle', { en: 'Swindle' }, ana)
    expect(await comments.take(renamed, bytesOf(fileOf()))).toMatchObject({ outcome: 'taken', added: 1 })
    expect(await comments.take(copy, bytesOf(fileOf()))).toMatchObject({
      outcome: 'refused',
      fault: 'other-scenario',
      what: 'scam',
    })
  })

  it('go into the next pack as long as they are open, with their answers and their places', async () => {
    const { comments, packed } = await deskOn()
    await comments.take(
      scam,
      bytesOf(
        fileOf({
          comments: [
            { id: hex(1), on: pin, text: 'Open', at: AT },
            { id: hex(2), on: pin, text: 'Settled', at: AT },
            { id: hex(3), on: { ...pin, kind: 'scene', id: 'scenes/never' }, text: 'Gone', at: AT },
          ],
        }),
      ),
    )
    await comments.act(scam, { kind: 'answer', to: hex(1), text: 'We will see.' }, ana)
    await comments.act(scam, { kind: 'close', to: hex(2) }, ana)
    const pack = await packed()
    expect(pack.threads).toMatchObject([
      { text: 'Open', answers: [{ text: 'We will see.' }], stands: { kind: 'scenario', id: 'scenario' } },
      { text: 'Gone', stands: null },
    ])
    expect(pack.content).toMatchObject({ id: 'scam', hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('never reach trainees: no version, copy or export holds a word of them', async () => {
    const { comments, studio, root, paths } = await deskOn()
    const secret = 'Unmistakable words of a reviewer'
    await comments.act(scam, { kind: 'comment', on: pin, text: secret }, ana)
    const published = await studio.publish(scam, 0, '', berta)
    expect(published.outcome).toBe('published')
    await studio.duplicate(scam, 'copy', { en: 'Copy' }, ana)
    expect(await studio.exported(scam, null)).not.toContain(secret)
    expect(await studio.exported(scam, 1)).not.toContain(secret)
    const holding = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => {
      const path = join(root, name)
      return statSync(path).isFile() && readFileSync(path, 'latin1').includes(secret)
    })
    expect(holding).toEqual([join('drafts', 'scam', 'comments', readdirSync(paths().comments(scam))[0]!)])
  })

  it('a scenario with errors makes no pack', async () => {
    const { desk, studio } = await deskOn()
    await studio.drafts.create({ kind: 'scenario', id: 'broken' }, '{"id":"broken"}', { by: ana.name })
    expect(await desk.pack({ kind: 'scenario', id: 'broken' }, 'en')).toMatchObject({ outcome: 'refused' })
  })
})
