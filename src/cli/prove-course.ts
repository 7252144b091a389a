import type { CourseProof } from '../domain/course'
import type { Translate } from '../texts/translate'
import { readerText, share } from './prove-scenario'

type Say = Translate<'proof'>

/** At least this number of classifiers is shown, and all that tell too much. */
const LEAST_SHOWN = 5

const habitRows = (habits: CourseProof['grid']['best'], t: Say): string[] =>
  habits.map(
    ({ habit, locale, passed, right, short }) =>
      `    ${t('habit.row', { passed: share(passed, t), right: share(right, t), short, habit: readerText(habit, t), locale })}`,
  )

function habitsPart({ grid, guess, bots }: CourseProof, t: Say): string[] {
  const { passing, habits, rounds, orders, locales } = grid
  return [
    t('part.habits', { passing, habits, rounds, orders, locales: locales.join(', ') }),
    `  ${t('part.best')}`,
    ...habitRows(grid.best, t),
    `  ${t('part.known')}`,
    ...habitRows(grid.known, t),
    `  ${t('part.contacts')}`,
    ...grid.contacts.map(({ scenario, right }) => `    ${share(right, t).padStart(6)}  ${scenario}`),
    `  ${t('part.guess', { anything: share(guess.anything, t), replies: share(guess.replies, t), rounds: guess.rounds })}`,
    `  ${t('part.words', grid.words)}`,
    ...habitRows(grid.words.best, t),
    `  ${t('part.bots')}`,
    ...bots
      .filter(({ bot, seed }) => bot !== 'random' || seed === 1)
      .map(({ bot, result }) => {
        const { hits, attacks, falseAlarms: alarms, legitimate, passed } = result
        return `    ${t('bot.row', { bot, hits, attacks, alarms, legitimate, result: passed ? 'passed' : 'failed' })}`
      }),
  ]
}

type Told = CourseProof['leaks']['told'][number]

/** Describes the feature that a classifier uses. */
function seenText({ by, what }: Told, t: Say): string {
  if (what === undefined) return t('seen.everything')
  const [kind, name] = what.split(':') as [string, string | undefined]
  // A place can be used for a count and for its words; the key tells them apart.
  const key = `seen.${kind}${by !== 'number' && t.has(`seen.${kind}-words`) ? '-words' : ''}`
  const say = t as unknown as (key: string, values: { name: string | undefined }) => string
  return t.has(key) ? say(key, { name }) : what
}

function leaksPart({ leaks: { contacts, twins, told } }: CourseProof, bar: number, t: Say): string[] {
  const shown = told.filter(({ right }, i) => right > bar || i < LEAST_SHOWN)
  return [
    t('part.leaks', { contacts, twins }),
    ...shown.map((one) => {
      const { by, right, locale } = one
      return `  ${t('leak.row', { right: share(right, t).padStart(6), what: seenText(one, t), by: t(`by.${by}`), locale: locale ?? '' })}`
    }),
  ]
}

function tablePart(
  { certified, table: { rule, rounds, pool, wanted, skills } }: CourseProof,
  t: Say,
): string[] {
  const head = t('table.head', { rounds: rounds.most }).split(' | ')
  const rows = skills.map(({ dPrime, oneRound, allRounds, remembering, contacts }) => [
    String(dPrime),
    share(oneRound, t),
    share(allRounds, t),
    share(remembering, t),
    contacts.toFixed(1),
  ])
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((cells) => cells[i]!.length)))
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, i) => cell.padStart(widths[i]!)).join('   ')}`
  const skilled = skills.find(({ dPrime }) => dPrime === 2.5)
  return [
    t('part.table'),
    line(head),
    ...rows.map(line),
    `  ${t(rule === 'sequential' ? 'table.remembers' : 'table.deck')}`,
    ...(certified ? [] : [`  ${t('table.practice')}`]),
    ...(pool < wanted && skilled
      ? [
          `  ${t('table.small-pool', { pool, wanted, chance: share(skilled.oneRound, t), full: share(skilled.fullPool, t) })}`,
        ]
      : []),
  ]
}

/** Describes the proof of a course, part by part. */
export function courseText(proof: CourseProof, bar: number, t: Say): string {
  const { course, modules: contacts, attackShare } = proof
  return [
    t('title.course', { course, contacts, share: attackShare }),
    ...habitsPart(proof, t),
    ...leaksPart(proof, bar, t),
    ...tablePart(proof, t),
  ].join('\n')
}
