import { MOST_TOLD, proveCourse } from '../domain/course'
import { hasErrors } from '../domain/scenario/issue'
import { prove, proveHabits } from '../domain/scoring'
import { loadTexts } from '../texts/translate'
import { courseText } from './prove-course'
import { habitsText } from './prove-scenario'
import { COURSE, onlyFile, readCourse } from './files'
import { compiledOr, lines, told, type Answer, type Language } from './told'

/** Proves a scenario or a course. */
export async function proveFile(files: readonly string[], say: Language): Promise<Answer> {
  const file = onlyFile(files, 'prove', 'name.provable')
  const t = await loadTexts(say.locale, 'proof')
  if (file.endsWith(COURSE)) {
    const { course, scenarios, issues } = readCourse(file)
    if (!course || hasErrors(issues))
      return { code: 1, json: { ok: false, file, issues: told(issues, say) }, text: lines(issues, say) }
    const proof = proveCourse(course, scenarios)
    const { issues: missed, botsThatPass, unproven } = proof
    const ok = botsThatPass.length === 0 && unproven.length === 0 && !hasErrors(missed)
    const contacts = unproven.map(({ scenario, issues: own }) => `  ${scenario}\n${lines(own, say)}`)
    const text = [
      courseText(proof, MOST_TOLD, t),
      t('part.contacts-proven', { proven: scenarios.length - unproven.length, contacts: scenarios.length }),
      ...contacts,
      ...(missed.length > 0 ? [lines(missed, say)] : []),
      ...(ok && missed.length === 0 ? [t('proven')] : []),
    ].join('\n')
    return {
      code: ok ? 0 : 1,
      json: {
        ok,
        ...proof,
        unproven: unproven.map(({ scenario, issues: own }) => ({ scenario, issues: told(own, say) })),
        issues: told(missed, say),
      },
      text,
    }
  }
  const compiled = compiledOr(file, say)
  if ('code' in compiled) return compiled
  const proof = prove(compiled)
  const habits = proveHabits(compiled)
  const ok = !hasErrors(proof.issues) && proof.whole
  const known = (score: number | null): string => String(score ?? '–')
  const { scenario, reachable, scenes, paths, loops } = proof
  const [lowest, highest] = [known(proof.lowest), known(proof.highest)]
  const { cues, premise } = compiled.scenario.difficulty
  const { count, strength, amount } = proof.cues
  const difficulty = say.t('prove.difficulty', {
    difficulty: proof.difficulty,
    cues,
    premise,
    count,
    strength,
  })
  const rows = [
    say.t(loops ? 'prove.scenes.loops' : 'prove.scenes', {
      scenario,
      reachable,
      scenes,
      paths,
      lowest,
      highest,
    }),
    say.t(proof.passAttainable ? 'prove.pass.yes' : 'prove.pass.no', {
      critical: proof.criticalPathsThatPass,
      unsafe: proof.withoutSafeExit.length,
    }),
    amount === cues
      ? difficulty
      : say.t('prove.difficulty.differs', { difficulty, amount: amount.toUpperCase() }),
    say.t('prove.endings'),
    ...proof.endings.map((ending) => {
      const range = { lowest: known(ending.lowest), highest: known(ending.highest) }
      const reached = say.t(ending.canPass ? 'prove.range.pass' : 'prove.range', range)
      return `  ${ending.scene.padEnd(24)} ${ending.disposition.padEnd(10)} ${reached}`
    }),
    say.t('prove.habits'),
    ...proof.bots.map(({ bot, score, disposition, passed }) => {
      const values = { score: known(score), disposition: disposition ?? say.t('prove.no-ending') }
      return `  ${bot.padEnd(24)} ${say.t(passed ? 'prove.bot.passes' : 'prove.bot', values)}`
    }),
    habitsText(habits, t),
    ...(proof.issues.length > 0 ? [lines(proof.issues, say)] : []),
  ]
  return {
    code: ok ? 0 : 1,
    json: { ok, ...proof, issues: told(proof.issues, say), grid: habits },
    text: rows.join('\n'),
  }
}
