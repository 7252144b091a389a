import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Library } from '../../../src/main/library/library'
import { PublishedMirror } from '../../../src/main/studio/mirror'
import { hasErrors } from '../../../src/domain/scenario/issue'
import { checkDocument } from '../../../src/main/studio/check'
import { smallestDocument } from '../../../src/main/studio/new-document'
import { temporaryFolder } from '../helpers'
import { admin, ana, berta, retitle, scam, scamText, failLoudly, studioOn } from './folder'

type Made = ReturnType<typeof studioOn>

async function withScam(made: Made = studioOn()): Promise<Made> {
  const bytes = Buffer.from(scamText())
  expect(await made.studio.importFile({ name: 'scam.scenario.json', bytes }, ana)).toEqual({
    outcome: 'imported',
    kind: 'scenario',
    id: 'scam',
    was: null,
  })
  return made
}

const publish = ({ studio }: Made, person = ana, note = 'First') => studio.publish(scam, 0, note, person)
const acts = ({ db }: Made) =>
  db
    .prepare('SELECT act, detail FROM audit ORDER BY seq')
    .all<{ act: string; detail: string }>()
    .map(({ act, detail }) => ({ act, detail: JSON.parse(detail) as Record<string, unknown> }))

describe('the smallest documents', () => {
  const around = { look: () => undefined, floor: () => undefined, truth: () => 'attack' }
  it.each(['scenario', 'floor'] as const)('a %s has no errors', (kind) => {
    const text = smallestDocument(kind, 'new', { en: 'New', fr: 'Nouveau' })
    const { issues } = checkDocument({ kind, id: 'new' }, text, around)
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
  })
  it('a course lacks its modules alone', () => {
    const { issues } = checkDocument(
      { kind: 'course', id: 'new' },
      smallestDocument('course', 'new', { en: 'N' }),
      around,
    )
    expect(hasErrors(issues)).toBe(true)
    expect(issues.map(({ keys }) => keys.path[0])).toEqual(['modules'])
  })
})

describe('publishing', () => {
  it('makes a version that is never written again, with its hash in the audit log, for trainees', async () => {
    const made = await withScam()
    const first = await publish(made)
    expect(first).toMatchObject({
      outcome: 'published',
      version: { number: 1, by: 'Ana Sol', note: 'First' },
    })
    const path = join(made.root, 'published', 'scam', '1.json')
    const before = readFileSync(path, 'utf8')
    expect(await publish(made)).toMatchObject({ outcome: 'same' })
    const { n } = await made.studio.drafts.append(
      scam,
      0,
      [{ n: 1, at: '2026-03-02T10:00:00.000Z', kind: 'text', text: scamText('Other') }],
      'Ana Sol',
    )
    expect(await made.studio.publish(scam, 0, '', ana)).toMatchObject({ outcome: 'stale', n: 1 })
    const second = await made.studio.publish(scam, n, 'Second', ana)
    expect(second).toMatchObject({ outcome: 'published', version: { number: 2 } })
    expect(readFileSync(path, 'utf8')).toBe(before)
    expect(acts(made).map(({ act }) => act)).toEqual(['studio-published', 'studio-published'])
    const hashes = [first, second].map((one) => ('version' in one ? one.version.hash : ''))
    expect(acts(made)[1]!.detail).toMatchObject({
      document: 'scam',
      version: 2,
      sha256: hashes[1],
      before: { version: 1, sha256: hashes[0] },
    })
    expect((await made.studio.versions.one(scam, 1)).text).toBe(scamText())

    const mirrored = temporaryFolder()
    const mirror = new PublishedMirror({
      folder: mirrored,
      paths: made.paths,
      versions: made.studio.versions,
      report: failLoudly,
    })
    expect(await mirror.refresh()).toBe(true)
    expect(await mirror.refresh()).toBe(false)
    const library = new Library(made.shipped, mirrored)
    expect(library.scenario('scam')).toMatchObject({ hash: hashes[1], scenario: { title: { en: 'Other' } } })
    expect(library.scenario('small')).toMatchObject({ scenario: { id: 'small' } })
  })

  it('is refused while the checks find errors, and says which', async () => {
    const made = await withScam()
    const broken = scamText().replace('"initial": "start"', '"initial": "nowhere"')
    await made.studio.drafts.append(
      scam,
      0,
      [{ n: 1, at: '2026-03-02T10:00:00.000Z', kind: 'text', text: broken }],
      'Ana Sol',
    )
    const refused = await made.studio.publish(scam, 1, '', ana)
    expect(refused.outcome).toBe('refused')
    expect('issues' in refused && refused.issues.length).toBeGreaterThan(0)
    expect(existsSync(join(made.root, 'published'))).toBe(false)
    expect(acts(made)).toEqual([])
  })

  it('is for administrators alone, or for a second person, where the administrator says so', async () => {
    const made = await withScam()
    made.settings.change({ publishers: 'administrators' }, '2026-03-02T09:00:00.000Z', admin.id)
    expect(await publish(made)).toEqual({ outcome: 'not-you', rule: 'administrators' })
    made.settings.change({ publishers: 'second-person' }, '2026-03-02T09:00:00.000Z', admin.id)
    expect(await publish(made)).toEqual({ outcome: 'not-you', rule: 'second-person' })
    expect(await publish(made, berta)).toMatchObject({ outcome: 'published' })
    expect(acts(made).map(({ act }) => act)).toEqual([
      'studio-settings-changed',
      'studio-settings-changed',
      'studio-published',
    ])
  })
})

