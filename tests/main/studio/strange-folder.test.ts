/** Puts strange things into the Studio's folder, to which other programs and other computers write as well. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { studioChannels } from '../../../src/bridge/areas/studio'
import { answer } from '../../../src/main/ipc/answer'
import { studioHandlers } from '../../../src/main/ipc/studio'
import { PublishedMirror } from '../../../src/main/studio/mirror'
import { sha256 } from '../../../src/main/sha256'
import { png } from '../../fixtures/media'
import { NOW, temporaryFolder } from '../helpers'
import { ana, AT, draftsOn, proverOn, scam, scamText, studioOn } from './folder'

type Call = 'studio.list' | 'studio.removed' | 'studio.bringBack' | 'studio.create' | 'studio.append'

function studio() {
  const made = studioOn()
  const handlers = studioHandlers({
    studio: made.studio,
    studioSettings: made.settings,
    prover: proverOn(made.studio),
    studioWatch: { begin: () => {}, again: () => {} },
    dialogs: {
      open: () => Promise.reject(new Error('not asked')),
      save: () => Promise.reject(new Error('not asked')),
      folder: () => Promise.reject(new Error('not asked')),
    },
    system: { now: () => NOW },
  })
  const reports: unknown[] = []
  const gate = { caller: () => ({ person: ana }), report: (error: unknown) => void reports.push(error) }
  const ask = (name: Call, request?: unknown) =>
    answer(name, studioChannels[name] as never, handlers[name] as never, gate, request)
  const take = (text: string, id = 'scam') =>
    made.studio.importFile({ name: `${id}.scenario.json`, bytes: Buffer.from(text) }, ana)
  const listed = async () => {
    const result = await ask('studio.list')
    expect([result, reports]).toEqual([expect.objectContaining({ ok: true }), []])
    const { documents } = (result as unknown as { value: { documents: { id: string; origin: string }[] } })
      .value
    return documents.filter(({ origin }) => origin === 'own').map(({ id }) => id)
  }
  return { ...made, ask, take, listed }
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a document that is strange', () => {
  it.each(['en-a', 'de-x_y', 'en-', '__proto__', ''])(
    'is listed with the others, and removed, when its title has the language “%s”',
    async (language) => {
      const { take, listed, ask, studio: own } = studio()
      await take(scamText(), 'good')
      const title = `"title": { ${JSON.stringify(language)}: "Odd", "en": "Scam" }`
      await take(scamText().replace(/"title": \{[^}]*\}/, title))
      expect(await listed()).toEqual(['scam', 'scam-2'])
      await own.remove(scam, ana)
      expect(await ask('studio.removed')).toMatchObject({ ok: true, value: [{ id: 'scam' }] })
    },
  )

  it('is not made with a title in a language that is none', async () => {
    const request = { kind: 'scenario', id: 'odd', title: { 'x y': 'x' }, template: null }
    const { ask } = studio()
    expect(await ask('studio.create', request)).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  })

  it('is listed, edited and removed when it is nested too deeply to be walked through', async () => {
    const { take, listed, ask, studio: own } = studio()
    await take('['.repeat(100_000) + ']'.repeat(100_000))
    expect(await listed()).toEqual(['scam'])
    const text = `{"id":"scam","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const typed = { ...scam, after: 0, entries: [{ n: 1, at: AT, kind: 'text', text }] }
    expect(await ask('studio.append', typed)).toMatchObject({ ok: true })
    expect(await listed()).toEqual(['scam'])
    await own.remove(scam, ana)
    expect(await listed()).toEqual([])
  })

  it('is saved when a number in it is -0, which JSON writes and no comparison expects', async () => {
    const { drafts } = draftsOn(temporaryFolder())
    await drafts.create(scam, scamText(), { by: 'Ana Sol' })
    const text = '{ "id": "scam", "n": -0 }'
    await drafts.append(scam, 0, [{ n: 1, at: AT, kind: 'text', text }], 'Ana Sol')
    expect(await drafts.checkpoint(scam, 1, text, sha256(scamText()))).toMatchObject({ outcome: 'saved' })
    const other = '{ "id": "scam", "n": 1 }'
    await expect(drafts.checkpoint(scam, 1, other, sha256(text))).rejects.toMatchObject({
      code: 'bad-request',
    })
  })
})

describe('computers that make the same document at once', () => {
  it('get one document, and the slower ones hear that it exists', async () => {
    const root = temporaryFolder()
    const made = await Promise.allSettled(
      ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((by) =>
        draftsOn(root).drafts.create(scam, scamText(by), { by }),
      ),
    )
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const codes = made.flatMap((one) =>
      one.status === 'rejected' ? (one.reason as { code: string }).code : [],
    )
    expect(codes).toEqual(Array.from({ length: 7 }, () => 'already-exists'))
    expect(readdirSync(join(root, 'drafts'))).toEqual(['scam'])
  })
})

describe('a program that ends while it copies or imports', () => {
  /** Ends the program at one moment of `create`: when the new folder has appeared. */
  const killed = (own: ReturnType<typeof studio>['studio']) => {
    const create = own.drafts.create.bind(own.drafts)
    vi.spyOn(own.drafts, 'create').mockImplementation(async (...given) => {
      await create(...given)
      throw new Error('killed')
    })
  }
  const RECORD = { title: { fr: { 'abc-1': { en: 'def-2' } } } }

  /** Looks with another start of the program, which knows nothing but what lies on the disk. */
  async function left(root: string, id: string) {
    const { studio: next } = studioOn(root)
    const which = { kind: 'scenario', id } as const
    const { text } = (await next.list()).documents.find((one) => one.id === id)!
    const plan = await next.plans.textOf(id)
    return {
      value: JSON.parse(text) as unknown,
      plan: plan === undefined ? undefined : (JSON.parse(plan) as unknown),
      record: await next.translations.read(which),
      history: (await next.drafts.read(which)).entries.map((entry) => 'label' in entry && entry.label?.code),
    }
  }

  it('leaves the whole copy, under its own id', async () => {
    const { take, root, studio: own, paths } = studio()
    await take(scamText())
    await own.translations.save(scam, RECORD)
    const run = { name: 'a', choices: [], expect: { scene: 'start' } }
    writeFileSync(paths().plan('scam'), JSON.stringify({ scenario: 'scam', runs: [run] }))
    killed(own)
    await expect(own.duplicate(scam, 'copy', { en: 'Copy' }, ana)).rejects.toThrow('killed')
    expect(await left(root, 'copy')).toMatchObject({
      value: { id: 'copy', title: { en: 'Copy' } },
      plan: { scenario: 'copy' },
      record: RECORD,
      history: ['copied'],
    })
  })

  it('leaves the whole document that came from a file, under its own id', async () => {
    const { take, root, studio: own } = studio()
    await take(scamText())
    await own.translations.save(scam, RECORD)
    killed(own)
    await expect(take(scamText('Again'))).rejects.toThrow('killed')
    expect(await left(root, 'scam-2')).toMatchObject({
      value: { id: 'scam-2', title: { en: 'Again' } },
      record: RECORD,
      history: ['import'],
    })
  })

  it('leaves nothing that counts as a document before all of it is there', async () => {
    const { take, root, studio: own, listed } = studio()
    await take(scamText())
    const folder = join(root, 'drafts')
    mkdirSync(join(folder, '.new.0123456789ab.tmp'))
    writeFileSync(join(folder, '.new.0123456789ab.tmp', 'copy.scenario.json'), scamText())
    expect(await listed()).toEqual(['scam'])
    await own.duplicate(scam, 'copy', { en: 'Copy' }, ana)
    expect(await listed()).toEqual(['copy', 'scam'])
    // What may still be growing stays. What a program left that was killed two days ago goes.
    const hidden = () => readdirSync(folder).filter((name) => name.startsWith('.new'))
    expect(hidden()).toEqual(['.new.0123456789ab.tmp'])
    const earlier = Date.now() / 1000 - 2 * 86_400
    utimesSync(join(folder, '.new.0123456789ab.tmp'), earlier, earlier)
    await own.duplicate(scam, 'second', { en: 'Second' }, ana)
    expect(hidden()).toEqual([])
    expect(await listed()).toEqual(['copy', 'scam', 'second'])
  })
})

