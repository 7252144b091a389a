import { readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { contextOf, decide, scenePath, startSession, viewOf } from '../domain/run'
import { listNodes } from '../domain/scenario/nodes'
import { hasErrors, issuesOf as issuesOfFaults, pathOf, type Issue } from '../domain/scenario/issue'
import { plainText } from '../domain/scenario/text-language'
import {
  checkTestPlan,
  percent,
  prove,
  runTestPlan,
  scoreSession,
  type PlanDifference,
} from '../domain/scoring'
import { LOCALES, type Locale } from '../texts/generated'
import { loadTexts, localeFor } from '../texts/translate'
import { auditCommand } from './audit'
import { importFiles } from './import'
import { packFile, unpackFile } from './pack'
import { verifyCommand } from './verify'
import { compiledOr, lines, loadLanguage, told, type Answer, type Language } from './told'
import { proveFile } from './prove'
import { reviewFile } from './review'
import { textsOfFile } from './texts'
import { diffFiles, mergeFiles } from './versions'
import {
  COURSE,
  FLOOR,
  onlyFile,
  orUnreadable,
  PLAN,
  readCourse,
  readFloor,
  readPlan,
  readWithTwin,
  UsageError,
} from './files'

/** Stands in for whoever plays, so that a transcript reads as the trainee would read it. */
const SOMEBODY = { trainee: 'Sam', organisation: 'Example Ltd' }

/** Above this size the exact walk is left to \`prove\`. */
const PROOF_LIMIT = 500
/** The most situations that `validate` looks at. A scenario written for people has some hundreds. */
const SITUATIONS = 30_000

function issuesOf(file: string): readonly Issue[] {
  if (file.endsWith(COURSE)) return readCourse(file).issues
  if (file.endsWith(PLAN)) return planIssues(file)
  if (file.endsWith(FLOOR)) return readFloor(file)
  const { compiled, issues } = readWithTwin(file)
  if (!compiled || listNodes(compiled.scenario).length > PROOF_LIMIT) return issues
  const known = new Set(issues.map((issue) => `${issue.code} ${pathOf(issue)}`))
  return [
    ...issues,
    ...prove(compiled, SITUATIONS).issues.filter((issue) => !known.has(`${issue.code} ${pathOf(issue)}`)),
  ]
}

function planIssues(file: string): readonly Issue[] {
  const { plan, compiled, issues } = readPlan(file)
  return plan && compiled ? [...issues, ...issuesOfFaults(checkTestPlan(compiled, plan), plan)] : issues
}

function validate(files: readonly string[], say: Language): Answer {
  if (files.length === 0) throw new UsageError((t) => t('name.files', { command: 'validate' }))
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
          `${say.t(ok ? 'file.ok' : 'file.bad', { file })}${issues.length > 0 ? `\n${lines(issues, say)}` : ''}`,
      )
      .join('\n'),
  }
}

function play(
  files: readonly string[],
  choose: string | undefined,
  wanted: string | undefined,
  say: Language,
): Answer {
  const file = onlyFile(files, 'play', 'name.scenario')
  const compiled = compiledOr(file, say)
  if ('code' in compiled) return compiled
  const { t } = say
  const { scenario } = compiled
  const locales = Object.keys(scenario.title)
  if (wanted !== undefined && !locales.includes(wanted)) {
    const known = locales.join(', ')
    throw new UsageError((t) => t('play.no-language', { language: wanted, known }))
  }
  const locale = wanted ?? locales[0]!
  const word = (text: Readonly<Record<string, string>> | string): string =>
    typeof text === 'string' ? text : plainText(text[locale] ?? Object.values(text)[0] ?? '', SOMEBODY)
  const transcript: { who: string; text: string }[] = []
  let session = startSession(compiled)
  const show = () => {
    for (const beat of viewOf(session).beats) {
      transcript.push({ who: word(scenario.cast[beat.from]?.name ?? '–'), text: word(beat.text) })
      if (beat.media) transcript.push({ who: beat.media.file, text: word(beat.media.words) })
    }
  }
  show()
  for (const event of (choose ?? '').split(/[\s,]+/).filter(Boolean)) {
    const { choices } = viewOf(session)
    const meta = choices.find((choice) => choice.event === event)?.meta
    const next = decide(session, event)
    if (!next) {
      const open = choices.map((choice) => choice.event).join(', ') || t('play.nothing')
      const message = t('play.not-possible', { event, scene: scenePath(session), open })
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
    ? t(score.passed ? 'play.passed' : 'play.failed', {
        disposition: score.disposition,
        score: String(result.score ?? '–'),
      })
    : t('play.open', { open: result.open.join(', ') })
  const told = flags.length > 0 ? t('play.flags', { flags: flags.join(', ') }) : t('play.no-flags')
  return {
    code: 0,
    json: result,
    text: `${transcript.map(({ who, text }) => `${who}: ${text}`).join('\n')}\n\n${result.scene}: ${end}\n${told}`,
  }
}

async function test(files: readonly string[], say: Language): Promise<Answer> {
  const t = await loadTexts(say.locale, 'test-plans')
  const sayDifference = (found: PlanDifference) =>
    found.what === 'choice' ? t('choice', found) : t(found.what, { ...found, got: found.got || t('nothing') })
  const folder = resolve('scenarios')
  const plans =
    files.length > 0
      ? files
      : orUnreadable(folder, () => readdirSync(folder))
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
            `  ${say.t(run.passed ? 'run.ok' : 'run.bad', { name: run.name })}${run.differences.map((difference) => `\n      ${sayDifference(difference)}`).join('')}`,
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
    text: text || say.t('test.none'),
  }
}

/** Returns the language of the terminal, or the first one that the program has. */
function terminalLocale(): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return localeFor(LC_ALL || LC_MESSAGES || LANG)
}

