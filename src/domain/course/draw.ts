import { drawnNumber, drawnOrder } from '../scenario/seed'
import type { Channel, Truth } from '../scenario/vocabulary'

/** A contact of the pool with the facts that the draw needs. */
export interface PoolContact {
  readonly id: string
  readonly truth: Truth
  readonly channel: Channel
  /** The contact that begins with the same words and has the other truth. */
  readonly twin?: string | undefined
}

export interface Draw {
  readonly pool: readonly PoolContact[]
  /** The round's seed, a whole number from 0 to 2³² − 1. */
  readonly seed: number
  /** The most contacts of a round. */
  readonly most: number
  /** Every channel of the pool occurs among this number of first contacts. */
  readonly early: number
  /**
   * The time at which the person last met each contact before this round began: ISO 8601, by id. Contacts that they
   * never met are left out.
   */
  readonly lastMet: ReadonlyMap<string, string>
}

/** The least and the greatest share of attacks in a round. */
export const ATTACK_SHARE = { least: 0.4, most: 0.6 } as const

const isAttack = ({ truth }: PoolContact): boolean => truth === 'attack'

/**
 * Lists how many attacks a round can have: from 40 to 60 % of its contacts, as far as the pool has enough of each kind.
 * @returns every possible number, ascending; never empty
 */
export function attackNumbers(contacts: number, attacks: number, legitimate: number): number[] {
  const fewest = Math.max(0, contacts - legitimate)
  const greatest = Math.min(contacts, attacks)
  const within = (n: number) => Math.min(greatest, Math.max(fewest, n))
  const least = within(Math.ceil(contacts * ATTACK_SHARE.least - 1e-9))
  const most = within(Math.floor(contacts * ATTACK_SHARE.most + 1e-9))
  const [from, to] = [Math.min(least, most), Math.max(least, most)]
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

/**
 * Orders the pool for the draw. Contacts that were never met come first, in an order that the seed draws, then those
 * met longest ago. If neither of two twins was met, one of them is put behind all other new contacts, because whoever
 * has met the one knows the other.
 */
function ranked({ pool, seed, lastMet }: Draw): PoolContact[] {
  const drawn = drawnOrder(seed, pool, ({ id }) => `contact/${id}`)
  const fresh = drawn.filter(({ id }) => !lastMet.has(id))
  const known = drawn.filter(({ id }) => lastMet.has(id))
  const taken = new Set<string>()
  const twins = fresh.filter(({ id, twin }) => {
    if (twin !== undefined && taken.has(twin)) return true
    taken.add(id)
    return false
  })
  const seen = new Set(twins)
  const at = ({ id }: PoolContact): string => lastMet.get(id)!
  known.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0))
  return [...fresh.filter((contact) => !seen.has(contact)), ...twins, ...known]
}

/** Returns the contacts that another channel may replace: those whose channel occurs twice. */
const spare = (deck: readonly PoolContact[]): PoolContact[] =>
  deck.filter((one) => deck.some((other) => other !== one && other.channel === one.channel))

/**
 * Chooses the contacts of a round in the order of the ranking: the drawn number of attacks, and every channel of the
 * pool.
 */
function chosen({ pool, seed, most }: Draw, ranking: readonly PoolContact[]): PoolContact[] {
  const length = Math.min(most, pool.length)
  const attacks = pool.filter(isAttack).length
  const numbers = attackNumbers(length, attacks, pool.length - attacks)
  const number = numbers[drawnNumber(seed, 'attacks') % numbers.length]!
  const deck = new Set([
    ...ranking.filter(isAttack).slice(0, number),
    ...ranking.filter((contact) => !isAttack(contact)).slice(0, length - number),
  ])
  for (const channel of new Set(pool.map((contact) => contact.channel))) {
    if ([...deck].some((contact) => contact.channel === channel)) continue
    const wanted = ranking.filter((contact) => contact.channel === channel)
    const places = spare(ranking.filter((contact) => deck.has(contact)))
    // The contact that gives way has the same truth, so that the share of attacks stays.
    const pairs = wanted.flatMap((coming) =>
      places.filter(({ truth }) => truth === coming.truth).map((going) => ({ coming, going })),
    )
    const pair = pairs.find(({ coming }) => coming === wanted[0]) ?? pairs[0]
    const coming = pair?.coming ?? wanted[0]!
    const going = pairs.filter((other) => other.coming === coming).at(-1)?.going ?? places.at(-1)
    if (!going) continue
    deck.delete(going)
    deck.add(coming)
  }
  return ranking.filter((contact) => deck.has(contact))
}

/**
 * Draws the contacts of a round and their order. The same input gives the same result, whatever the order of the pool.
 * @returns at most `most` ids. From 40 to 60 % are attacks, as far as the pool has them. Every channel of the pool
 *   occurs among the first `early`. Contacts that were never met come first, then those met longest ago, unless a
 *   channel has to come earlier.
 */
export function drawRound(draw: Draw): string[] {
  const { seed, lastMet } = draw
  const deck = chosen(draw, ranked(draw))
  const channels = new Set(deck.map(({ channel }) => channel))
  const early = Math.min(deck.length, Math.max(draw.early, channels.size))
  for (const channel of channels) {
    const at = deck.findIndex((contact) => contact.channel === channel)
    if (at < early) continue
    const first = deck.slice(0, early)
    const places = spare(first).map((contact) => first.indexOf(contact))
    const alike = places.filter((place) => lastMet.has(deck[place]!.id) === lastMet.has(deck[at]!.id))
    const among = alike.length > 0 ? alike : places.slice(-1)
    const to = among[drawnNumber(seed, `channel/${channel}`) % among.length]!
    ;[deck[to], deck[at]] = [deck[at]!, deck[to]!]
  }
  return deck.map(({ id }) => id)
}