describe('a second person', () => {
  const journal = (
    made: Awaited<ReturnType<typeof withScam>>,
    n: number,
    title: string,
    by: string,
    at: string,
  ) =>
    made.studio.drafts.append(scam, n - 1, [{ ...retitle(n, title, n === 1 ? 'Scam' : `T${n - 1}`), at }], by)

  it('is somebody who wrote nothing since the last version, whatever the clocks of the computers say', async () => {
    const made = await withScam()
    made.settings.change({ publishers: 'second-person' }, '2026-03-02T09:00:00.000Z', admin.id)
    expect(await made.studio.publisher(scam, ana)).toEqual({
      rule: 'second-person',
      may: false,
      authors: ['Ana Sol'],
    })
    expect(await made.studio.publish(scam, 0, '', berta)).toMatchObject({ outcome: 'published' })
    // The clock of the author's computer is years behind.
    await journal(made, 1, 'T1', 'Ana Sol', '2019-01-01T00:00:00.000Z')
    expect(await made.studio.publisher(scam, ana)).toMatchObject({ may: false, authors: ['Ana Sol'] })
    expect(await made.studio.publish(scam, 1, '', ana)).toEqual({ outcome: 'not-you', rule: 'second-person' })
    expect(await made.studio.publish(scam, 1, '', { ...ana, name: 'ANA SOL' })).toMatchObject({
      outcome: 'not-you',
    })
    expect(await made.studio.publish(scam, 1, '', berta)).toMatchObject({ outcome: 'published' })
    // A person who only publishes is not an author of the next version; an administrator who writes is one.
    await journal(made, 2, 'T2', 'Ada Roy', '2031-01-01T00:00:00.000Z')
    expect(await made.studio.publish(scam, 2, '', admin)).toMatchObject({ outcome: 'not-you' })
    expect(await made.studio.publisher(scam, ana)).toMatchObject({ may: true, authors: ['Ada Roy'] })
    const last = await made.studio.publish(scam, 2, 'Third', ana)
    expect(last).toMatchObject({ outcome: 'published', version: { number: 3, by: 'Ana Sol' } })
    const told = acts(made).filter(({ act }) => act === 'studio-published')
    const versions = await made.studio.versionRows(scam)
    expect(told.map(({ detail }) => detail)).toEqual(
      [1, 2, 3].map((number) => ({
        kind: 'scenario',
        document: 'scam',
        version: number,
        sha256: versions.find((one) => one.number === number)!.hash,
        before: {
          version: number === 1 ? null : number - 1,
          sha256: versions.find((one) => one.number === number - 1)?.hash ?? null,
        },
      })),
    )
  })
})

