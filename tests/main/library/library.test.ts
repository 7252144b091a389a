import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appState } from '../../../src/bridge/areas/state'
import { Library, refusalNotice } from '../../../src/main/library/library'
import { playedScenario } from '../../../src/main/evidence/signed-attempt'
import { sha256 } from '../../../src/main/sha256'
import { loadIssueSayer } from '../../../src/texts/sentences'
import { at, soundScenario } from '../../fixtures/build'
import { png, wav } from '../../fixtures/media'
import { temporaryFolder } from '../helpers'

const words = { en: 'A bell rings.', fr: 'Une sonnerie.' }

function folderWith(media: object | undefined, files: Readonly<Record<string, Buffer | string>>): string {
  const folder = temporaryFolder()
  const document = soundScenario()
  const beats = at(document, 'machine', 'states', 'offer', 'meta')['beats'] as Record<string, unknown>[]
  if (media) beats[0]!['media'] = media
  writeFileSync(join(folder, 'sound.scenario.json'), JSON.stringify(document))
  mkdirSync(join(folder, 'media'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'media', name), content)
  return folder
}

const read = (folder: string) => {
  const found = new Library(folder).scenario('sound')
  if ('kind' in found) throw new Error(found.issues[0]?.code)
  return found
}

describe('a scenario with media', () => {
  it.each([
    ['is not there', { file: 'bell.png', words }, {}],
    ['is not what its ending says', { file: 'bell.png', words }, { 'bell.png': wav(1) }],
    ['at most 5.0 MB', { file: 'bell.png', words }, { 'bell.png': Buffer.alloc(5_000_001) }],
    ['can’t be shown or played', { file: 'bell.svg', words }, { 'bell.svg': '<svg/>' }],
    ['not the one that ‘sha256’ names', { file: 'b.png', words, sha256: 'a'.repeat(64) }, { 'b.png': png() }],
  ])('is refused when its file %s', async (reason, media, files) => {
    const say = await loadIssueSayer('en')
    const library = new Library(folderWith(media, files))
    expect(library.scenario('sound')).toMatchObject({ kind: 'scenario', file: 'sound.scenario.json' })
    expect(library.refusals[0]!.issues.map(say)[0]).toContain(reason)
  })

  it('has a hash that covers the file, and can be read back from what is kept', () => {
    const media = { file: 'bell.png', words }
    const one = read(folderWith(media, { 'bell.png': png() }))
    const same = read(folderWith(media, { 'bell.png': png() }))
    const other = read(folderWith(media, { 'bell.png': png(321) }))
    expect(same.hash).toBe(one.hash)
    expect(other.hash).not.toBe(one.hash)
    expect(playedScenario(one.content, one.hash)?.scenario).toEqual(one.scenario)
    // A scenario that arrives with its hashes, as on a device, keeps its hash.
    const pinned = read(folderWith({ ...media, sha256: sha256(png()) }, { 'bell.png': png() }))
    expect(pinned.hash).toBe(one.hash)
  })

  it('leaves the hash of one without media as it was', () => {
    expect(read(folderWith(undefined, {})).hash).toBe(sha256(JSON.stringify(soundScenario())))
  })
})

describe('what the page is given', () => {
  const hash = sha256(png())

  it('is the file that the scenario named, and no other', async () => {
    const folder = folderWith(undefined, { 'bell.png': png(), 'page.html': '<b>', 'text.png': 'text' })
    writeFileSync(join(folder, 'secret.png'), png())
    const library = new Library(folder)
    expect(await library.media('bell.png', hash)).toEqual(png())
    expect(library.mediaNow('bell.png', hash)).toEqual(png())
    for (const file of ['../secret.png', 'none.png', '', '.', '..', 'a/bell.png', '../media/bell.png'])
      expect(await library.media(file, hash)).toBeUndefined()
    expect(await library.media('page.html', sha256('<b>'))).toBeUndefined()
    expect(await library.media('text.png', sha256('text'))).toBeUndefined()
    expect(await library.media('bell.png', 'a'.repeat(64))).toBeUndefined()
    writeFileSync(join(folder, 'media', 'bell.png'), png(50))
    expect(await library.media('bell.png', hash)).toBeUndefined()
    expect(library.mediaNow('bell.png', hash)).toBeUndefined()
    rmSync(join(folder, 'media', 'bell.png'))
    expect(await library.media('bell.png', hash)).toBeUndefined()
  })

  it('comes from the folder in use', async () => {
    const library = new Library(folderWith(undefined, {}))
    expect(await library.media('bell.png', hash)).toBeUndefined()
    library.use(folderWith(undefined, { 'bell.png': png() }))
    expect(await library.media('bell.png', hash)).toEqual(png())
  })
})

describe('a refused file', () => {
  const refused = (change: (document: ReturnType<typeof soundScenario>) => void) => {
    const folder = temporaryFolder()
    const document = soundScenario()
    change(document)
    writeFileSync(join(folder, 'sound.scenario.json'), JSON.stringify(document))
    const found = new Library(folder).scenario('sound')
    if (!('kind' in found)) throw new Error('It was not refused.')
    return found
  }

  it('is told with everything that is wrong with it, errors first', () => {
    const found = refused((document) => {
      at(document, 'desk')['fields'] = 1
      delete document['summary']
      document['id'] = 'another'
    })
    const notice = refusalNotice(found)
    expect(notice).toMatchObject({ code: 'scenario-refused', detail: 'sound.scenario.json', moreIssues: 0 })
    expect(notice.issues!.length).toBe(found.issues.length)
    expect(found.issues.length).toBeGreaterThan(1)
    const severities = found.issues.map(({ severity }) => severity)
    expect(severities.lastIndexOf('error')).toBeLessThan(severities.indexOf('warning') >>> 0)
  })

  it('with very many is told with the first of them and the number of the others', () => {
    const found = refused((document) => {
      const states = at(document, 'machine', 'states')
      for (const name of Object.keys(states)) {
        at(states, name)['meta'] = { beats: Array.from({ length: 6 }, () => ({ from: 'nobody' })) }
      }
    })
    const { issues, moreIssues } = refusalNotice(found)
    expect(issues).toHaveLength(8)
    expect(moreIssues).toBe(found.issues.length - 8)
    expect(appState.shape.notices.safeParse([refusalNotice(found)]).error).toBeUndefined()
  })
})
