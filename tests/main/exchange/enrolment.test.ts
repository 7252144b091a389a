import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnrolment } from '../../../src/main/exchange/enrolment'
import { openSigningKey } from '../../../src/main/keys/signing-key'
import { sha256 } from '../../../src/main/sha256'
import { signCanonicalJson } from '../../../src/main/evidence/signed-attempt'
import { at, soundScenario } from '../../fixtures/build'
import { png, wav } from '../../fixtures/media'
import { keychain, NOW, temporaryFolder } from '../helpers'
import { installation, priya, type Installation } from '../installation'
import { arun, deviceOf, hrInstallation, organisationOf, read, setUpFileOf, utf8 } from './helpers'

describe('enrolment', () => {
  it('gives a device the organisation, its courses and settings, and no secret', () => {
    const { hr, folder, file } = hrInstallation()
    const device = deviceOf(file, folder, 'Indore-3', priya)
    expect(device.organisation.settings()).toEqual({ ...hr.organisation.settings(), installation: 'device' })
    expect(device.library.course('short')?.version).toBe('1.2.0')
    expect(device.trusted).toEqual([organisationOf(hr)])
    expect(hr.organisation.settings().installation).toBe('hr')
    for (const secret of ['issuer.key', 'exchange.key', 'seal.key']) {
      const hex = keychain.decryptString(
        Buffer.from(read(hr.folder, secret).toString().slice('wrapped:'.length), 'base64'),
      )
      expect(file).not.toContain(hex)
      expect(file).not.toContain(Buffer.from(hex, 'hex').toString('base64'))
    }
    hr.close()
    device.close()
  })

  it('carries the people when it is asked to', () => {
    const { hr } = hrInstallation()
    hr.store.addPerson(arun, NOW.toISOString())
    const device = installation(priya)
    device.exchange.choose(utf8(setUpFileOf(hr, true)))
    device.exchange.enrol({ name: 'Indore-3', site: null }, null)
    expect(device.store.personByNumber('ind-7')).toMatchObject({
      id: arun.id,
      name: arun.name,
      role: 'trainee',
    })
    expect(device.store.personByNumber('HR-1')).toBeUndefined()
    hr.close()
    device.close()
  })

  it('carries no name that hides something, and takes none', () => {
    const { hr, file } = hrInstallation()
    const device = installation(priya)
    const bad = { ...arun, name: '\u202earuN nurA' }
    hr.store.addPerson(bad, NOW.toISOString())
    expect(() => setUpFileOf(hr, true)).toThrow(arun.number)
    // An older program may have written such a file.
    const { signature: _old, ...rest } = JSON.parse(file) as Record<string, unknown>
    const people = [{ id: bad.id, name: bad.name, number: bad.number, team: null, site: null }]
    const signed = { ...rest, people }
    const signature = signCanonicalJson(signed, openSigningKey(hr.folder, 'issuer', keychain))
    const text = JSON.stringify({ ...signed, signature })
    expect(() => device.exchange.choose(utf8(text))).toThrow('unusable-name')
    hr.close()
    device.close()
  })

  it.each([
    ['damaged', (text: string) => text.slice(0, -40)],
    ['not-an-enrolment', () => '{"type":"hold-the-line/bundle"}'],
    ['newer-format', (text: string) => text.replace('"format":1', '"format":2')],
    ['altered', (text: string) => text.replace('Meridian', 'Meridiam')],
    ['altered', (text: string) => text.replace('"autoLockMinutes":15', '"autoLockMinutes":16')],
  ])('refuses a file that is %s', (reason, change) => {
    const { hr, file } = hrInstallation()
    const device = installation(priya)
    expect(() => device.exchange.choose(utf8(change(file)))).toThrow(reason)
    hr.close()
    device.close()
  })

  it('refuses another organisation, an older file, and HR’s own computer', () => {
    const { hr, folder, file } = hrInstallation()
    const other = hrInstallation()
    const device = deviceOf(file, folder, 'Indore-3', priya)
    const enrol = (who: Installation, text: string) => () => {
      who.exchange.choose(utf8(text))
      who.exchange.enrol({ name: 'X', site: null }, null)
    }
    expect(enrol(device, other.file)).toThrow('other-organisation')
    hr.system.pass(1000)
    const newer = setUpFileOf(hr)
    enrol(device, newer)()
    expect(enrol(device, file)).toThrow('older')
    expect(enrol(other.hr, file)).toThrow('is-hr')
    hr.close()
    other.hr.close()
    device.close()
  })
})

