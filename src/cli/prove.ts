import { MOST_TOLD, proveCourse } from '../domain/course'
import { hasErrors } from '../domain/scenario/issue'
import { prove, proveHabits } from '../domain/scoring'
import type { SayIssue } from '../texts/sentences'
import type { Locale } from '../texts/generated'
import { loadTexts } from '../texts/translate'
import { courseText } from './prove-course'
import { habitsText } from './prove-scenario'
import { COURSE, readCourse, UsageError } from './files'
import { compiledOr, lines, told, type Answer } from './told'

/** Proves a scenario or a course. */
export async function proveFile(files: readonly string[], say: SayIssue, locale: Locale): Promise<Answer> {
  const [file, ...more] = files
  if (file === undefined || more.length > 0) throw new UsageError('prove: name one scenario or course.')
  const t = await loadTexts(locale, 'proof')
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
  const endings = proof.endings
    .map(
      ({ scene, disposition, lowest, highest, canPass }) =>
        `  ${scene.padEnd(24)} ${disposition.padEnd(10)} ${lowest ?? '–'} to ${highest ?? '–'} %${canPass ? ', can pass' : ''}`,
    )
    .join('\n')
  const bots = proof.bots
    .map(
      ({ bot, score, disposition, passed }) =>
        `  ${bot.padEnd(24)} ${score ?? '–'} %, ${disposition ?? 'no ending'}${passed ? ', passes this scenario' : ''}`,
    )
    .join('\n')
  const { cues, premise } = compiled.scenario.difficulty
  const weighed = `${proof.cues.count} different cues tell the truth, with a strength of ${proof.cues.strength} together`
  const difficulty = `difficulty ${proof.difficulty} of 5: ${cues} cues, premise fits ${premise}; ${weighed}${proof.cues.amount === cues ? '' : `, which is ${proof.cues.amount.toUpperCase()}`}`
  return {
    code: ok ? 0 : 1,
    json: { ok, ...proof, issues: told(proof.issues, say), grid: habits },
    text: `${proof.scenario}: ${proof.reachable} of ${proof.scenes} scenes reachable, ${proof.paths} paths${proof.loops ? ' (loops left out)' : ''}, ${proof.lowest} to ${proof.highest} %
pass attainable: ${proof.passAttainable ? 'yes' : 'NO'}; critical paths that pass: ${proof.criticalPathsThatPass}; scenes without an early safe exit: ${proof.withoutSafeExit.length}
${difficulty}
endings
${endings}
habits
${bots}
${habitsText(habits, t)}${proof.issues.length > 0 ? `\n${lines(proof.issues, say)}` : ''}`,
  }
}
