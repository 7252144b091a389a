import type { AttemptDocument, Bundle, BundleContent, BundlePerson } from '../../domain/records'
import { tidyName, withVisibleSigns } from '../../domain/records'
import type { CompiledScenario } from '../../domain/run'
import { SCORING_VERSION } from '../../domain/scoring'
import type { Library } from '../library/library'
import { fromScenario } from '../library/library'
import type { Database } from '../store/libsql'
import { addImportedAttempt } from '../store/imported-attempt'
import { attemptRow } from '../store/tables/attempts'
import { audit } from '../store/tables/audit'
import { Bundles, type BundleOutcome } from '../store/tables/bundles'
import { Devices } from '../store/tables/devices'
import { isScenarioKept, keepScenario } from '../store/tables/scenarios'
import { sealRow, type Seals } from '../evidence/seal'
import { canonicalJsonVerifies, playedScenario, scoreFits } from '../evidence/signed-attempt'
import { BundleRefused, readBundle, readContent } from './bundle-file'
import { DevicePeople, usable, type Clash } from '../store/device-people'
import type { ExchangeKey } from './sealed-box'
import { sha256 } from '../sha256'

export interface IncomingParts {
  readonly db: Database
  readonly library: Library
  readonly seals: () => Seals
  readonly exchangeKey: () => ExchangeKey
  /** The organisation's present and earlier `did:key` names. Bundles for any of them may still be on their way. */
  readonly organisations: () => readonly string[]
  readonly now: () => string
  wasErased(number: string, endedAt: string): boolean
  /** Called inside the transaction of the import for each person and course that got new attempts. */
  afterImport(personId: string, course: string, attempts: readonly string[]): void
}

export type Outcome =
  | { readonly outcome: 'imported'; readonly attempts: number }
  | { readonly outcome: 'known' }
  | {
      readonly outcome: 'waiting' | 'refused'
      readonly reason: BundleRefused['reason']
      /** SHA-256 of the file. */
      readonly hash: string
    }

interface Checked {
  readonly document: AttemptDocument
  readonly signature: string
  readonly person: BundlePerson
}

/** Imports bundles of devices, each as a whole or not at all. */
export class Incoming {
  readonly #people: DevicePeople
  readonly #devices: Devices
  readonly #bundles: Bundles

  constructor(private readonly parts: IncomingParts) {
    this.#people = new DevicePeople(parts.db)
    this.#devices = new Devices(parts.db)
    this.#bundles = new Bundles(parts.db)
  }

