import { cpSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bundle } from '../../../src/domain/records'
import { NOW, temporaryFolder } from '../helpers'
import { finish, installation, priya, type Installation } from '../installation'
import {
  accepted,
  arun,
  bundlesIn,
  contents,
  deviceOf,
  HR,
  organisationOf,
  read,
  setUpFileOf,
  write,
} from './helpers'

describe('bundles', () => {
  it('any sequence of whole, damaged and repeated ones in any order leaves what the whole ones leave once', async () => {
    const { hr, folder, file, device } = await accepted()
    const second = deviceOf(file, folder, 'Indore-4', arun)
    const stranger = deviceOf(file, folder, 'Elsewhere', arun)
    second.store.addPerson(priya, NOW.toISOString())
    await second.exchange.look()
    for (const good of [true, false]) {
      finish(device, priya, { mode: good ? 'assessed' : 'practice', good })
      finish(second, arun.number === 'IND-9' ? arun : { ...arun, number: 'IND-9' }, {
        mode: 'practice',
        good,
      })
      finish(second, priya, { mode: 'practice', good })
      await device.exchange.look({ all: true })
      await second.exchange.look({ all: true })
    }
    finish(stranger, arun)
    await stranger.exchange.look({ all: true })
    const files = bundlesIn(folder).map((name) => read(folder, name))
    const enrolment = JSON.parse(file) as { organisation: { did: string } }
    const isStranger = (bytes: Buffer) =>
      (JSON.parse(bytes.toString()) as Bundle).device === stranger.deviceKey.did
    const whole = files.filter((bytes) => !isStranger(bytes))
    expect(whole).toHaveLength(6)
    expect(enrolment.organisation.did).toBe(organisationOf(hr))

    /** Makes HR's installation as it is before any bundle came: the same keys and a new database. */
    const fresh = async () => {
      const copy = installation(HR)
      for (const key of ['issuer.key', 'exchange.key']) cpSync(`${hr.folder}/${key}`, `${copy.folder}/${key}`)
      setUpFileOf(copy)
      const put = copy.db.prepare('INSERT INTO device_requests (id, name, seen_at) VALUES (?, ?, ?)')
      for (const { deviceKey } of [device, second]) {
        put.run(deviceKey.did, 'X', NOW.toISOString())
        copy.exchange.accept(deviceKey.did, HR.id)
      }
      return copy
    }
    const take = async (copy: Installation, list: readonly Buffer[]) => {
      const place = temporaryFolder()
      for (const [i, bytes] of list.entries()) write(place, `${i}.htlbundle`, bytes)
      await copy.exchange.takeFiles(list.map((_bytes, i) => `${place}/${i}.htlbundle`))
    }
    const once = await fresh()
    await take(once, whole)
    const wanted = contents(once)
    expect(JSON.parse(wanted)[1]).toHaveLength(6)
    const damaged = fc
      .tuple(
        fc.constantFrom(...files),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.constantFrom('cut', 'flip'),
      )
      .map(([bytes, at, how]) => {
        const place = Math.floor(at * bytes.length)
        if (how === 'cut') return bytes.subarray(0, place)
        const copy = Buffer.from(bytes)
        copy[place] = copy[place]! ^ 1
        return copy
      })
    const rest = fc.array(fc.oneof(damaged, fc.constantFrom(...files)), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(
        rest.chain((more) =>
          fc.shuffledSubarray([...whole, ...more], { minLength: whole.length + more.length }),
        ),
        async (list) => {
          const copy = await fresh()
          await take(copy, list)
          expect(contents(copy)).toBe(wanted)
          copy.close()
        },
      ),
      { numRuns: 15 },
    )
    for (const one of [hr, device, second, stranger, once]) one.close()
  })
})
