import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Translations } from '../../../src/main/studio/translations'
import { FolderWatch } from '../../../src/main/studio/watch'
import { sha256 } from '../../../src/main/sha256'
import { temporaryFolder } from '../helpers'
import { draftsOn, retitle, scam, scamText } from './folder'

async function watched() {
  const root = temporaryFolder()
  const here = draftsOn(root)
  const there = draftsOn(root)
  await here.drafts.create(scam, scamText(), { by: 'Ana Sol' })
  const [translations, elsewhere] = [here, there].map(
    ({ drafts }) => new Translations(() => here.paths, drafts),
  ) as [Translations, Translations]
  let told = 0
  let wanted = true
  const watch = new FolderWatch({
    paths: () => here.paths,
    own: (which) => here.drafts.ownMark(which),
    ownTranslations: (which) => translations.ownMark(which),
    session: here.drafts.session,
    wanted: () => wanted,
    changed: () => void (told += 1),
    report: (error) => {
      throw error
    },
  })
  await watch.look()
  const look = async () => {
    const before = told
    await watch.look()
    return told - before
  }
  return {
    ...here,
    translations,
    elsewhere,
    there: there.drafts,
    look,
    watch,
    want: (on: boolean) => (wanted = on),
    told: () => told,
  }
}

describe('watching the folder', () => {
  it('tells of what another computer writes, and not of one’s own', async () => {
    const { drafts, there, look } = await watched()
    await drafts.open(scam, 'Ana Sol')
    await drafts.append(scam, 0, [retitle(1, 'A')], 'Ana Sol')
    await drafts.checkpoint(scam, 1, scamText('A'), sha256(scamText()))
    expect(await look()).toBe(0)
    await there.open(scam, 'Berta Lind')
    expect(await look()).toBe(1)
    await there.append(scam, 1, [retitle(2, 'B', 'A')], 'Berta Lind')
    expect(await look()).toBe(1)
    expect(await look()).toBe(0)
    await there.close(scam)
    expect(await look()).toBe(1)
  })

  it('tells of a file that another program changed, and of a new document', async () => {
    const { paths, there, look } = await watched()
    writeFileSync(paths.file(scam), scamText('Outside'))
    expect(await look()).toBe(1)
    await there.create({ kind: 'scenario', id: 'new' }, scamText(), { by: 'Berta Lind' })
    expect(await look()).toBe(1)
  })

  it('tells of comments that came from elsewhere, and not of one’s own', async () => {
    const { drafts, paths, look } = await watched()
    const folder = paths.comments(scam)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${drafts.session}.jsonl`), 'own\n')
    expect(await look()).toBe(0)
    const other = join(folder, 'another-computer.jsonl')
    writeFileSync(other, 'one\n')
    expect(await look()).toBe(1)
    expect(await look()).toBe(0)
    writeFileSync(other, 'one\ntwo\n')
    expect(await look()).toBe(1)
    rmSync(other)
    expect(await look()).toBe(1)
  })

  it('tells of what another computer noted about translations, and not of one’s own notes', async () => {
    const { translations, elsewhere, look, paths } = await watched()
    await translations.save(scam, { title: { fr: { 'a-1': { en: 'b-2' } } } })
    expect(await look()).toBe(0)
    await elsewhere.save(scam, { title: { fr: { 'c-3': { en: 'd-4' } } } })
    expect(await look()).toBe(1)
    expect(await look()).toBe(0)
    await translations.save(scam, { title: { fr: { 'e-5': { en: 'f-6' } } } })
    expect(await look()).toBe(0)
    rmSync(paths.translations(scam))
    expect(await look()).toBe(1)
  })

  it('asks for nothing while nobody wants to know', async () => {
    const { there, look, want } = await watched()
    want(false)
    await there.append(scam, 0, [retitle(1, 'A')], 'Berta Lind')
    expect(await look()).toBe(0)
    want(true)
    expect(await look()).toBe(1)
  })

  it('hears from the system, or looks by itself', async () => {
    const { there, watch, told } = await watched()
    watch.start(false)
    try {
      await watch.look()
      await there.append(scam, 0, [retitle(1, 'A')], 'Berta Lind')
      await expect.poll(told, { timeout: 60_000 }).toBeGreaterThan(0)
    } finally {
      watch.stop()
    }
  })
})
