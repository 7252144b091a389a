import { createHash } from 'node:crypto'
import { truncateSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signingKeyFrom } from '../../../src/main/keys/signing-key'
import { makeBundle, readBundle, readContent } from '../../../src/main/exchange/bundle-file'
import { openExchangeKey } from '../../../src/main/exchange/sealed-box'
import { checkAuditLog, signAuditLog } from '../../../src/main/audit/audit-log'
import { PersonRecords } from '../../../src/main/store/person-records'
import { checkAttempt, signCanonicalJson } from '../../../src/main/evidence/signed-attempt'
import { KEY, keychain, NOW } from '../helpers'
import { finish, priya, type Installation } from '../installation'
import { accepted, arun, bundlesIn, contents, HR, organisationOf, read, reasons, write } from './helpers'

/** A bundle's content that a liar can change. */
interface Changeable {
  people: unknown[]
  scenarios: { content: string; hash: string }[]
  attempts: {
    signature: string
    document: {
      device: string
      course: string
      scenarioHash: string
      log: { event: string }[]
      score: { earned: number; scoringVersion: number }
    }
  }[]
}

/** Opens a bundle of this device as HR does, so that it can be made again with a change. */
function opened(hr: Installation, bytes: Uint8Array) {
  const bundle = readBundle(bytes, [organisationOf(hr)])
  return { bundle, content: readContent(bundle, openExchangeKey(hr.folder, keychain)) }
}

function remade(
  hr: Installation,
  device: Installation,
  bytes: Uint8Array,
  change: (content: Changeable) => void,
): string {
  const { bundle, content } = opened(hr, bytes)
  change(content as unknown as Changeable)
  const { organisation, device: did, number, madeAt } = bundle
  return makeBundle(
    { organisation, device: did, number, madeAt },
    content,
    openExchangeKey(hr.folder, keychain).publicKey,
    device.deviceKey,
  )
}