describe('the list', () => {
  it('names every document with what the checks find, once they have looked', async () => {
    const made = await withScam()
    expect((await made.studio.list()).documents.map(({ counts }) => counts)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    for (let i = 0; i < 100 && (await made.studio.list()).documents.some(({ counts }) => !counts); i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    const { documents, problem } = await made.studio.list()
    expect(problem).toBeNull()
    expect(documents.map(({ kind, id, origin, counts }) => [kind, id, origin, counts?.errors])).toEqual([
      ['scenario', 'scam', 'own', 0],
      ['scenario', 'genuine', 'shipped', expect.any(Number)],
      ['scenario', 'small', 'shipped', 0],
      ['course', 'short', 'shipped', expect.any(Number)],
    ])
    expect(documents[0]).toMatchObject({
      changedBy: 'Ana Sol',
      head: { truth: 'attack', tactics: ['urgency'] },
    })
    expect(documents[0]!.counts).toMatchObject({ channel: 'chat' })
  })

  it('shows shipped documents where the shared folder is away', async () => {
    const made = await withScam()
    writeFileSync(join(made.root, 'file'), '')
    made.settings.change({ folder: join(made.root, 'file', 'gone') }, '2026-03-02T09:00:00.000Z', admin.id)
    const { documents } = await made.studio.list()
    expect(documents.map(({ origin }) => origin)).toEqual(['shipped', 'shipped', 'shipped'])
  })
})

describe('making, copying, renaming, removing', () => {
  it('copies a shipped scenario under an id of its own', async () => {
    const made = studioOn()
    const which = { kind: 'scenario', id: 'small' } as const
    await made.studio.duplicate(which, 'mine', { en: 'Mine' }, ana)
    const opened = await made.studio.open({ kind: 'scenario', id: 'mine' }, ana)
    expect('fold' in opened && opened.fold.now.value).toMatchObject({ id: 'mine', title: { en: 'Mine' } })
    await expect(made.studio.duplicate(which, 'small', { en: 'S' }, ana)).rejects.toMatchObject({
      code: 'already-exists',
    })
    await expect(
      made.studio.create({ kind: 'scenario', id: 'con' }, { en: 'C' }, null, ana),
    ).rejects.toMatchObject({
      code: 'unusable-name',
    })
    expect(await made.studio.open(which, ana)).toMatchObject({ origin: 'shipped' })
  })

  it('makes the twin of a scenario, which names it in turn where it is a draft without one', async () => {
    const made = await withScam()
    expect(await made.studio.twins.make('scam', 'scam-twin', ana)).toBe(true)
    const opened = await made.studio.open({ kind: 'scenario', id: 'scam-twin' }, ana)
    const other = await made.studio.open(scam, ana)
    if (!('fold' in opened) || !('fold' in other)) throw new Error('no draft')
    expect(opened.fold.now.value).toMatchObject({ twin: 'scam', truth: 'legitimate', title: { en: 'Scam' } })
    expect(other.fold.now.value).toMatchObject({ twin: 'scam-twin' })
    expect(other.entries).toMatchObject([{ by: 'Ana Sol', label: { code: 'twin' } }])

    // A scenario that has a twin keeps it, and a shipped one is not changed.
    expect(await made.studio.twins.make('scam', 'third', ana)).toBe(false)
    expect(await made.studio.twins.make('small', 'small-twin', ana)).toBe(false)
    await expect(made.studio.twins.make('small', 'scam', ana)).rejects.toMatchObject({
      code: 'already-exists',
    })
    await made.studio.importFile({ name: 'bad.scenario.json', bytes: Buffer.from('{"id": "bad"}') }, ana)
    await expect(made.studio.twins.make('bad', 'worse', ana)).rejects.toMatchObject({
      code: 'scenario-invalid',
    })
  })

  it('renames a draft, with its history, and tells who names it', async () => {
    const made = await withScam()
    const course = JSON.parse(
      readFileSync(join(made.shipped, 'courses', 'short.course.json'), 'utf8'),
    ) as object
    const text = JSON.stringify({ ...course, id: 'own', modules: ['scam'] })
    await made.studio.importFile({ name: 'own.course.json', bytes: Buffer.from(text) }, ana)
    const named = await made.studio.rename(scam, 'fraud', { en: 'Fraud' }, ana)
    expect(named).toMatchObject([{ kind: 'course', id: 'own', as: 'module' }])
    const opened = await made.studio.open({ kind: 'scenario', id: 'fraud' }, ana)
    expect('fold' in opened && opened.fold.now.value).toMatchObject({ id: 'fraud', title: { en: 'Fraud' } })
    expect('fold' in opened && opened.fold.now.undo).toHaveLength(1)
    await expect(made.studio.open(scam, ana)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('takes a document away from trainees and brings it back, version and all', async () => {
    const made = await withScam()
    await publish(made)
    await expect(made.studio.rename(scam, 'fraud', { en: 'F' }, ana)).rejects.toMatchObject({
      code: 'already-published',
    })
    const { key } = await made.studio.remove(scam, ana)
    expect((await made.studio.list()).documents.map(({ id }) => id)).not.toContain('scam')
    const mirror = new PublishedMirror({
      folder: temporaryFolder(),
      paths: made.paths,
      versions: made.studio.versions,
      report: failLoudly,
    })
    expect(await mirror.refresh()).toBe(false)
    expect(await made.studio.removed()).toMatchObject([
      { key, id: 'scam', by: 'Ana Sol', title: { en: 'Scam' } },
    ])
    expect(await made.studio.bringBack(key, ana)).toEqual(scam)
    expect(await made.studio.removed()).toEqual([])
    expect(await made.studio.versionRows(scam)).toHaveLength(1)
    expect(acts(made).map(({ act }) => act)).toEqual([
      'studio-published',
      'studio-removed',
      'studio-brought-back',
    ])
    expect(made.changes.published).toBe(3)
  })

  it('imports a file whose id is taken under another one, and refuses one that can’t be told', async () => {
    const made = await withScam()
    const again = await made.studio.importFile({ name: 'copy.json', bytes: Buffer.from(scamText()) }, ana)
    expect(again).toEqual({ outcome: 'imported', kind: 'scenario', id: 'scam-2', was: 'scam' })
    const broken = await made.studio.importFile(
      { name: 'half.scenario.json', bytes: Buffer.from('{"a":') },
      ana,
    )
    expect(broken).toMatchObject({ outcome: 'imported', id: 'half' })
    const unknown = await made.studio.importFile({ name: 'x.json', bytes: Buffer.from('{"a":') }, ana)
    expect(unknown).toMatchObject({ outcome: 'refused', file: 'x.json', issue: { code: 'not-json' } })
    const bytes = Buffer.from([0xff, 0xfe, 0x7b, 0x00])
    expect(await made.studio.importFile({ name: 'y.json', bytes }, ana)).toMatchObject({
      outcome: 'refused',
      issue: { code: 'not-utf8' },
    })
    expect(readdirSync(join(made.root, 'drafts'))).toEqual(['half', 'scam', 'scam-2'])
  })
})
