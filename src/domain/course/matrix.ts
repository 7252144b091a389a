import { CHANNELS, TACTICS, type Channel, type Tactic, type Truth } from '../scenario/vocabulary'

/** The facts about a contact that tell what a course trains with it. */
export interface MatrixContact {
  readonly id: string
  readonly truth: Truth | null
  readonly channel: Channel | null
  readonly tactics: readonly Tactic[]
}

/** The contacts of a course with one tactic on one channel. */
export interface MatrixCell {
  readonly channel: Channel
  readonly attacks: readonly string[]
  readonly genuine: readonly string[]
}

export interface MatrixRow {
  /** `null` for contacts without any pressure. */
  readonly tactic: Tactic | null
  /** One for each channel, in the order of the vocabulary. */
  readonly cells: readonly MatrixCell[]
}

export interface CourseMatrix {
  /** One row for each tactic of the course, then one with `null` if a contact has no tactic. */
  readonly rows: readonly MatrixRow[]
  /** The tactics that no contact uses. */
  readonly absent: readonly Tactic[]
  /** The channels on which no contact comes. */
  readonly silent: readonly Channel[]
  /** The tactics that only attacks or only genuine contacts use. Trainees who notice that need no other cue. */
  readonly telling: readonly { readonly tactic: Tactic; readonly truth: Truth }[]
}

/**
 * Counts what a course trains, by channel, tactic and truth.
 * @param contacts the contacts of the course, each once; one with several tactics stands in several rows
 */
export function courseMatrix(contacts: readonly MatrixContact[]): CourseMatrix {
  const cell = (tactic: Tactic | null, channel: Channel): MatrixCell => {
    const of = (truth: Truth) =>
      contacts
        .filter((one) => one.channel === channel && one.truth === truth)
        .filter(({ tactics }) => (tactic === null ? tactics.length === 0 : tactics.includes(tactic)))
        .map(({ id }) => id)
    return { channel, attacks: of('attack'), genuine: of('legitimate') }
  }
  const row = (tactic: Tactic | null): MatrixRow => ({
    tactic,
    cells: CHANNELS.map((channel) => cell(tactic, channel)),
  })
  const isThere = ({ cells }: MatrixRow) =>
    cells.some(({ attacks, genuine }) => attacks.length + genuine.length > 0)
  const rows = TACTICS.map(row)
  const has = (tactic: Tactic, truth: Truth) =>
    contacts.some((one) => one.truth === truth && one.tactics.includes(tactic))
  return {
    rows: [...rows, row(null)].filter(isThere),
    absent: rows.flatMap((one) => (one.tactic !== null && !isThere(one) ? [one.tactic] : [])),
    silent: CHANNELS.filter((channel) => !contacts.some((one) => one.channel === channel)),
    telling: TACTICS.flatMap((tactic) => {
      const [attack, genuine] = [has(tactic, 'attack'), has(tactic, 'legitimate')]
      if (attack === genuine) return []
      return [{ tactic, truth: attack ? ('attack' as const) : ('legitimate' as const) }]
    }),
  }
}