describe('a bundle', () => {
  const damages: readonly (readonly [string, string, (text: string) => string])[] = [
    ['torn', 'its first half', (text) => text.slice(0, text.length / 2)],
    ['torn', 'without its last byte', (text) => text.slice(0, -1)],
    ['torn', 'empty', () => ''],
    ['damaged', 'a brace too many', (text) => text.replace('{', '{{')],
    ['not-a-bundle', 'another file', () => '{"type":"something"}\n'],
    ['newer-format', 'a newer format', (text) => text.replace('"format":1', '"format":2')],
    ['altered', 'another number', (text) => text.replace('"number":1', '"number":2')],
    ['altered', 'white space that was not there', (text) => text.replace('"number":1', '"number": 1')],
  ]
  it.each(damages)('that is %s (%s) changes nothing and says why', async (reason, _name, damage) => {
    const { hr, folder, device, close } = await accepted()
    await hr.exchange.look()
    finish(device, priya)
    await device.exchange.look({ all: true })
    const name = bundlesIn(folder)[1]!
    const whole = read(folder, name)
    write(folder, name, damage(whole.toString()))
    const before = contents(hr)
    expect((await hr.exchange.look()).imported).toBe(0)
    expect(reasons(hr)).toEqual([reason])
    expect(contents(hr)).toBe(before)
    write(folder, name, whole)
    expect((await hr.exchange.look({ all: true })).imported).toBe(1)
    close()
  })

  it('with a single other byte is refused', async () => {
    const { hr, folder, device, close } = await accepted()
    await hr.exchange.look()
    finish(device, priya)
    await device.exchange.look({ all: true })
    const whole = read(folder, bundlesIn(folder)[1]!)
    const before = contents(hr)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const flipped = Buffer.from(whole)
        flipped[at] = (flipped[at]! + by) % 256
        write(folder, 'flipped.htlbundle', flipped)
        const [outcome] = await hr.exchange.takeFiles([`${folder}/flipped.htlbundle`])
        expect(['refused', 'waiting']).toContain(outcome?.outcome)
        expect(contents(hr)).toBe(before)
      }),
      { numRuns: 60 },
    )
    close()
  })

  it('larger than any bundle is not read', async () => {
    const { hr, folder, close } = await accepted()
    write(folder, 'huge.htlbundle', '')
    truncateSync(`${folder}/huge.htlbundle`, 65 * 1024 * 1024)
    await hr.exchange.look()
    await hr.exchange.look({ all: true })
    expect(reasons(hr)).toEqual(['too-large'])
    close()
  })

  /** Lies of a device whose owner has its key. */
  const lies: readonly (readonly [string, string, (content: Changeable, device: Installation) => void])[] = [
    [
      'wrong-signature',
      'a better score under the old signature',
      (c) => (c.attempts[0]!.document.score.earned = 2),
    ],
    [
      'wrong-score',
      'a score that its log does not give, signed anew',
      (c, device) => {
        c.attempts[0]!.document.score.earned = 2
        c.attempts[0]!.signature = signCanonicalJson(c.attempts[0]!.document, device.deviceKey)
      },
    ],
    [
      'wrong-score',
      'a decision that the scenario does not offer',
      (c, device) => {
        c.attempts[0]!.document.log[0]!.event = 'report'
        c.attempts[0]!.signature = signCanonicalJson(c.attempts[0]!.document, device.deviceKey)
      },
    ],
    [
      'newer-format',
      'rules of scoring that nobody knows',
      (c, device) => {
        c.attempts[0]!.document.score.scoringVersion = 99
        c.attempts[0]!.signature = signCanonicalJson(c.attempts[0]!.document, device.deviceKey)
      },
    ],
    [
      'unknown-scenario',
      'an easier scenario of its own',
      (c, device) => {
        const easy = c.scenarios[0]!.content.replace('"pass":0.8', '"pass":0.1')
        const hash = createHash('sha256').update(easy).digest('hex')
        c.scenarios[0] = { ...c.scenarios[0]!, content: easy, hash }
        c.attempts[0]!.document.scenarioHash = hash
        c.attempts[0]!.signature = signCanonicalJson(c.attempts[0]!.document, device.deviceKey)
      },
    ],
    ['damaged', 'a scenario that is not what its hash says', (c) => (c.scenarios[0]!.content += ' ')],
    [
      'unknown-course',
      'a course that nobody knows',
      (c, device) => {
        c.attempts[0]!.document.course = 'other'
        c.attempts[0]!.signature = signCanonicalJson(c.attempts[0]!.document, device.deviceKey)
      },
    ],
    ['damaged', 'an attempt of nobody', (c) => (c.people = [])],
    [
      'wrong-signature',
      'an attempt of another device',
      (c) => {
        const key = signingKeyFrom(new Uint8Array(32).fill(9), true)
        c.attempts[0]!.document.device = key.did
        c.attempts[0]!.signature = signCanonicalJson(c.attempts[0]!.document, key)
      },
    ],
  ]
  it.each(lies)('is refused as %s: %s', async (reason, _name, change) => {
    const { hr, folder, device, close } = await accepted()
    await hr.exchange.look()
    finish(device, priya, { good: false })
    await device.exchange.look({ all: true })
    const name = bundlesIn(folder)[1]!
    write(
      folder,
      name,
      remade(hr, device, read(folder, name), (content) => change(content, device)),
    )
    const before = contents(hr)
    await hr.exchange.look()
    expect(reasons(hr)).toEqual([reason])
    expect(contents(hr)).toBe(before)
    close()
  })

  it('with a name that hides something waits until the person was added by hand', async () => {
    const { hr, folder, device, close } = await accepted()
    await hr.exchange.look()
    const id = finish(device, priya)
    await device.exchange.look({ all: true })
    const name = bundlesIn(folder)[1]!
    const hidden = remade(hr, device, read(folder, name), (content) => {
      Object.assign(content.people[0] as object, { name: 'Priya\u200b Raman' })
    })
    write(folder, name, hidden)
    const before = contents(hr)
    await hr.exchange.look()
    expect(reasons(hr)).toEqual(['unusable-name'])
    expect(contents(hr)).toBe(before)
    hr.store.addPerson({ ...priya, id: arun.id }, NOW.toISOString())
    expect((await hr.exchange.look({ all: true })).imported).toBe(1)
    expect(reasons(hr)).toEqual([])
    expect(hr.store.attempt(id)?.personId).toBe(arun.id)
    close()
  })

  it('with a number that belongs to somebody else here is refused until someone has said who it is', async () => {
    const { hr, device, close } = await accepted()
    hr.store.addPerson({ ...arun, number: priya.number }, NOW.toISOString())
    await hr.exchange.look()
    const id = finish(device, priya)
    await device.exchange.look({ all: true })
    const before = contents(hr)
    await hr.exchange.look()
    expect(reasons(hr)).toEqual(['number-clash'])
    expect(contents(hr)).toBe(before)
    const { hash } = hr.exchange.problems()[0]!
    const { clashes } = await hr.exchange.clashes(hash)
    expect(clashes).toEqual([
      { devicePerson: priya.id, number: priya.number, theirName: priya.name, ourName: arun.name },
    ])
    await expect(hr.exchange.settle(hash, priya.id, 'Somebody else', HR.id)).rejects.toMatchObject({
      code: 'stale',
    })
    await hr.exchange.settle(hash, priya.id, arun.name, HR.id)
    expect((await hr.exchange.look()).imported).toBe(1)
    expect(reasons(hr)).toEqual([])
    expect(hr.store.attempt(id)?.personId).toBe(arun.id)
    expect(checkAttempt(hr.db, hr.seals, id)).toEqual({ integrity: 'whole', alteration: null })
    close()
  })

  it('does not bring back somebody who was erased', async () => {
    const { hr, device, close } = await accepted()
    hr.store.addPerson(priya, NOW.toISOString())
    finish(device, priya)
    await device.exchange.look({ all: true })
    const people = new PersonRecords(hr.db, KEY)
    people.erase(priya.id, HR.id, '2026-03-03T09:00:00.000Z')
    await hr.exchange.look()
    expect(contents(hr)).not.toContain(priya.number)
    signAuditLog(hr.db, hr.deviceKey, NOW.toISOString())
    expect(await checkAuditLog(hr.db, [hr.deviceKey.did])).toMatchObject({ whole: true })
    const log = JSON.stringify(hr.db.prepare('SELECT * FROM audit').all())
    expect(log).not.toContain(priya.number)
    expect(log).toContain('bundle-imported')
    close()
  })
})
