/** Checks which documents of the Studio trainees get, on this computer and on others. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeEnrolment, readEnrolment } from '../../../src/main/exchange/enrolment'
import { openSigningKey } from '../../../src/main/keys/signing-key'
import { Library } from '../../../src/main/library/library'
import { PublishedMirror } from '../../../src/main/studio/mirror'
import { Versions } from '../../../src/main/studio/versions'
import { sha256 } from '../../../src/main/sha256'
import { png } from '../../fixtures/media'
import { keychain, NOW, temporaryFolder } from '../helpers'
import { attack, course, installation } from '../installation'
import { ana, scam, failLoudly, studioOn } from './folder'

const PICTURE = 'badge.png'

/** Publishes a scenario with a picture, and a course that contains it. */
async function published() {
  const made = studioOn()
  const { studio } = made
  const [first] = Object.keys(attack.machine.states)
  const text = JSON.parse(JSON.stringify({ ...attack, id: 'scam' })) as typeof attack
  const beat = text.machine.states[first!]!.meta!.beats![0]!
  Object.assign(beat, { media: { file: PICTURE, words: { en: 'A badge.' } } })
  const file = (name: string, value: unknown) => ({ name, bytes: Buffer.from(JSON.stringify(value)) })
  await studio.importFile(file('scam.scenario.json', text), ana)
  await studio.media.add(scam, { name: PICTURE, bytes: png() })
  expect(await studio.publish(scam, 0, '', ana)).toMatchObject({ outcome: 'published' })
  const own = { ...course, id: 'own', modules: ['scam', 'genuine'], practice: undefined }
  await studio.importFile(file('own.course.json', own), ana)
  expect(await studio.publish({ kind: 'course', id: 'own' }, 0, '', ana)).toMatchObject({
    outcome: 'published',
  })
  const folder = temporaryFolder()
  const mirror = new PublishedMirror({
    folder,
    paths: made.paths,
    versions: studio.versions,
    report: failLoudly,
  })
  await mirror.refresh()
  return { ...made, mirror, folder, library: new Library(made.shipped, folder) }
}

describe('what trainees have', () => {
  it('is the newest version with its pictures, in the courses that were published', async () => {
    const { library } = await published()
    expect(library.course('own')).toMatchObject({ modules: ['scam', 'genuine'] })
    expect(library.course('short')).toBeDefined()
    expect(library.refusals).toEqual([])
    const found = library.scenario('scam')
    expect(found).toMatchObject({ scenario: { id: 'scam' } })
    expect(await library.media(PICTURE, sha256(png()))).toEqual(Buffer.from(png()))
    expect(await library.media(PICTURE, '0'.repeat(64))).toBeUndefined()
  })

  it('stays what it was while the folder is away, and while a version is damaged', async () => {
    const { library, mirror, settings, root, folder, paths } = await published()
    const path = join(root, 'published', 'scam', '1.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"attack"', '"legitimate"'))
    const again = new PublishedMirror({ folder, paths, versions: new Versions(paths), report: failLoudly })
    expect(await again.refresh()).toBe(false)
    settings.change({ folder: join(root, 'away') }, NOW.toISOString(), ana.id)
    expect(await mirror.refresh()).toBe(false)
    library.refresh()
    expect(library.scenario('scam')).toMatchObject({ scenario: { truth: 'attack' } })
  })

  it('goes into the set-up file, whole, and is taken by another computer', async () => {
    const { library } = await published()
    const hr = installation()
    hr.organisation.change({ name: 'Meridian', installation: 'hr' }, NOW.toISOString(), null)
    const { text } = makeEnrolment({
      organisation: hr.organisation,
      library,
      issuer: openSigningKey(hr.folder, 'issuer', keychain),
      exchangePublicKey: new Uint8Array(32),
      now: NOW.toISOString(),
      people: [],
    })
    const enrolment = readEnrolment(Buffer.from(text))
    expect(enrolment.courses.map(({ id }) => id).sort()).toEqual(['own', 'short'])
    expect(enrolment.scenarios.map(({ id }) => id)).toContain('scam')
    expect(enrolment.media?.map(({ file }) => file)).toEqual([PICTURE])
    hr.close()
  })
})