/** Returns the language that was asked for, or that of the terminal. */
function localeOf(wanted: string | undefined): Locale {
  if (wanted === undefined) return terminalLocale()
  if (!LOCALES.some((locale) => locale === wanted)) {
    throw new UsageError((t) => t('no-language', { language: wanted, known: LOCALES.join(', ') }))
  }
  return localeFor(wanted)
}

const OPTIONS = {
  json: { type: 'boolean' },
  choose: { type: 'string' },
  locale: { type: 'string' },
  issuer: { type: 'string', multiple: true },
  revocations: { type: 'string' },
  status: { type: 'string' },
  lang: { type: 'string' },
  language: { type: 'string' },
  out: { type: 'string' },
  in: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  help: { type: 'boolean' },
} as const

/** The commands in the order in which the help lists them. */
const COMMANDS = [
  'validate',
  'prove',
  'play',
  'test',
  'texts',
  'diff',
  'merge',
  'import',
  'review',
  'pack',
  'unpack',
  'audit',
  'verify',
] as const
type Command = (typeof COMMANDS)[number]

const isCommand = (word: string): word is Command => COMMANDS.some((command) => command === word)

/** Returns what all commands do. */
const helpOf = (t: Language['t']): string =>
  [t('help.head'), ...COMMANDS.map((command) => t(`help.${command}`)), t('help.options'), t('help.one')].join(
    '',
  )

async function main(command: string | undefined, rest: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...rest], allowPositionals: true, options: OPTIONS })
  const say = await loadLanguage(localeOf(values.lang))
  const asked = command === 'help' ? positionals[0] : command
  if (asked === undefined || asked === '--help') {
    process.stdout.write(helpOf(say.t))
    return command === undefined ? 2 : 0
  }
  if (!isCommand(asked)) throw new UsageError((t) => `${t('no-command', { command: asked })}\n\n${helpOf(t)}`)
  if (command === 'help' || values.help) {
    process.stdout.write(`${say.t(`help.${asked}`)}${say.t('help.options')}`)
    return 0
  }
  const issuers = values.issuer ?? []
  const commands: Record<Command, () => Answer | Promise<Answer>> = {
    validate: () => validate(positionals, say),
    prove: () => proveFile(positionals, say),
    play: () => play(positionals, values.choose, values.locale, say),
    test: () => test(positionals, say),
    audit: () => auditCommand(positionals, issuers, say.t),
    verify: () => verifyCommand(positionals, issuers, values.revocations, values.status, say.t),
    texts: () => textsOfFile(positionals, values, say),
    diff: () => diffFiles(positionals, say),
    pack: () => packFile(positionals, values.out, say),
    unpack: () => unpackFile(positionals, values.out, say),
    import: () => importFiles(positionals, values.out, values.language, say),
    merge: () => mergeFiles(positionals, values.out, say),
    review: () => reviewFile(positionals, values.out, say),
  }
  const { code, json, text } = await commands[asked]()
  process.stdout.write(values.json ? `${JSON.stringify(json, null, 2)}\n` : `${text}\n`)
  return code
}

/** Returns the fault of a command line; `undefined` for an error of another kind. */
function usageOf(cause: unknown): UsageError['say'] | undefined {
  if (cause instanceof UsageError) return cause.say
  const { code = '', message } = cause as { code?: string; message: string }
  if (!code.startsWith('ERR_PARSE_ARGS')) return undefined
  const option = /'(-[^' ]+)/.exec(message)?.[1] ?? ''
  return (t) => t(code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 'no-option' : 'option-value', { option })
}

/** Finds the language for the fault of a command line, which may not be completely readable. */
function localeAmong(words: readonly string[]): Locale {
  const { lang } = parseArgs({
    args: [...words],
    strict: false,
    options: { lang: { type: 'string' } },
  }).values
  return LOCALES.find((locale) => locale === lang) ?? terminalLocale()
}

/**
 * Ends in peace where whoever reads the output stops early, as `head` does. Output that can't be written for another
 * reason, such as a full disk, is told like a file.
 */
function onOutputFault({ code = 'unknown' }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') return
  process.exitCode = 2
  void loadTexts(localeAmong(process.argv.slice(2)), 'cli').then((t) =>
    process.stderr.write(`${t('unwritable', { file: 'stdout', code })}\n`),
  )
}

async function run([command, ...rest]: readonly string[]): Promise<void> {
  try {
    process.exitCode = await main(command, rest)
  } catch (cause) {
    const usage = usageOf(cause)
    if (!usage) throw cause
    process.stderr.write(`${usage(await loadTexts(localeAmong(rest), 'cli'))}\n`)
    process.exitCode = 2
  }
}

process.stdout.on('error', onOutputFault)
void run(process.argv.slice(2))