describe('folders in the place of files', () => {
  it('hold up no other document', async () => {
    const { take, listed, root, ask, studio: own } = studio()
    await take(scamText())
    await own.publish(scam, 0, '', ana)
    mkdirSync(join(root, 'drafts', 'dir', 'dir.scenario.json'), { recursive: true })
    mkdirSync(join(root, 'published', 'scam', '2.json'))
    mkdirSync(join(root, 'removed', 'key', 'about.json'), { recursive: true })
    mkdirSync(join(root, 'drafts', 'scam', 'media', 'a.png'), { recursive: true })
    writeFileSync(join(root, 'published', 'file'), '')
    expect(await listed()).toEqual(['dir', 'scam'])
    expect(await ask('studio.removed')).toMatchObject({ ok: true, value: [] })
    expect(await own.media.list({ ...scam, origin: 'own' })).toEqual([])
    await own.duplicate(scam, 'copy', { en: 'Copy' }, ana)
    await expect(own.publish(scam, 0, '', ana)).rejects.toMatchObject({ code: 'file-unreadable' })
  })
})

describe('what was removed', () => {
  it.each(['../../escaped', '/tmp/escaped', 'a/../../b', 'A', ''])(
    'is not brought back under the id “%s”, which leads out of the folder',
    async (id) => {
      const { root, ask } = studio()
      const folder = join(root, 'removed', 'key')
      mkdirSync(join(folder, 'draft'), { recursive: true })
      const about = { kind: 'scenario', id, title: { en: 'x' }, at: AT, by: 'x' }
      writeFileSync(join(folder, 'about.json'), JSON.stringify(about))
      expect(await ask('studio.removed')).toMatchObject({ ok: true, value: [] })
      expect(await ask('studio.bringBack', { key: 'key' })).toMatchObject({
        ok: false,
        error: { code: 'not-found' },
      })
      expect(existsSync(join(folder, 'draft'))).toBe(true)
    },
  )

  it('is brought back when a crash came before its draft was moved', async () => {
    const { take, root, studio: own } = studio()
    await take(scamText())
    await own.publish(scam, 0, '', ana)
    const key = await own.remove(scam, ana).then(({ key }) => key)
    // This is how it was left: the versions are away, and the draft is not.
    const draft = join(root, 'drafts', 'scam')
    const { renameSync } = await import('node:fs')
    renameSync(join(root, 'removed', key, 'draft'), draft)
    expect(await own.bringBack(key, ana)).toEqual(scam)
    expect(await own.versionRows(scam)).toHaveLength(1)
    expect(readdirSync(draft)).toContain('scam.scenario.json')
    expect(await own.removed()).toEqual([])
  })
})

