import { createHash } from 'node:crypto'
import type { AttemptDocument, Bundle, BundleContent, BundlePerson } from '../../domain/records'
import { logText, tidyName, withVisibleSigns } from '../../domain/records'
import type { CompiledScenario } from '../../domain/run'
import { SCORING_VERSION } from '../../domain/scoring'
import type { Library } from '../library/library'
import { fromScenario } from '../library/library'
import { audit, sha256 } from '../store/tables/audit'
import type { Database } from '../store/libsql'
import { sealRow, type Seals } from '../evidence/seal'
import { canonicalJsonVerifies, playedScenario, scoreFits } from '../evidence/signed-attempt'
import { BundleRefused, readBundle, readContent } from './bundle-file'
import { DevicePeople, usable, type Clash } from '../store/device-people'
import type { ExchangeKey } from './sealed-box'

export interface IncomingParts {
  readonly db: Database
  readonly library: Library
  readonly seals: () => Seals
  readonly exchangeKey: () => ExchangeKey
  /** The organisation's `did:key`, and those of its earlier keys: for all of them bundles may be on their way. */
  readonly organisations: () => readonly string[]
  readonly now: () => string
  wasErased(number: string, endedAt: string): boolean
  /** Runs inside the transaction of the import for each person and course that got new attempts. */
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

/** Takes bundles of devices into the records: each wholly or not at all. */
export class Incoming {
  readonly #people: DevicePeople

  constructor(private readonly parts: IncomingParts) {
    this.#people = new DevicePeople(parts.db)
  }

  /** Looks at one file and takes it if it can be taken. What became of it stands in `bundles`. */
  take(file: string, bytes: Uint8Array): Outcome {
    const { db } = this.parts
    const hash = createHash('sha256').update(bytes).digest('hex')
    const known = db.prepare('SELECT outcome FROM bundles WHERE hash = ?').get<{ outcome: string }>(hash)
    if (known?.outcome === 'imported') return { outcome: 'known' }
    let bundle: Bundle | undefined
    try {
      bundle = readBundle(bytes, this.parts.organisations())
      this.#mustBeOurs(bundle)
      const content = readContent(bundle, this.parts.exchangeKey())
      return { outcome: 'imported', attempts: this.#import(hash, file, bundle, content) }
    } catch (error) {
      if (!(error instanceof BundleRefused)) throw error
      return this.#note(hash, file, error.bundle ?? bundle, error.reason, known?.outcome)
    }
  }

  /** A file that is larger than any bundle is not even read. */
  tooLarge(file: string, bytes: number): Outcome {
    const hash = createHash('sha256').update(`too large: ${file} ${bytes}`).digest('hex')
    const known = this.parts.db
      .prepare('SELECT outcome FROM bundles WHERE hash = ?')
      .get<{ outcome: string }>(hash)
    return known ? { outcome: 'known' } : this.#note(hash, file, undefined, 'too-large', undefined)
  }

  /** Who stands in the way of a bundle, by name: read from the file, for names are kept nowhere else. */
  clashes(bytes: Uint8Array): { readonly device: string; readonly clashes: readonly Clash[] } {
    const bundle = readBundle(bytes, this.parts.organisations())
    const content = readContent(bundle, this.parts.exchangeKey())
    const clashes = content.people.flatMap((person) => {
      const found = this.#people.find(bundle.device, person)
      return typeof found === 'object' ? [found] : []
    })
    return { device: bundle.device, clashes }
  }

  /** The device's person and ours under this number are the same. */
  settle(device: string, { devicePerson, number }: Pick<Clash, 'devicePerson' | 'number'>, by: string): void {
    const { db, now } = this.parts
    db.transaction(() => {
      if (this.#people.settle(device, devicePerson, number)) {
        audit(db, now(), by, 'bundle-people-settled', { device, devicePerson })
      }
    })()
  }

  #mustBeOurs(bundle: Bundle): void {
    const { db, now } = this.parts
    const device = db
      .prepare('SELECT revoked_at FROM devices WHERE id = ?')
      .get<{ revoked_at: string | null }>(bundle.device)
    if (device?.revoked_at) throw new BundleRefused('revoked-device', bundle)
    if (device) return
    const { device: asks } = readContent(bundle, this.parts.exchangeKey())
    db.prepare(
      `INSERT INTO device_requests (id, name, site, seen_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, site = excluded.site`,
    ).run(
      bundle.device,
      withVisibleSigns(tidyName(asks.name)),
      asks.site === null ? null : withVisibleSigns(tidyName(asks.site)),
      now(),
    )
    throw new BundleRefused('unknown-device', bundle)
  }

