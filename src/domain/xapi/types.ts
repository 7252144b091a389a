/** The parts of an xAPI 1.0.3 statement that we write. */

export type LanguageMap = Readonly<Record<string, string>>
type Extensions = Readonly<Record<string, unknown>>

export interface Agent {
  readonly objectType: 'Agent'
  readonly account: { readonly homePage: string; readonly name: string }
  readonly name?: string
}

export interface Activity {
  readonly objectType: 'Activity'
  readonly id: string
  readonly definition: {
    readonly type: string
    readonly name?: LanguageMap
    readonly extensions?: Extensions
  }
}

export interface StatementResult {
  readonly score?: {
    readonly scaled: number
    readonly raw: number
    readonly min: number
    readonly max: number
  }
  readonly success?: boolean
  readonly completion?: boolean
  /** ISO 8601. */
  readonly duration?: string
  readonly extensions?: Extensions
}

export interface Statement {
  readonly id: string
  readonly actor: Agent
  readonly verb: { readonly id: string; readonly display: LanguageMap }
  readonly object: Activity
  readonly result?: StatementResult
  readonly context: {
    readonly registration?: string
    readonly contextActivities: {
      readonly parent?: readonly Activity[]
      readonly category: readonly Activity[]
    }
    readonly revision?: string
    readonly platform: string
    readonly language?: string
    readonly extensions?: Extensions
  }
  /** The time of the event: ISO 8601, UTC. */
  readonly timestamp: string
}

/** A statement by which an earlier one counts no longer (xAPI 1.0.3, 2.3.2). */
export interface VoidingStatement {
  readonly id: string
  readonly actor: Agent
  readonly verb: { readonly id: string; readonly display: LanguageMap }
  readonly object: { readonly objectType: 'StatementRef'; readonly id: string }
  /** The time at which it was voided: ISO 8601, UTC. */
  readonly timestamp: string
}

/** A person with the facts that name them in statements. */
export interface Learner {
  readonly name: string
  readonly number: string
}

/** A finished attempt with the facts that statements need. */
export interface AttemptRecord {
  readonly id: string
  readonly person: Learner
  readonly course: { readonly id: string; readonly title: LanguageMap }
  /** `null` for practice. */
  readonly round: number | null
  readonly mode: 'assessed' | 'practice'
  readonly scenario: {
    readonly id: string
    readonly version: string
    /** The SHA-256 of the scenario as it was played, hexadecimal. */
    readonly hash: string
    readonly title: LanguageMap
    readonly truth: string
    readonly tactics: readonly string[]
    readonly channel: string
    /** The least share of the points that passes, 0 to 1. */
    readonly pass: number
  }
  /** The language of the interface. */
  readonly locale: string
  readonly startedAt: string
  readonly endedAt: string
  /** The time in the scenes, in milliseconds, without pauses. */
  readonly engagedMs: number
  readonly earned: number
  readonly possible: number
  readonly passed: boolean
  readonly disposition: string
  readonly outcome: string
  /** The critical flags that were raised. */
  readonly flags: readonly string[]
  /** The earned and possible points by competency. */
  readonly competencies: Readonly<Record<string, readonly [earned: number, possible: number]>>
  readonly scoringVersion: number
}

/** A complete round of a course, passed or not. */
export interface RoundRecord {
  /** The attempt that completed it. */
  readonly attemptId: string
  readonly person: Learner
  readonly course: { readonly id: string; readonly title: LanguageMap; readonly version: string }
  /** The rule that decided it, with its version, and the limit of rounds: at most `most` within `days` days. */
  readonly rule: {
    readonly kind: 'fixed' | 'sequential'
    readonly version: number
    readonly most: number
    readonly days: number
  }
  readonly round: number
  readonly completedAt: string
  /** From 0 to 1; `null` if nothing was assessed. */
  readonly ratio: number | null
  readonly passed: boolean
  /** The number of contacts that counted. */
  readonly contacts: number
  readonly attacks: number
  readonly hits: number
  /** The number of attacks that were reported. */
  readonly reported: number
  readonly legitimate: number
  readonly falseAlarms: number
  readonly flags: readonly string[]
}

/** A certificate, in force or revoked. */
export interface CertificateRecord {
  readonly id: string
  readonly person: Learner
  readonly course: { readonly id: string; readonly title: LanguageMap }
  /** The full title on the certificate. */
  readonly title: LanguageMap
  readonly round: number
  readonly issuedAt: string
  readonly validUntil: string
  readonly scorePercent: number
  /** The id of the certificate that it replaced, if it was issued anew. */
  readonly replaces: string | null
  /** Set if it stopped being in force before its last day: it was revoked, or another one superseded it. */
  readonly ended: { readonly how: 'revoked' | 'superseded'; readonly at: string } | null
}
