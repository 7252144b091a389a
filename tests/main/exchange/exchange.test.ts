import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkAttempt } from '../../../src/main/evidence/signed-attempt'
import { NOW } from '../helpers'
import { finish, priya } from '../installation'
import { accepted, bundlesIn, contents, deviceOf, HR, hrInstallation, read, reasons, write } from './helpers'

describe('a bundle', () => {
  it('brings attempts with their logs to HR, once, and the standing follows', async () => {
    const { hr, folder, device, close } = await accepted()
    const id = finish(device, priya)
    await device.exchange.look({ all: true })
    expect(bundlesIn(folder)).toHaveLength(2)
    expect((await hr.exchange.look()).imported).toBe(2)
    expect(hr.store.log(id)).toEqual(device.store.log(id))
    expect(checkAttempt(hr.db, hr.seals, id)).toEqual({ integrity: 'whole', alteration: null })
    const person = hr.store.personByNumber(priya.number)!
    expect(
      hr.db.prepare('SELECT status, passed_at, hits FROM standings WHERE person_id = ?').get(person.id),
    ).toMatchObject({ status: 'complete', hits: 1 })
    const before = contents(hr)
    expect((await hr.exchange.look({ all: true })).imported).toBe(0)
    expect(contents(hr)).toBe(before)
    expect(hr.exchange.devices()).toMatchObject([
      { name: 'Indore-3', site: 'Indore', latest: 1, missing: [], missingInAll: 0 },
    ])
    close()
  })

  it('lies encrypted: neither names nor numbers nor answers can be read beside HR', async () => {
    const { folder, device, close } = await accepted()
    finish(device, priya)
    await device.exchange.look({ all: true })
    const text = read(folder, bundlesIn(folder)[1]!).toString()
    for (const word of [priya.name, priya.number, 'Indore', 'report', 'short'])
      expect(text).not.toContain(word)
    close()
  })

  it('waits on the device until it is due, and survives a folder that is away for weeks', async () => {
    const { hr, folder, device, close } = await accepted()
    device.exchange.setFolder(`${folder}/away`)
    finish(device, priya)
    expect((await device.exchange.look()).problem).toBe('ENOENT')
    device.system.pass(21 * 86_400_000)
    finish(device, priya, { mode: 'practice' })
    await device.exchange.look()
    device.exchange.setFolder(folder)
    expect((await device.exchange.look()).written).toBeGreaterThan(0)
    await hr.exchange.look()
    expect(hr.db.prepare('SELECT count(*) AS n FROM attempts').get()).toMatchObject({ n: 2 })
    expect(device.exchange.outgoing.waiting().attempts).toBe(0)
    close()
  })

  it('is written at the next start when the program died after its number was given', async () => {
    const { hr, device, close } = await accepted()
    finish(device, priya)
    device.exchange.outgoing.gather(NOW.toISOString())
    await device.exchange.look()
    expect((await hr.exchange.look()).imported).toBe(2)
    close()
  })

  it('shows a gap, and the gap closes when the bundle comes late', async () => {
    const { hr, folder, device, close } = await accepted()
    for (const mode of ['assessed', 'practice', 'practice'] as const) {
      finish(device, priya, { mode })
      await device.exchange.look({ all: true })
    }
    const [, first, second] = bundlesIn(folder)
    const late = [first!, second!].map((name) => [name, read(folder, name)] as const)
    for (const [name] of late) rmSync(`${folder}/${name}`)
    await hr.exchange.look()
    expect(hr.exchange.devices()).toMatchObject([{ latest: 3, missing: [1, 2], missingInAll: 2 }])
    for (const [name, bytes] of late) write(folder, name, bytes)
    await hr.exchange.look()
    expect(hr.exchange.devices()).toMatchObject([{ latest: 3, missing: [], missingInAll: 0 }])
    close()
  })

  it('of a device that nobody has accepted waits, and comes in once it is', async () => {
    const { hr, folder, file } = hrInstallation()
    const device = deviceOf(file, folder, 'Indore-3', priya)
    finish(device, priya)
    await device.exchange.look({ all: true })
    expect((await hr.exchange.look()).imported).toBe(0)
    expect(hr.exchange.requests()).toMatchObject([{ name: 'Indore-3', site: 'Indore' }])
    expect(contents(hr)).not.toContain(priya.number)
    hr.exchange.refuse(device.deviceKey.did, HR.id)
    expect(hr.exchange.requests()).toEqual([])
    await hr.exchange.look({ all: true })
    expect(hr.exchange.requests()).toHaveLength(1)
    hr.exchange.accept(device.deviceKey.did, HR.id)
    expect((await hr.exchange.look()).imported).toBe(2)
    hr.close()
    device.close()
  })

  it('of a revoked device is refused, and what was taken before stays', async () => {
    const { hr, device, close } = await accepted()
    finish(device, priya)
    await device.exchange.look({ all: true })
    await hr.exchange.look()
    const before = contents(hr)
    hr.exchange.revoke(device.deviceKey.did, HR.id)
    finish(device, priya, { mode: 'practice' })
    await device.exchange.look({ all: true })
    await hr.exchange.look()
    expect(reasons(hr)).toEqual(['revoked-device'])
    expect(contents(hr)).toBe(before)
    hr.exchange.accept(device.deviceKey.did, HR.id)
    expect((await hr.exchange.look()).imported).toBe(1)
    expect(reasons(hr)).toEqual([])
    close()
  })

  it('for another organisation is refused', async () => {
    const { hr, folder, close } = await accepted()
    const other = await accepted()
    write(folder, 'other-0000000.htlbundle', read(other.folder, bundlesIn(other.folder)[0]!))
    await hr.exchange.look()
    expect(reasons(hr)).toEqual(['other-organisation'])
    close()
    other.close()
  })
})
