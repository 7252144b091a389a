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
  /** When it happened: ISO 8601, UTC. */
  readonly timestamp: string
}

/** One person, as the statements name them. */
export interface Learner {
  readonly name: string
  readonly number: string
}

/** A finished attempt, as far as statements speak of it. */
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
    /** SHA-256 of the scenario as it was played, hexadecimal. */
    readonly hash: string
    readonly title: LanguageMap
    readonly truth: string
    readonly tactics: readonly string[]
    readonly channel: string
    /** Least share of the points that passes, 0 to 1. */
    readonly pass: number
  }
  /** Language of the interface. */
  readonly locale: string
  readonly startedAt: string
  readonly endedAt: string
  /** Time in the scenes, in milliseconds, without pauses. */
  readonly engagedMs: number
  readonly earned: number
  readonly possible: number
  readonly passed: boolean
  readonly disposition: string
  readonly outcome: string
  /** Critical flags that were raised. */
  readonly flags: readonly string[]
  /** Points earned and possible by competency. */
  readonly competencies: Readonly<Record<string, readonly [earned: number, possible: number]>>
  readonly scoringVersion: number
}

/** A complete round of a course, passed or not. */
export interface RoundRecord {
  /** The attempt that completed it. */
  readonly attemptId: string
  readonly person: Learner
  readonly course: { readonly id: string; readonly title: LanguageMap; readonly version: string }
  /** What decided it: the rule with its version, and how many rounds may be begun in how many days. */
  readonly rule: {
    readonly kind: 'fixed' | 'sequential'
    readonly version: number
    readonly most: number
    readonly days: number
  }
  readonly round: number
  readonly completedAt: string
  /** 0 to 1; `null` when nothing was assessed. */
  readonly ratio: number | null
  readonly passed: boolean
  /** How many counted. */
  readonly contacts: number
  readonly attacks: number
  readonly hits: number
  /** Attacks that were reported. */
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
  /** The full name on the certificate. */
  readonly title: LanguageMap
  readonly round: number
  readonly issuedAt: string
  readonly validUntil: string
  readonly scorePercent: number
  /** The id of the certificate whose place it took, where it was issued anew. */
  readonly replaces: string | null
  /** When it stopped being in force before its last day, and how: withdrawn, or issued anew as another one. */
  readonly ended: { readonly how: 'revoked' | 'superseded'; readonly at: string } | null
}
