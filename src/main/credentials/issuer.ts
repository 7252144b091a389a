import { isCertified, roundState, type Course } from '../../domain/course'
import {
  achievementWords,
  certificateId,
  claimsOf,
  courseContent,
  signToken,
  unprintable,
  unprintableParts,
  validUntil,
  type Certificate,
  type CertificateSigner,
} from '../../domain/credentials'
import { percent, SCORING_VERSION } from '../../domain/scoring'
import { achievementTexts, badgeTexts } from '../../texts/credential-texts'
import type { AfterEnd } from '../learn/attempts'
import type { System } from '../system'
import type { Library } from '../library/library'
import type { OrganisationStore } from '../people/organisation'
import { SUPERSEDED, type CredentialStore, type StoredCredential } from '../store/tables/credentials'
import type { Database } from '../store/libsql'
import { emailOf } from '../store/tables/people'
import { dataAddress } from '../store/tables/pictures'
import type { Person, LocalRecords } from '../store/records'
import { localDay } from '../local-day'
import { Refused } from '../refused'
import type { IssuerProfiles } from './issuer-profile'
import type { SigningKey } from '../keys/signing-key'
import { sha256 } from '../sha256'

interface Parts {
  readonly db: Database
  readonly store: LocalRecords
  readonly credentials: CredentialStore
  readonly library: Library
  readonly organisation: OrganisationStore
  readonly profiles: IssuerProfiles
  readonly system: System
  /** Called for each person and course whose certificate has changed, within the transaction. */
  readonly changed: (personId: string, course: string, certificates: readonly string[]) => void
  /** Opens the key when something is signed for the first time. */
  readonly key: () => SigningKey
  readonly report: (error: unknown) => void
  /** Called after waiting certificates were signed. */
  readonly signed?: () => void
}

/** Returns a signer that signs tokens with the issuer's key. */
export const tokenSigner = (key: SigningKey): CertificateSigner => ({
  token: (certificate) => signToken(claimsOf(certificate, key.did, Date.parse), key.sign),
})

/**
 * Issues certificates. A certificate is written in the same transaction as its cause. The signature takes a moment, so
 * it follows right after, or at the next start if the program has ended before.
 */
export class Issuer {
  #signing: Promise<void> | undefined
  #again = false

  constructor(private readonly parts: Parts) {}

  /** Tells whether this installation issues certificates. A device leaves that to HR's installation. */
  issuesHere(): boolean {
    return this.parts.organisation.settings().installation !== 'device'
  }

  /** Issues the certificate of a round that was completed and passed, in the transaction that ends the attempt. */
  readonly afterEnd: AfterEnd = ({ attempt, person, course }) => {
    if (attempt.mode !== 'assessed' || !this.issuesHere()) return
    if (this.issue(person, course, null)) this.#signSoon()
  }

  /**
   * Issues a certificate if attempts from a device have completed a round. Call it inside the transaction of the
   * import.
   */
  afterImport(personId: string, courseId: string): void {
    const person = this.parts.store.person(personId)
    const course = this.parts.library.course(courseId)
    if (!person || !course || !this.issuesHere()) return
    if (this.issue(person, course, null)) this.#signSoon()
  }

  /**
   * Issues the certificate for a person's newest round of a course. Call it inside a transaction, then call
   * `signWaiting`.
   * @param by who asked for it; `null` when the round itself did
   * @returns `undefined` if the course gives none, the round is not passed, had its certificate already, or was passed
   *   too long ago; also if the certificate can't be printed, in which case it waits among the candidates, see
   *   `unprintable.ts`
   */
  issue(person: Person, course: Course, by: string | null): Certificate | undefined {
    const { store, credentials, system, organisation } = this.parts
    const state = roundState(course, store.assessedAttempts(person.id, course.id))
    const { result } = state
    if (!isCertified(course) || !result.passed) return undefined
    const counted = state.modules.flatMap(({ attempt }) => {
      const stored = attempt && store.attempt(attempt.id)
      return stored ? [stored] : []
    })
    const now = system.now().toISOString()
    const begunAt = counted.reduce((first, one) => (one.startedAt < first ? one.startedAt : first), now)
    if (credentials.wasIssued(person.id, course.id, { number: state.round, begunAt })) return undefined
    const last = counted.reduce((a, b) => (b.endedAt! > a.endedAt! ? b : a))
    const until = validUntil(localDay(new Date(last.endedAt!)), course.certificate.validMonths)
    if (until <= now) return undefined
    const hashes = Object.fromEntries(counted.map(({ scenario, scenarioHash }) => [scenario, scenarioHash]))
    const certificate: Certificate = {
      ...achievementWords(course, result, last.locale, achievementTexts),
      ...this.#heading(person, organisation.name() ?? ''),
      course: course.id,
      courseVersion: course.version,
      courseHash: sha256(courseContent(course, hashes)),
      scoringVersion: SCORING_VERSION,
      validUntil: until,
      scorePercent: percent(result.ratio) ?? 0,
      attacks: result.attacks,
      hits: result.hits,
      legitimate: result.legitimate,
      served: result.legitimate - result.falseAlarms,
    }
    if (unprintableParts(certificate).length > 0) return undefined
    credentials.insert({ certificate, personId: person.id, round: state.round, replaces: null }, by)
    this.parts.changed(person.id, course.id, [certificate.id])
    return certificate
  }

