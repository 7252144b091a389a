import { access, readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { mayChange, type Enrolment } from '../../domain/records'
import type { SigningKey } from '../keys/signing-key'
import type { Library } from '../library/library'
import type { OrganisationStore } from '../people/organisation'
import { audit } from '../store/tables/audit'
import type { FileEntry } from '../store/recorded-file'
import { readSetting, writeSetting } from '../store/tables/settings'
import { Refused } from '../refused'
import { LARGEST_BUNDLE } from './bundle-file'
import { codeOf, deviceState, makeEnrolment, readEnrolment, takeEnrolment } from './enrolment'
import { Incoming, type IncomingParts, type Outcome } from './incoming'
import { BUNDLE_SUFFIX, Outgoing } from './outgoing'
import { usable, type Clash } from '../store/device-people'
import { Bundles } from '../store/tables/bundles'
import { Devices } from '../store/tables/devices'
import { traineesHere } from '../store/tables/people'
import { keepScenario } from '../store/tables/scenarios'
import { markOf, TakenFiles } from '../store/tables/taken-files'

export interface ExchangeParts extends IncomingParts {
  readonly dataFolder: string
  readonly organisationStore: OrganisationStore
  readonly issuerKey: () => SigningKey
  readonly deviceKey: () => SigningKey
  /** Accepts certificates of this issuer from now on. */
  trustIssuer(did: string): void
  /** Called when this computer has taken the courses of its organisation. */
  coursesChanged(library: Library): void
  /** Called when the folder was looked at and files may have come or gone. */
  looked?(): void
}

const FOLDER = 'exchange-folder'
const LAST_SET_UP_FILE = 'exchange-set-up-file-made'
/** A bundle is made when its first attempt is this old, so that a shift makes a few bundles and not hundreds. */
const GATHER_AFTER_MS = 15 * 60_000

export interface Look {
  readonly at: string
  /** The system's code, if the folder could not be read or written. */
  readonly problem: string | null
  readonly imported: number
  readonly written: number
}

/** Exchanges records between computers: as HR's installation, as a device, or not at all. */
export class Exchange {
  readonly outgoing: Outgoing
  readonly #incoming: Incoming
  readonly #taken: TakenFiles
  readonly #devices: Devices
  readonly #bundles: Bundles
  /** For files that were looked at and did not change since, a mark of how they looked. */
  readonly #seen = new Map<string, string>()
  /** Paths of the files that were not taken, by hash, for the person who settles them. */
  readonly #paths = new Map<string, string>()
  #stopped = false
  #chosen: Enrolment | undefined
  #lastLook: Look | undefined
  #looking: Promise<Look> | undefined

  constructor(private readonly parts: ExchangeParts) {
    this.outgoing = new Outgoing(parts.db, parts.deviceKey)
    this.#incoming = new Incoming(parts)
    this.#taken = new TakenFiles(parts.db)
    this.#devices = new Devices(parts.db)
    this.#bundles = new Bundles(parts.db)
  }

  role(): 'alone' | 'hr' | 'device' {
    return this.parts.organisationStore.settings().installation
  }

  folder(): string | undefined {
    return readSetting(this.parts.db, FOLDER)
  }

  lastLook(): Look | undefined {
    return this.#lastLook
  }

  chosen(): Enrolment | undefined {
    return this.#chosen
  }

  /**
   * Keeps the chosen file until the computer's name is known, too.
   * @throws EnrolmentRefused
   */
  choose(bytes: Uint8Array): Enrolment {
    this.#chosen = undefined
    this.#chosen = readEnrolment(bytes)
    return this.#chosen
  }

  /**
   * Makes this installation a device, completely or not at all.
   * @throws EnrolmentRefused, or Refused when no file was chosen
   */
  enrol(computer: { name: string; site: string | null }, by: string | null): void {
    const { db, dataFolder, organisationStore: organisation, library, now } = this.parts
    const chosen = this.#chosen
    if (!chosen) throw new Refused('not-found', 'Choose the set-up file first.')
    takeEnrolment(chosen, computer, {
      db,
      dataFolder,
      organisation,
      library,
      now: now(),
      by,
      alongside: () => {
        const detail = { organisation: chosen.organisation.did, device: this.parts.deviceKey().did }
        audit(db, now(), by, 'enrolled', detail)
        // Bundle number 0 tells HR which computer asks. It is written again, because the name may have changed.
        if (this.outgoing.latest()) this.outgoing.forgetWritten()
        this.parts.trustIssuer(chosen.organisation.did)
      },
    })
    this.#chosen = undefined
    this.parts.coursesChanged(library)
  }

  /**
   * Makes the set-up file. Only by this an installation becomes HR's.
   * @param save writes the file and its audit entry together
   */
  makeEnrolment(withPeople: boolean, by: string, save: (text: string, entry: FileEntry) => void): void {
    const { db, organisationStore: organisation, library, issuerKey, exchangeKey, now } = this.parts
    if (this.role() === 'device') throw new Refused('not-allowed', 'A device can’t make this file.')
    const people = withPeople ? traineesHere(db) : []
    const unusable = people.filter((person) => !usable(person))
    if (unusable.length > 0) {
      const who = unusable.slice(0, 5).map(({ number }) => number)
      throw new Refused('unusable-name', `Names, teams or sites that can’t be used: ${who.join(', ')}.`)
    }
    const at = now()
    // Devices only take a newer file. If the last one was made while the clock was ahead, this one still has to be
    // newer.
    const before = readSetting(db, LAST_SET_UP_FILE) ?? ''
    const madeAt = at > before ? at : new Date(Date.parse(before) + 1).toISOString()
    const { enrolment, text } = makeEnrolment({
      organisation,
      library,
      issuer: issuerKey(),
      exchangePublicKey: exchangeKey().publicKey,
      now: madeAt,
      people,
    })
    const alongside = () => {
      // Devices send back results of exactly these scenarios. They are kept, whatever the library holds by then.
      for (const scenario of enrolment.scenarios) keepScenario(db, scenario)
      writeSetting(db, LAST_SET_UP_FILE, madeAt)
      if (this.role() === 'alone') organisation.change({ installation: 'hr' }, at, by)
    }
    const detail = { people: people.length, scenarios: enrolment.scenarios.length }
    try {
      save(text, { act: 'enrolment-made', at, by, detail, alongside })
    } catch (error) {
      organisation.takenBack()
      throw error
    }
  }

  setFolder(folder: string): void {
    writeSetting(this.parts.db, FOLDER, folder)
    this.#seen.clear()
  }

  /** Accepts a device after somebody at HR has compared the code. */
  accept(id: string, by: string): void {
    const { db, now } = this.parts
    // A device that was revoked by mistake no longer asks, but it is known and can be accepted again.
    const revoked = this.#devices.one(id)
    const asks = this.#devices.request(id) ?? (revoked?.revokedAt ? revoked : undefined)
    if (!asks) throw new Refused('not-found', 'No such computer asks to be taken.')
    db.transaction(() => {
      this.#devices.accept(asks, now(), by)
      audit(db, now(), by, 'device-accepted', { device: id })
    })()
    this.#seen.clear()
  }

  /** Refuses a computer. It does not appear in the list again until somebody looks again by hand. */
  refuse(id: string, by: string): void {
    const { db, now } = this.parts
    db.transaction(() => {
      this.#devices.refuse(id, now())
      audit(db, now(), by, 'device-refused', { device: id })
    })()
  }

  /** Revokes a device. Its bundles are no longer taken; records that were taken stay. */
  revoke(id: string, by: string): void {
    const { db, now } = this.parts
    db.transaction(() => {
      this.#devices.revoke(id, now())
      audit(db, now(), by, 'device-revoked', { device: id })
    })()
  }

  /** Returns the people whose numbers keep a bundle of the folder from being taken. */
  async clashes(hash: string): Promise<{ device: string; clashes: readonly Clash[] }> {
    const path = this.#paths.get(hash)
    if (path === undefined) throw new Refused('not-found', 'Put the file into the folder again.')
    return this.#incoming.clashes(await readFile(path))
  }

  /**
   * Decides that the device's person is ours.
   * @param ourName the name in the question on screen; refused as `stale` if somebody else has the number by now
   */
  async settle(hash: string, devicePerson: string, ourName: string, by: string): Promise<void> {
    const { device, clashes } = await this.clashes(hash)
    const clash = clashes.find((one) => one.devicePerson === devicePerson)
    if (!clash) throw new Refused('not-found', 'Nobody stands in the way any more.')
    if (clash.ourName !== ourName) throw new Refused('stale', 'Somebody else has this number now.')
    this.#incoming.settle(device, clash, by)
    this.#seen.clear()
  }

  /**
   * Looks at the folder once. A device writes its waiting bundles; HR takes the bundles that are there.
   * @param options `all`: a device also sends attempts that are not old enough yet, and HR looks at every file again
   */
  look(options: { readonly all?: boolean } = {}): Promise<Look> {
    if (this.#stopped)
      return Promise.resolve({ at: this.parts.now(), problem: null, imported: 0, written: 0 })
    this.#looking ??= this.#look(options.all ?? false).finally(() => (this.#looking = undefined))
    return this.#looking
  }

  /** Waits for the present file. The others are looked at after the next start. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#looking
  }

  async #look(all: boolean): Promise<Look> {
    const folder = this.folder()
    const at = this.parts.now()
    let look: Look = { at, problem: null, imported: 0, written: 0 }
    if (folder === undefined || this.role() === 'alone') return look
    try {
      if (this.role() === 'device') look = { ...look, written: await this.#send(folder, all) }
      else look = { ...look, imported: await this.#receive(folder, all) }
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === undefined) throw error
      look = { ...look, problem: code }
    }
    this.#lastLook = look
    this.parts.looked?.()
    return look
  }

  async #send(folder: string, all: boolean): Promise<number> {
    const device = deviceState(this.parts.db)
    if (!device) return 0
    const now = this.parts.now()
    const { since } = this.outgoing.waiting()
    // An attempt may end in the future if the clock was ahead. It is not kept waiting until then.
    const due = since !== null && Math.abs(Date.parse(now) - Date.parse(since)) >= GATHER_AFTER_MS
    if (all || due || !this.outgoing.latest()) this.outgoing.gather(now)
    // A missing folder is not made: if a drive is not connected, a new folder of its name would swallow the bundles.
    await access(folder)
    return this.outgoing.write(folder, device, now)
  }

  async #receive(folder: string, again: boolean): Promise<number> {
    if (again) {
      this.#seen.clear()
      this.#devices.forgetRefusals()
    }
    let imported = 0
    const names = (await readdir(folder)).filter((name) => name.endsWith(BUNDLE_SUFFIX)).sort()
    for (const name of names) {
      if (this.#stopped) break
      const outcome = await this.#receiveFile(folder, name, again)
      if (outcome?.outcome === 'imported') imported += 1
    }
    return imported
  }

  async #receiveFile(folder: string, name: string, again: boolean): Promise<Outcome | undefined> {
    const path = join(folder, name)
    try {
      const mark = await markOf(path)
      if (this.#seen.get(path) === mark.text) return undefined
      if (!again && this.#taken.has(path, mark)) return undefined
      const outcome = await this.#take(path, mark.size)
      const taken = outcome.outcome === 'imported' || outcome.outcome === 'known'
      if (taken) await this.#taken.add(path, mark, this.parts.now())
      this.#seen.set(path, mark.text)
      return outcome
    } catch (error) {
      // A file that is locked or gone is looked at again next time.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error
      return undefined
    }
  }

  async #take(path: string, size: number): Promise<Outcome> {
    const name = basename(path)
    if (size > LARGEST_BUNDLE) return this.#incoming.tooLarge(name, size)
    const outcome = this.#incoming.take(name, await readFile(path))
    if ('reason' in outcome) this.#paths.set(outcome.hash, path)
    return outcome
  }

  /** Takes bundles that somebody brought and chose by hand. */
  async takeFiles(paths: readonly string[]): Promise<Outcome[]> {
    if (this.role() !== 'hr') throw new Refused('not-allowed', 'Only HR’s installation takes bundles.')
    const outcomes: Outcome[] = []
    for (const path of paths) outcomes.push(await this.#take(path, (await stat(path)).size))
    return outcomes
  }

  /** Returns HR's list of devices, each with the numbers of its missing bundles. */
  devices() {
    const numbers = this.#bundles.takenNumbers()
    return this.#devices.all().map((device) => ({
      ...device,
      code: codeOf(device.id),
      ...gaps(numbers.get(device.id) ?? []),
    }))
  }

  requests() {
    return this.#devices.requests().map((request) => ({ ...request, code: codeOf(request.id) }))
  }

  /** Returns the bundles that were not taken, newest first. */
  problems() {
    return this.#bundles.problems().map(({ hash, file, deviceName: device, number, seenAt, reason }) => ({
      hash,
      file,
      device,
      number,
      seenAt,
      reason,
      mayChange: mayChange(reason),
    }))
  }
}

const MOST_GAPS = 20

/** @param numbers the numbers that came, ascending */
function gaps(numbers: readonly number[]): {
  latest: number | null
  missing: number[]
  missingInAll: number
} {
  const missing: number[] = []
  let missingInAll = 0
  let expected = 0
  for (const number of numbers) {
    missingInAll += number - expected
    for (; expected < number; expected++) if (missing.length < MOST_GAPS) missing.push(expected)
    expected = number + 1
  }
  return { latest: numbers[numbers.length - 1] ?? null, missing, missingInAll }
}
