/** Opens documents on computers whose clocks are an hour apart. */
import { readdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LEASE_MS, Leases } from '../../../src/main/studio/lease'
import { NOW, temporaryFolder } from '../helpers'
import { draftsOn, scam, scamText } from './folder'

const HOUR = 3_600_000

/** Makes three computers on one folder: one whose clock is right, and two that are an hour late and an hour early. */
async function computers() {
  const root = temporaryFolder()
  const at = (ms: number) => draftsOn(root, () => new Date(Date.now() + ms)).drafts
  const [right, late, early] = [at(0), at(-HOUR), at(HOUR)]
  await right.create(scam, scamText(), { by: 'Ana Sol' })
  return { right, late, early, newcomers: [at(-HOUR), at(HOUR)], folder: draftsOn(root).paths.editing(scam) }
}
type Drafts = Awaited<ReturnType<typeof computers>>['right']

const age = (folder: string, ms: number) => {
  for (const name of readdirSync(folder)) {
    const time = new Date(statSync(join(folder, name)).mtimeMs - ms)
    utimesSync(join(folder, name), time, time)
  }
}

/** Makes the leases that two starts of the program see in one folder, with a stopwatch of the test. */
async function leases() {
  const folder = temporaryFolder()
  const watch = { ms: 0 }
  const [holder, other] = ['a', 'b'].map((session) => new Leases(session, () => watch.ms)) as [Leases, Leases]
  /** Renews the lease, whose file then has the time of a clock that is wrong by so much. */
  const renew = async (wrong: number) => {
    await holder.keep(folder, { who: 'Ana Sol', computer: 'a', since: NOW.toISOString() })
    age(folder, -wrong)
  }
  const pass = async (ms: number) => {
    watch.ms += ms
    return (await other.whoEdits(folder))?.who ?? null
  }
  return { folder, holder, renew, pass }
}

describe('who has a document open', () => {
  const pairs = ['right', 'late', 'early'].flatMap((holder) =>
    ['right', 'late', 'early'].filter((other) => other !== holder).map((other) => [holder, other] as const),
  )
  it.each(pairs)('is seen from a computer whose clock differs: %s, seen by %s', async (holder, other) => {
    const all = await computers()
    const [one, two] = [all[holder as 'right'], all[other as 'right']] as [Drafts, Drafts]
    await one.open(scam, 'Ana Sol')
    expect(await two.presence.others(scam)).toMatchObject({ who: 'Ana Sol' })
    expect(readdirSync(all.folder)).toEqual([`${one.session}.json`])
    age(all.folder, LEASE_MS + 10_000)
    await one.presence.renew()
    expect(await two.presence.others(scam)).toMatchObject({ who: 'Ana Sol' })
    // The computer loses its power, and renews nothing any more.
    age(all.folder, LEASE_MS + 10_000)
    for (const newcomer of all.newcomers) expect(await newcomer.presence.others(scam)).toBeNull()
    await one.presence.renew()
    await one.close(scam)
    expect(await two.presence.others(scam)).toBeNull()
  })

  it.each([-HOUR, HOUR])(
    'holds in a synchronised folder while it is renewed, by a clock %d ms wrong',
    async (wrong) => {
      const { renew, pass } = await leases()
      await renew(wrong)
      await pass(0)
      for (let i = 0; i < 6; i += 1) {
        await renew(wrong + i * 30_000)
        expect(await pass(30_000)).toBe('Ana Sol')
      }
      expect(await pass(LEASE_MS + 1)).toBeNull()
    },
  )

  it('is nobody where a lease was left behind, and is not asked of a clock that jumps', async () => {
    const { renew, pass, holder, folder } = await leases()
    await renew(-HOUR)
    expect(await pass(0)).toBeNull()
    await renew(0)
    expect(await pass(0)).toBe('Ana Sol')
    await holder.end(folder)
    expect(await pass(0)).toBeNull()
  })
})