  /** Makes the members that differ on each certificate, including one that replaces another. */
  #heading(
    person: Person,
    organisation: string,
  ): Pick<
    Certificate,
    | 'id'
    | 'personName'
    | 'identity'
    | 'email'
    | 'organisation'
    | 'profile'
    | 'statusIndex'
    | 'issuedAt'
    | 'issuedOn'
  > {
    const { system, profiles, credentials } = this.parts
    const profile = profiles.profile()
    const newSalt = () => Buffer.from(system.randomBytes(16)).toString('hex')
    const salt = newSalt()
    const email = emailOf(this.parts.db, person.id)
    const emailSalt = newSalt()
    return {
      ...(email === null ? {} : { email: { sha256: sha256(email + emailSalt), salt: emailSalt } }),
      ...(profile.statusList === null
        ? {}
        : { statusIndex: credentials.freeStatusPlace(() => system.randomBytes(4)) }),
      id: certificateId(system.randomBytes(8)),
      personName: person.name,
      identity: { sha256: sha256(person.number + salt), salt },
      organisation,
      profile,
      // Dates of credentials have no fractions of a second.
      issuedAt: `${system.now().toISOString().slice(0, 19)}.000Z`,
      issuedOn: localDay(system.now()),
    }
  }

  /** Issues certificates that the correction of a name has made printable. Call it inside a transaction. */
  afterName(person: Person, before: string): void {
    if (!this.issuesHere() || unprintable(before).length === 0) return
    const issued = this.parts.library.courses.filter((course) => this.issue(person, course, null))
    if (issued.length > 0) this.#signSoon()
  }

  #found(id: string): StoredCredential {
    const found = this.parts.credentials.credential(id)
    if (!found) throw new Refused('not-found', 'There is no such certificate.')
    return found
  }

  #onlyHere(): void {
    if (this.issuesHere()) return
    throw new Refused('not-allowed', 'Certificates are issued by HR’s installation, not on this computer.')
  }

  /**
   * Issues a certificate again with the person's present name, and revokes the old one as superseded. The results and
   * the end of validity stay the same.
   */
  reissue(id: string, by: string): Certificate {
    this.#onlyHere()
    const { db, store, credentials, system, organisation } = this.parts
    const old = this.#found(id)
    const now = system.now().toISOString()
    const person = store.person(old.personId)
    if (!person) throw new Refused('not-found', 'There is no such person.')
    if (old.certificate.validUntil <= now) {
      throw new Refused('not-allowed', 'This certificate has expired. It is earned anew by a new round.')
    }
    if (credentials.hasOther(old)) {
      throw new Refused('already-exists', 'Another certificate for this round is in force already.')
    }
    // The new certificate gets the holder’s present address and its own place in the list of revoked ones from
    // `#heading`.
    const { email: _, statusIndex: __, ...kept } = old.certificate
    const certificate = { ...kept, ...this.#heading(person, organisation.name() ?? '') }
    const [problem] = unprintableParts(certificate)
    if (problem) {
      throw new Refused('unprintable', `No font here can print ${problem.characters.join(' ')}.`)
    }
    db.transaction(() => {
      if (old.revokedAt === null) credentials.revoke(old, by, system.now(), SUPERSEDED)
      credentials.insert({ certificate, personId: old.personId, round: old.round, replaces: id }, by)
      this.parts.changed(old.personId, certificate.course, [id, certificate.id])
    })()
    return certificate
  }

  /** @param reason in the words of the person who revokes it; it is stored here and never handed on */
  revoke(id: string, by: string, reason: string): void {
    this.#onlyHere()
    // The bare word marks a certificate that was replaced, so it is changed if a person gives it as the reason.
    const kept = reason === SUPERSEDED ? `${reason}.` : reason
    const { db, credentials, system } = this.parts
    const found = this.#found(id)
    if (found.revokedAt !== null) throw new Refused('already-exists', 'This certificate is revoked already.')
    db.transaction(() => {
      credentials.revoke(found, by, system.now(), kept)
      this.parts.changed(found.personId, found.certificate.course, [id])
    })()
  }

  #signSoon(): void {
    // Signing runs after the transaction and must not delay the next scene.
    setImmediate(() => void this.signWaiting().catch(this.parts.report))
  }

  /**
   * Signs all certificates that wait for it. If it is called again meanwhile, it looks for more when it has finished.
   */
  signWaiting(): Promise<void> {
    if (!this.issuesHere()) return Promise.resolve()
    this.#again = true
    this.#signing ??= this.#signAll().finally(() => (this.#signing = undefined))
    return this.#signing
  }

  async #signAll(): Promise<void> {
    while (this.#again) {
      this.#again = false
      for (let after = ''; ;) {
        const waiting = this.parts.credentials.unsigned(after)
        for (const { id, certificate } of waiting) {
          after = id
          try {
            if (!certificate)
              throw new Error(`What the certificate ${id} says can’t be read; it stays unsigned.`)
            await this.#sign(certificate)
          } catch (error) {
            // The certificate is shown as “being signed” and is tried again at the next start. The others need not wait
            // for it.
            this.parts.report(error)
          }
        }
        if (waiting.length === 0) break
        this.parts.signed?.()
      }
    }
  }

  async #sign(certificate: Certificate): Promise<void> {
    const { credentials, key, profiles } = this.parts
    const small = certificate.profile?.logo?.small
    const logo = small === undefined ? undefined : profiles.picture(small)
    const [{ badgeOf }, { signBadge }] = await Promise.all([
      import('../../domain/credentials/badge'),
      import('../../domain/credentials/integrity'),
    ])
    const signed = await signBadge(
      badgeOf(certificate, key().did, badgeTexts(certificate), logo && dataAddress(logo)),
      key().seed,
      certificate.issuedAt,
    )
    // The JSON has no spaces, so that no byte of it can change without changing its meaning.
    credentials.keepSignature(certificate.id, JSON.stringify(signed), tokenSigner(key()).token(certificate))
  }
}