describe('a file with several stories', () => {
  it('leaves no draft behind when one of them can’t be written', async () => {
    const { studio: own, listed, root } = studio()
    const story = (name: string) =>
      `<tw-storydata name="${name}" startnode="1" format="Harlowe" ifid="X">` +
      `<tw-passagedata pid="1" name="Start">Hello.</tw-passagedata></tw-storydata>`
    const file = { name: 'two.html', bytes: Buffer.from(story('One') + story('Two')) }
    const options = { locale: 'en', language: 'en' }
    const create = own.drafts.create.bind(own.drafts)
    let left = 1
    vi.spyOn(own.drafts, 'create').mockImplementation((...given) =>
      left-- > 0 ? create(...given) : Promise.reject(new Error('no room')),
    )
    await expect(own.stories.take(file, options, ana)).rejects.toThrow('no room')
    expect(await listed()).toEqual([])
    left = 2
    expect(await own.stories.take(file, options, ana)).toMatchObject({
      drafts: [{ id: 'one' }, { id: 'two' }],
    })
    expect(await own.stories.from({ kind: 'scenario', id: 'one' })).toMatchObject({ file: 'two.html' })
    expect(readdirSync(join(root, 'drafts'))).toEqual(['one', 'two'])
  })
})

describe('pictures of versions', () => {
  const PICTURE = 'a.png'
  const withPicture = (id: string) => {
    const value = JSON.parse(scamText()) as {
      machine: { states: Record<string, { meta?: { beats: object[] } }> }
    }
    const scene = Object.values(value.machine.states).find(({ meta }) => meta)
    Object.assign(scene!.meta!.beats[0]!, { media: { file: PICTURE, words: { en: 'A badge.' } } })
    return JSON.stringify({ ...value, id })
  }
  async function published() {
    const made = studio()
    for (const id of ['first', 'second']) {
      const which = { kind: 'scenario', id } as const
      await made.take(id === 'first' ? withPicture(id) : scamText().replace('"scam"', '"second"'), id)
      if (id === 'first') await made.studio.media.add(which, { name: PICTURE, bytes: png() })
      expect(await made.studio.publish(which, 0, '', ana)).toMatchObject({ outcome: 'published' })
    }
    const folder = temporaryFolder()
    const reports: unknown[] = []
    const mirror = new PublishedMirror({
      folder,
      paths: made.paths,
      versions: made.studio.versions,
      report: (error) => void reports.push(error),
    })
    return {
      ...made,
      folder,
      mirror,
      reports,
      kept: join(made.root, 'published', 'media.files', sha256(png())),
    }
  }

  it.each(['missing', 'cut off'])(
    'that a shared folder has not brought yet (%s) hold up no other document, and come later',
    async (how) => {
      const { kept, folder, mirror, reports } = await published()
      const whole = readFileSync(kept)
      if (how === 'missing') rmSync(kept)
      else writeFileSync(kept, whole.subarray(0, 10))
      expect(await mirror.refresh()).toBe(true)
      expect(readdirSync(folder).filter((name) => name.endsWith('.json'))).toEqual(['second.scenario.json'])
      expect(reports).toHaveLength(1)
      expect(readdirSync(join(folder, 'media'))).toEqual([])
      writeFileSync(kept, whole)
      expect(await mirror.refresh()).toBe(true)
      expect(readdirSync(folder)).toContain('first.scenario.json')
      expect(readFileSync(join(folder, 'media', sha256(png())))).toEqual(whole)
    },
  )

  it('are the ones that were checked, also when somebody replaces one in between', async () => {
    const { studio: own, root } = await published()
    const from = join(root, 'drafts', 'first', 'media', PICTURE)
    writeFileSync(from, 'another')
    await expect(own.versions.keepMedia(from, '0'.repeat(64))).rejects.toMatchObject({ code: 'stale' })
    expect(readdirSync(join(root, 'published', 'media.files'))).toEqual([sha256(png())])
  })
})
