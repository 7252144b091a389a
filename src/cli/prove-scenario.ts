import type { Reader } from '../domain/course'
import type { HabitProof } from '../domain/scoring'
import { habitSayer } from '../texts/habit-words'
import type { Translate } from '../texts/translate'

type Say = Translate<'proof'>

/** Words a share in percent, with a decimal if it is small. */
export const share = (value: number, t: Say): string =>
  t('share', { share: Math.round(value * (value < 0.1 ? 1000 : 100)) / (value < 0.1 ? 1000 : 100) })

const row = (name: string, right: number, t: Say): string => `    ${share(right, t).padStart(6)}  ${name}`

/** Describes a habit, including those that go by the words of replies. */
export const readerText = (habit: Reader, t: Say): string => habitSayer(t)(habit)

/**
 * Lists the presses that decide each scene, with a mark if they end the contact at once or decide it only after some
 * ways.
 */
function decisiveText({ decisive, whole }: HabitProof, t: Say): string[] {
  const scenes = [...new Set(decisive.map(({ scene }) => scene))]
  const presses = (scene: string, wanted: 'right' | 'wrong') =>
    decisive
      .filter((press) => press.scene === scene && press.outcome === wanted)
      .map(({ event, always, ends }) => `${event}${ends ? '!' : ''}${always ? '' : '?'}`)
      .join(', ')
  const rows = scenes.map((scene) => {
    const [right, wrong] = [presses(scene, 'right'), presses(scene, 'wrong')]
    const parts = [
      ...(right === '' ? [] : [t('decisive.right', { presses: right })]),
      ...(wrong === '' ? [] : [t('decisive.wrong', { presses: wrong })]),
    ]
    return `  ${scene.padEnd(20)} ${parts.join('; ')}`
  })
  return [
    rows.length > 0 ? t('decisive') : t('decisive.none'),
    ...rows,
    ...(whole ? [] : [`  ${t('decisive.cut')}`]),
  ]
}

function standOutText({ standOuts }: HabitProof, t: Say): string[] {
  const replies = [...new Set(standOuts.map(({ scene, event }) => `${scene}/${event}`))]
  const rows = replies.map((reply) => {
    const own = standOuts.filter(({ scene, event }) => `${scene}/${event}` === reply)
    const points = own[0]!.points
    const locales = [...new Set(own.map(({ locale }) => locale))].map((locale) => {
      const marks = own
        .filter((mark) => mark.locale === locale)
        .map(({ measure, how, own: length, others }) =>
          measure === 'length'
            ? t(`stand-out.length.${how}`, { own: length, others: Math.round(others) })
            : t(`stand-out.${measure}.${how}`),
        )
      return `${locale}: ${marks.join(', ')}`
    })
    return `  ${reply.padEnd(28)} ${points === null ? '    –' : share(points, t).padStart(6)}  ${locales.join('; ')}`
  })
  return [rows.length > 0 ? t('stand-out') : t('stand-out.none'), ...rows]
}

/** Groups rules with the same share, the greatest share first. */
function alike(shares: HabitProof['byReply']): [number, HabitProof['byReply'][number]['of'][]][] {
  const values = [...new Set(shares.map(({ right }) => right))].sort((a, b) => b - a)
  return values.map((value) => [value, shares.filter(({ right }) => right === value).map(({ of }) => of)])
}

/** Tells how far habits get in a scenario, which presses decide it, and which replies can be found without reading. */
export function habitsText(proof: HabitProof, t: Say): string {
  const { habits, orders, right, byTool, byReply, best, few } = proof
  const toolName = (tool: (typeof byTool)[number]['of']) => (tool === 'act' ? t('act') : tool)
  return [
    t('habits', { habits, orders, right: share(right, t) }),
    `  ${t('habits.best')}`,
    ...best.map((habit) => row(readerText(habit.of, t), habit.right, t)),
    `  ${t('habits.by-tool')}`,
    ...byTool.map(({ of, right: toolShare }) => row(toolName(of), toolShare, t)),
    `  ${t('habits.by-reply')}`,
    ...alike(byReply).map(([ruleShare, rules]) =>
      row(rules.map((rule) => t(`reply.${rule}`)).join('; '), ruleShare, t),
    ),
    ...decisiveText(proof, t),
    ...standOutText(proof, t),
    ...(few.length === 0
      ? []
      : [t('few', { scenes: few.map(({ scene, replies }) => `${scene} ${replies}`).join(', ') })]),
  ].join('\n')
}