  /** Looks at one file and imports it if possible. The outcome is stored in `bundles`. */
  take(file: string, bytes: Uint8Array): Outcome {
    const hash = sha256(bytes)
    const known = this.#bundles.outcomeOf(hash)
    if (known === 'imported') return { outcome: 'known' }
    let bundle: Bundle | undefined
    try {
      bundle = readBundle(bytes, this.parts.organisations())
      this.#mustBeOurs(bundle)
      const content = readContent(bundle, this.parts.exchangeKey())
      return { outcome: 'imported', attempts: this.#import(hash, file, bundle, content) }
    } catch (error) {
      if (!(error instanceof BundleRefused)) throw error
      return this.#note(hash, file, error.bundle ?? bundle, error.reason, known)
    }
  }

  /** Notes a file that is too large for a bundle without reading it. */
  tooLarge(file: string, bytes: number): Outcome {
    const hash = sha256(`too large: ${file} ${bytes}`)
    return this.#bundles.outcomeOf(hash)
      ? { outcome: 'known' }
      : this.#note(hash, file, undefined, 'too-large', undefined)
  }

  /**
   * Returns, with names, the people who keep a bundle from being taken. The names are read from the file because they
   * are stored nowhere else.
   */
  clashes(bytes: Uint8Array): { readonly device: string; readonly clashes: readonly Clash[] } {
    const bundle = readBundle(bytes, this.parts.organisations())
    const content = readContent(bundle, this.parts.exchangeKey())
    const clashes = content.people.flatMap((person) => {
      const found = this.#people.find(bundle.device, person)
      return typeof found === 'object' ? [found] : []
    })
    return { device: bundle.device, clashes }
  }

  /** Notes that a person of the device and our person with this number are the same. */
  settle(device: string, { devicePerson, number }: Pick<Clash, 'devicePerson' | 'number'>, by: string): void {
    const { db, now } = this.parts
    db.transaction(() => {
      if (this.#people.settle(device, devicePerson, number)) {
        audit(db, now(), by, 'bundle-people-settled', { device, devicePerson })
      }
    })()
  }

  #mustBeOurs(bundle: Bundle): void {
    const device = this.#devices.one(bundle.device)
    if (device?.revokedAt) throw new BundleRefused('revoked-device', bundle)
    if (device) return
    const { device: asks } = readContent(bundle, this.parts.exchangeKey())
    this.#devices.ask({
      id: bundle.device,
      name: withVisibleSigns(tidyName(asks.name)),
      site: asks.site === null ? null : withVisibleSigns(tidyName(asks.site)),
      seenAt: this.parts.now(),
    })
    throw new BundleRefused('unknown-device', bundle)
  }

  #note(
    hash: string,
    file: string,
    bundle: Bundle | undefined,
    reason: BundleRefused['reason'],
    before: BundleOutcome | undefined,
  ): Outcome {
    const { db, now } = this.parts
    const outcome = reason === 'unknown-device' || reason === 'torn' ? 'waiting' : 'refused'
    const at = now()
    db.transaction(() => {
      const { device = null, number = null } = bundle ?? {}
      this.#bundles.notTaken({ hash, file, device, number, seenAt: at }, outcome, reason)
      if (outcome === 'refused' && before !== 'refused') {
        audit(db, at, null, 'bundle-refused', { sha256: hash, device, number, reason })
      }
    })()
    return { outcome, reason, hash }
  }

  /** Does all checks that are possible before anything is written. */
  #check(bundle: Bundle, content: BundleContent): Checked[] {
    const refused = (reason: BundleRefused['reason']) => new BundleRefused(reason, bundle)
    const scenarios = this.#scenarios(bundle, content)
    const people = new Map(content.people.map((person) => [person.id, person]))
    return content.attempts.flatMap(({ document, signature }): Checked[] => {
      const person = people.get(document.person)
      if (!person) throw refused('damaged')
      if (document.device !== bundle.device || !canonicalJsonVerifies(bundle.device, document, signature)) {
        throw refused('wrong-signature')
      }
      // A newer version of the rules scored this attempt, so its points can't be checked here.
      if (document.score.scoringVersion > SCORING_VERSION) throw refused('newer-format')
      const compiled = scenarios.get(document.scenarioHash)
      if (!compiled) throw refused('unknown-scenario')
      const course = this.parts.library.course(document.course)
      const listed = [
        ...(course?.modules ?? []),
        ...(document.mode === 'practice' ? (course?.practice ?? []) : []),
      ]
      if (!listed.includes(document.scenario)) throw refused('unknown-course')
      const { scenario } = compiled
      const fits =
        scenario.id === document.scenario &&
        scenario.truth === document.truth &&
        fromScenario(scenario).channel === document.channel &&
        (document.mode === 'assessed') === (document.round !== null) &&
        document.startedAt <= document.endedAt &&
        document.log.every((entry, i) => entry.seq === i + 1)
      if (!fits || !scoreFits(compiled, document)) throw refused('wrong-score')
      if (this.parts.wasErased(person.number, document.endedAt)) return []
      const kept = attemptRow(this.parts.db, document.id)
      if (kept && kept.signature !== signature) throw refused('attempt-clash')
      return kept ? [] : [{ document, signature, person }]
    })
  }

  /** Returns the scenarios that HR itself has had. A device could otherwise invent an easy one. */
  #scenarios(bundle: Bundle, content: BundleContent): Map<string, CompiledScenario> {
    const known = new Map<string, CompiledScenario>()
    for (const { hash, id, content: text } of content.scenarios) {
      const compiled = playedScenario(text, hash)
      if (!compiled) throw new BundleRefused('damaged', bundle)
      const current = this.parts.library.scenario(id)
      const issued = isScenarioKept(this.parts.db, hash) || (!('kind' in current) && current.hash === hash)
      if (issued) known.set(hash, compiled)
    }
    return known
  }

  #import(hash: string, file: string, bundle: Bundle, content: BundleContent): number {
    const { db, now } = this.parts
    const at = now()
    const attempts = this.#check(bundle, content)
    db.transaction(() => {
      const people = new Map<string, string>()
      for (const { person } of attempts) {
        if (people.has(person.id)) continue
        const found = this.#people.find(bundle.device, person)
        if (typeof found === 'object') throw new BundleRefused('number-clash', bundle)
        // Nobody is added under a name that hides something. Once HR has added the person, the bundle is taken.
        if (found === undefined && !usable(person)) throw new BundleRefused('unusable-name', bundle)
        people.set(person.id, found ?? this.#people.add(bundle.device, person, content.device.site, at))
      }
      const touched = new Map<string, { person: string; course: string; attempts: string[] }>()
      for (const checked of attempts) {
        const person = people.get(checked.person.id)!
        this.#insert(checked, person, content, at)
        const { course, id } = checked.document
        const group = touched.get(`${person} ${course}`) ?? { person, course, attempts: [] }
        group.attempts.push(id)
        touched.set(`${person} ${course}`, group)
      }
      for (const group of touched.values()) {
        this.parts.afterImport(group.person, group.course, group.attempts)
      }
      const { device, number, madeAt } = bundle
      this.#bundles.taken({ hash, file, device, number, seenAt: at }, attempts.length)
      this.#devices.bundleCame({ id: device, name: content.device.name, site: content.device.site }, madeAt)
      audit(db, at, null, 'bundle-imported', { device, number, attempts: attempts.length })
    })()
    return attempts.length
  }

  #insert({ document, signature }: Checked, person: string, content: BundleContent, at: string): void {
    const { db } = this.parts
    const copy = content.scenarios.find(({ hash }) => hash === document.scenarioHash)!
    keepScenario(db, copy)
    addImportedAttempt(db, document, signature, person, at)
    sealRow(db, this.parts.seals(), document.id)
  }
}