  #note(
    hash: string,
    file: string,
    bundle: Bundle | undefined,
    reason: BundleRefused['reason'],
    before: string | undefined,
  ): Outcome {
    const { db, now } = this.parts
    const outcome = reason === 'unknown-device' || reason === 'torn' ? 'waiting' : 'refused'
    const at = now()
    db.transaction(() => {
      // A file that grows while it is copied leaves one line, not one for each look at it.
      db.prepare("DELETE FROM bundles WHERE file = ? AND reason = 'torn' AND hash <> ?").run(file, hash)
      db.prepare(
        `INSERT INTO bundles (hash, device_id, number, file, seen_at, outcome, reason) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (hash) DO UPDATE SET outcome = excluded.outcome, reason = excluded.reason`,
      ).run(hash, bundle?.device ?? null, bundle?.number ?? null, file, at, outcome, reason)
      if (outcome === 'refused' && before !== 'refused') {
        audit(db, at, null, 'bundle-refused', {
          sha256: hash,
          device: bundle?.device ?? null,
          number: bundle?.number ?? null,
          reason,
        })
      }
    })()
    return { outcome, reason, hash }
  }

  /** Everything that can be found out before anything is written. */
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
      // Points by later rules can't be counted again here.
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
      const kept = this.parts.db
        .prepare('SELECT signature FROM attempts WHERE id = ?')
        .get<{ signature: string | null }>(document.id)
      if (kept && kept.signature !== signature) throw refused('attempt-clash')
      return kept ? [] : [{ document, signature, person }]
    })
  }

  /** Only scenarios that HR itself has had are taken: a device could write itself an easy one. */
  #scenarios(bundle: Bundle, content: BundleContent): Map<string, CompiledScenario> {
    const ours = this.parts.db.prepare('SELECT 1 FROM scenarios WHERE hash = ?')
    const known = new Map<string, CompiledScenario>()
    for (const { hash, id, content: text } of content.scenarios) {
      const compiled = playedScenario(text, hash)
      if (!compiled) throw new BundleRefused('damaged', bundle)
      const current = this.parts.library.scenario(id)
      const issued = ours.get(hash) !== undefined || (!('kind' in current) && current.hash === hash)
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
        // Nobody comes in under a name that hides something; once they are on the list, the bundle is taken.
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
      db.prepare('DELETE FROM bundles WHERE file = ? AND hash <> ? AND reason = ?').run(file, hash, 'torn')
      db.prepare(
        `INSERT INTO bundles (hash, device_id, number, file, seen_at, outcome, attempts) VALUES (?, ?, ?, ?, ?, 'imported', ?)
         ON CONFLICT (hash) DO UPDATE SET outcome = 'imported', reason = NULL, seen_at = excluded.seen_at,
           attempts = excluded.attempts`,
      ).run(hash, bundle.device, bundle.number, file, at, attempts.length)
      db.prepare(
        `UPDATE devices SET last_bundle_at = ?, name = ?, site = ?
         WHERE id = ? AND (last_bundle_at IS NULL OR last_bundle_at <= ?)`,
      ).run(bundle.madeAt, content.device.name, content.device.site, bundle.device, bundle.madeAt)
      audit(db, at, null, 'bundle-imported', {
        device: bundle.device,
        number: bundle.number,
        attempts: attempts.length,
      })
    })()
    return attempts.length
  }

  #insert({ document, signature }: Checked, person: string, content: BundleContent, at: string): void {
    const { db } = this.parts
    const copy = content.scenarios.find(({ hash }) => hash === document.scenarioHash)!
    db.prepare('INSERT OR IGNORE INTO scenarios (hash, id, version, content) VALUES (?, ?, ?, ?)').run(
      copy.hash,
      copy.id,
      copy.version,
      copy.content,
    )
    const { score, log } = document
    const columns: Record<string, unknown> = {
      id: document.id,
      person_id: person,
      signed_person: person === document.person ? null : document.person,
      course: document.course,
      course_version: document.courseVersion,
      round: document.round,
      mode: document.mode,
      scenario: document.scenario,
      scenario_hash: document.scenarioHash,
      truth: document.truth,
      channel: document.channel,
      locale: document.locale,
      seed: document.seed ?? null,
      round_seed: document.roundSeed ?? null,
      started_at: document.startedAt,
      ended_at: document.endedAt,
      disposition: score.disposition,
      outcome: score.outcome,
      earned: score.earned,
      possible: score.possible,
      passed: score.passed ? 1 : 0,
      critical: JSON.stringify(score.critical),
      competencies: JSON.stringify(score.competencies),
      scoring_version: score.scoringVersion,
      device: document.device,
      signature,
      log_hash: sha256(logText(log)),
      imported_at: at,
    }
    const names = Object.keys(columns)
    db.prepare(`INSERT INTO attempts (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(
      ...Object.values(columns),
    )
    const decision = db.prepare(
      'INSERT INTO decisions (attempt_id, seq, kind, event, at, elapsed_ms) VALUES (?, ?, ?, ?, ?, ?)',
    )
    for (const entry of log) {
      decision.run(document.id, entry.seq, entry.kind, entry.event, entry.at, entry.elapsedMs)
    }
    sealRow(db, this.parts.seals(), document.id)
  }
}
