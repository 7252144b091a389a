import { readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { contextOf, decide, scenePath, startSession, viewOf } from '../domain/run'
import { listNodes } from '../domain/scenario/nodes'
import { hasErrors, pathOf, type Issue } from '../domain/scenario/issue'
import { parseScenario } from '../domain/scenario/parse'
import { LOCALE_PATTERN } from '../domain/scenario/schema'
import { plainText } from '../domain/scenario/text-language'
import { listTexts } from '../domain/scenario/texts'
import { percent, prove, runTestPlan, scoreSession, type PlanDifference } from '../domain/scoring'
import { loadIssueSayer, type SayIssue } from '../texts/sentences'
import { LOCALES, type Locale } from '../texts/generated'
import { loadTexts, localeFor } from '../texts/translate'
import { auditCommand } from './audit'
import { verifyCommand } from './verify'
import { compiledOr, lines, told, type Answer } from './told'
import { proveFile } from './prove'
import {
  COURSE,
  FLOOR,
  PLAN,
  readCourse,
  readFloor,
  readPlan,
  readText,
  readWithTwin,
  UsageError,
} from './files'

const HELP = `htl: check scenarios, audit logs and certificates from the command line

  htl validate FILES… [--json]
      Checks scenarios, with their twins, floors, courses and test plans. Exit code 1 if one has an error.
  htl prove FILE [--json]
      What can happen in a scenario or a course: scenes that can be reached, paths, scores, and how far somebody
      gets by habit, such as refusing everyone.
  htl play FILE --choose a,b,c [--locale fr] [--json]
      Plays one run: transcript, flags, score and how it ended.
  htl test [FILES…] [--json]
      Runs test plans, or all of them if no file is named. Exit code 1 if a run differs from its plan.
  htl texts FILE [--locale de] [--json]
      Lists every text with its id and marks what is not translated. Exit code 1 if a translation is missing.
  htl audit FILE [--issuer DID]… [--json]
      Checks an exported audit log and names the first entry that is not as it was written. Exit code 1 if there
      is one.
  htl verify FILE [--issuer DID]… [--revocations FILE | --status FILE] [--json]
      Verifies a certificate: a PDF, a PNG badge, a JSON credential, or the text of a QR code in place of FILE.
      Exit codes: 0 valid, 1 tampered, 3 expired, 4 revoked, 5 unknown issuer, 6 not yet valid, 7 can’t be read.

  --json prints the result as JSON. Exit code 2: the command can’t be carried out as it was given.
  --lang fr says what is wrong in French. Without it, in the language of the terminal (LC_ALL, LC_MESSAGES or LANG),
  or else in English.
`

/** Above this size the exact walk is left to \`prove\`. */
const PROOF_LIMIT = 500
/** Situations that `validate` looks at; a scenario written for people has some hundreds. */
const SITUATIONS = 30_000

function issuesOf(file: string): readonly Issue[] {
  if (file.endsWith(COURSE)) return readCourse(file).issues
  if (file.endsWith(PLAN)) return readPlan(file).issues
  if (file.endsWith(FLOOR)) return readFloor(file)
  const { compiled, issues } = readWithTwin(file)
  if (!compiled || listNodes(compiled.scenario).length > PROOF_LIMIT) return issues
  const known = new Set(issues.map((issue) => `${issue.code} ${pathOf(issue)}`))
  return [
    ...issues,
    ...prove(compiled, SITUATIONS).issues.filter((issue) => !known.has(`${issue.code} ${pathOf(issue)}`)),
  ]
}

function validate(files: readonly string[], say: SayIssue): Answer {
  if (files.length === 0) throw new UsageError('validate: name at least one file.')
  const checked = files.map((file) => {
    const issues = issuesOf(file)
    return { file, ok: !hasErrors(issues), issues, told: told(issues, say) }
  })
  return {
    code: checked.every(({ ok }) => ok) ? 0 : 1,
    json: {
      ok: checked.every(({ ok }) => ok),
      files: checked.map(({ file, ok, told: issues }) => ({ file, ok, issues })),
    },
    text: checked
      .map(
        ({ file, ok, issues }) =>
          `${ok ? 'ok ' : 'BAD'} ${file}${issues.length > 0 ? `\n${lines(issues, say)}` : ''}`,
      )
      .join('\n'),
  }
}

function play(
  files: readonly string[],
  choose: string | undefined,
  wanted: string | undefined,
  say: SayIssue,
): Answer {
  const [file, ...more] = files
  if (file === undefined || more.length > 0) throw new UsageError('play: name one scenario.')
  const compiled = compiledOr(file, say)
  if ('code' in compiled) return compiled
  const { scenario } = compiled
  const locales = Object.keys(scenario.title)
  if (wanted !== undefined && !locales.includes(wanted)) {
    throw new UsageError(`play: this scenario has no ‘${wanted}’. It has ${locales.join(', ')}.`)
  }
  const locale = wanted ?? locales[0]!
  const word = (text: Readonly<Record<string, string>> | string): string =>
    typeof text === 'string' ? text : plainText(text[locale] ?? Object.values(text)[0] ?? '')
  const transcript: { who: string; text: string }[] = []
  let session = startSession(compiled)
  const show = () => {
    for (const beat of viewOf(session).beats) {
      transcript.push({ who: word(scenario.cast[beat.from]?.name ?? '–'), text: word(beat.text) })
      if (beat.media) transcript.push({ who: beat.media.file, text: word(beat.media.words) })
    }
  }
  show()
  for (const event of (choose ?? '').split(',').filter(Boolean)) {
    const { choices } = viewOf(session)
    const meta = choices.find((choice) => choice.event === event)?.meta
    const next = decide(session, event)
    if (!next) {
      const open = choices.map((choice) => choice.event).join(', ')
      const message = `‘${event}’ is not possible in the scene ‘${scenePath(session)}’. Possible: ${open || 'nothing, it has ended'}.`
      return { code: 1, json: { ok: false, message, transcript }, text: message }
    }
    transcript.push({ who: '>', text: meta?.say ? word(meta.say) : meta?.did ? word(meta.did) : event })
    session = next
    show()
  }
  const score = scoreSession(session)
  const { flags } = contextOf(session)
  const result = {
    ok: true,
    scenario: scenario.id,
    scene: scenePath(session),
    ended: score !== undefined,
    transcript,
    flags,
    disposition: score?.disposition ?? null,
    outcome: score?.outcome ?? null,
    score: percent(score?.ratio ?? null),
    passed: score?.passed ?? false,
    critical: score?.critical ?? [],
    open: viewOf(session).choices.map((choice) => choice.event),
  }
  const end = score
    ? `${score.disposition}, ${result.score ?? '–'} %, ${score.passed ? 'passed' : 'not passed'}`
    : `not ended; possible: ${result.open.join(', ')}`
  return {
    code: 0,
    json: result,
    text: `${transcript.map(({ who, text }) => `${who}: ${text}`).join('\n')}\n\n${result.scene}: ${end}\nflags: ${flags.join(', ') || 'none'}`,
  }
}

async function test(files: readonly string[], say: SayIssue, locale: Locale): Promise<Answer> {
  const t = await loadTexts(locale, 'test-plans')
  const sayDifference = (found: PlanDifference) =>
    found.what === 'choice' ? t('choice', found) : t(found.what, { ...found, got: found.got || t('nothing') })
  const folder = resolve('scenarios')
  const plans =
    files.length > 0
      ? files
      : readdirSync(folder)
          .filter((name) => name.endsWith(PLAN))
          .map((name) => join(folder, name))
  const results = plans.map((file) => {
    const { plan, compiled, issues } = readPlan(file)
    if (!plan || !compiled) return { file: basename(file), ok: false, issues, runs: [] }
    const runs = runTestPlan(compiled, plan)
    return { file: basename(file), ok: runs.every((run) => run.passed), issues, runs }
  })
  const ok = results.length > 0 && results.every((result) => result.ok)
  const text = results
    .map(({ file, runs, issues }) =>
      [
        `${file}`,
        ...runs.map(
          (run) =>
            `  ${run.passed ? 'ok ' : 'BAD'} ${run.name}${run.differences.map((difference) => `\n      ${sayDifference(difference)}`).join('')}`,
        ),
        lines(issues, say),
      ]
        .filter(Boolean)
        .join('\n'),
    )
    .join('\n')
  return {
    code: ok ? 0 : 1,
    json: {
      ok,
      plans: results.map((result) => ({
        ...result,
        issues: told(result.issues, say),
        runs: result.runs.map((run) => ({ ...run, differences: run.differences.map(sayDifference) })),
      })),
    },
    text: text || 'There are no test plans.',
  }
}

/** The texts as a translator needs them; a scenario that is only half translated is what this is for. */
function texts(files: readonly string[], locale: string | undefined, say: SayIssue): Answer {
  const [file, ...more] = files
  if (file === undefined || more.length > 0 || file.endsWith(COURSE) || file.endsWith(PLAN)) {
    throw new UsageError('texts: name one scenario.')
  }
  if (locale !== undefined && !LOCALE_PATTERN.test(locale)) {
    throw new UsageError(`‘${locale}’ is no language code. Use one like fr or pt-BR.`)
  }
  const parsed = parseScenario(readText(file))
  if (!parsed.ok) {
    return {
      code: 1,
      json: { ok: false, file, issues: told(parsed.issues, say) },
      text: `BAD ${file}\n${lines(parsed.issues, say)}`,
    }
  }
  const { scenario } = parsed
  const wanted = new Set([...Object.keys(scenario.title), ...(locale === undefined ? [] : [locale])])
  const listed = listTexts(scenario).map((entry) => {
    const missing =
      typeof entry.text === 'string' ? [] : [...wanted].filter((name) => !entry.locales.includes(name))
    return { ...entry, missing }
  })
  const lacking = listed.filter(({ missing }) => missing.length > 0).length
  const ok = lacking === 0
  const rows = listed.map(({ id, text, missing }) => {
    const versions = typeof text === 'string' ? [['  ', text]] : Object.entries(text)
    return [
      id,
      ...versions.map(([name, words]) => `  ${name}  ${words}`),
      ...missing.map((name) => `  ${name}  – MISSING`),
    ].join('\n')
  })
  const sum = `${listed.length} texts in ${[...wanted].join(', ')}; ${lacking === 0 ? 'none lacks a language' : `${lacking} lack a language`}`
  return {
    code: ok ? 0 : 1,
    json: { ok, scenario: scenario.id, locales: [...wanted], texts: listed },
    text: `${rows.join('\n')}\n\n${sum}`,
  }
}

/** The language of sentences: the one asked for, or that of the terminal. */
function languageOf(wanted: string | undefined): Locale {
  const known = (name: string) => LOCALES.some((locale) => locale === name)
  if (wanted !== undefined && !known(wanted)) {
    throw new UsageError(`‘${wanted}’ is no language of this program. It has ${LOCALES.join(', ')}.`)
  }
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return localeFor(wanted ?? (LC_ALL || LC_MESSAGES || LANG))
}

async function main(words: readonly string[]): Promise<number> {
  const [command, ...rest] = words
  if (command === undefined || command === 'help' || command === '--help') {
    process.stdout.write(HELP)
    return command === undefined ? 2 : 0
  }
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      choose: { type: 'string' },
      locale: { type: 'string' },
      issuer: { type: 'string', multiple: true },
      revocations: { type: 'string' },
      status: { type: 'string' },
      lang: { type: 'string' },
    },
  })
  const locale = languageOf(values.lang)
  const say = await loadIssueSayer(locale)
  const commands: Record<string, () => Answer | Promise<Answer>> = {
    validate: () => validate(positionals, say),
    prove: () => proveFile(positionals, say, locale),
    play: () => play(positionals, values.choose, values.locale, say),
    test: () => test(positionals, say, locale),
    audit: () => auditCommand(positionals, values.issuer ?? []),
    verify: () => verifyCommand(positionals, values.issuer ?? [], values.revocations, values.status),
    texts: () => texts(positionals, values.locale, say),
  }
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (!run) throw new UsageError(`There is no command ‘${command}’.\n\n${HELP}`)
  const { code, json, text } = await run()
  process.stdout.write(values.json ? `${JSON.stringify(json, null, 2)}\n` : `${text}\n`)
  return code
}

async function run(): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (cause) {
    const usage =
      cause instanceof UsageError || (cause as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
    if (!usage) throw cause
    process.stderr.write(`${(cause as Error).message}\n`)
    process.exitCode = 2
  }
}

void run()