describe('enrolment with pictures and sounds', () => {
  const words = { en: 'A bell rings.', fr: 'Une sonnerie.' }

  /** Makes HR's courses with one scenario that shows a picture and plays a sound. */
  function withMedia(files: Readonly<Record<string, Buffer>>) {
    const { hr } = hrInstallation()
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'courses'))
    mkdirSync(join(folder, 'media'))
    const document = soundScenario()
    const meta = at(document, 'machine', 'states', 'offer', 'meta')
    const beat = (meta['beats'] as object[])[0]!
    meta['beats'] = Object.keys(files).map((file, i) => ({ ...beat, id: `b${i}`, media: { file, words } }))
    writeFileSync(join(folder, 'sound.scenario.json'), JSON.stringify(document))
    const { practice: _left, ...short } = hr.library.course('short')!
    const course = { ...short, modules: ['sound'] }
    writeFileSync(join(folder, 'courses', 'short.course.json'), JSON.stringify(course))
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'media', name), content)
    hr.library.use(folder)
    return { hr, folder, make: () => setUpFileOf(hr) }
  }

  const found = (who: Installation) => {
    const scenario = who.library.scenario('sound')
    if ('kind' in scenario) throw new Error(scenario.issues[0]?.code)
    return scenario
  }

  it('takes the files along, and the scenario is the same on the device', async () => {
    const { hr, make } = withMedia({ 'bell.png': png(), 'bell.wav': wav(1) })
    const device = deviceOf(make(), temporaryFolder(), 'Indore-3', priya)
    expect(found(device).hash).toBe(found(hr).hash)
    expect(await device.library.media('bell.png', sha256(png()))).toEqual(png())
    expect(await device.library.media('bell.wav', sha256(wav(1)))).toEqual(wav(1))
    hr.close()
    device.close()
  })

  it('has no such member where no scenario has media', () => {
    const { hr, file } = hrInstallation()
    expect(JSON.parse(file)).not.toHaveProperty('media')
    hr.close()
  })

  it('is not made with a file that was changed, names that Windows takes for one, or too much', () => {
    const changed = withMedia({ 'bell.png': png() })
    found(changed.hr)
    writeFileSync(join(changed.folder, 'media', 'bell.png'), png(50))
    expect(changed.make).toThrow('was changed or is gone')
    const alike = withMedia({ 'bell.png': png(), 'Bell.png': png(50) })
    expect(alike.make).toThrow('in capitals alone')
    const padded = (i: number) => Buffer.concat([png(i), Buffer.alloc(4_900_000)])
    const much = withMedia(
      Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`b${i}.png`, padded(i + 50)])),
    )
    expect(much.make).toThrow('more than 40 MB')
    for (const { hr } of [changed, alike, much]) hr.close()
  })

  it('is refused when a file in it is missing, another, not what it says, or not needed', () => {
    const { hr, make } = withMedia({ 'bell.png': png() })
    const key = openSigningKey(hr.folder, 'issuer', keychain)
    const { signature: _old, ...made } = JSON.parse(make()) as Record<string, unknown>
    /** The organisation has signed it, so it can only be refused because of the files. */
    const signed = (media: object[] | undefined) => {
      const { media: _own, ...rest } = made
      const document = media ? { ...rest, media } : rest
      return JSON.stringify({ ...document, signature: signCanonicalJson(document, key) })
    }
    const entry = (file: string, content: Buffer) => ({ file, content: content.toString('base64') })
    const right = entry('bell.png', png())
    expect(readEnrolment(utf8(signed([right]))).media).toEqual([right])
    for (const media of [
      undefined,
      [],
      [entry('bell.png', png(50))],
      [entry('bell.png', wav(1))],
      [right, entry('other.png', png())],
      [right, right],
    ]) {
      expect(() => readEnrolment(utf8(signed(media)))).toThrow('media-unusable')
    }
    expect(() => readEnrolment(utf8(signed([entry('../bell.png', png())])))).toThrow('damaged')
    expect(() => readEnrolment(utf8(make().replace('iVBOR', 'iVBOS')))).toThrow('altered')
    hr.close()
  })
})
