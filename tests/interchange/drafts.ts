import { openScenario } from '../../src/domain/scenario/open'
import type { Scenario } from '../../src/domain/scenario/schema'
import { hasErrors, type Issue } from '../../src/domain/scenario/issue'
import { compileScenario } from '../../src/domain/run'
import { decide, scenePath, startSession, viewOf, type Session } from '../../src/domain/run'
import { plainText } from '../../src/domain/scenario/text-language'
import { readForeign, type ImportOptions, type Imported } from '../../src/interchange/read'
import { parseScenario } from '../../src/domain/scenario/parse'

export const OPTIONS: ImportOptions = { fallback: 'en', words: { goOn: 'Continue', untitled: 'Untitled' } }

export const importText = (
  name: string,
  text: string,
  more: Partial<ImportOptions> = {},
): Promise<Imported[]> => readForeign({ name, bytes: Buffer.from(text) }, { ...OPTIONS, ...more })

/** Imports a story of some passages in one of Twine’s story formats. */
export const importTwine = async (format: string, ...passages: readonly string[]): Promise<Imported> =>
  (await importText('a.twee', `:: StoryData\n{"format":"${format}"}\n\n${passages.join('\n\n')}\n`))[0]!

/** Returns what the notes of a kind say. */
export const lost = ({ notes }: Pick<Imported, 'notes'>, code: string): string[] =>
  notes.filter((note) => note.code === code).map(({ text }) => text)

/** Returns the issues that the Studio finds in a draft. All of its media are taken as valid. */
export function issuesOf({ document, media }: Pick<Imported, 'document' | 'media'>): readonly Issue[] {
  return openScenario(JSON.stringify(document), {
    ending: '.scenario.json',
    name: undefined,
    media: {
      look: (file) => {
        const bytes = media.get(file)
        return bytes && { size: bytes.length, read: () => bytes }
      },
      sha256: () => '0'.repeat(64),
    },
    floors: () => 'not-there',
  }).issues
}

/** Tells whether a draft has the shape of a scenario, so that the Studio opens it and all checks run. */
export const hasShape = (document: Scenario): boolean => parseScenario(JSON.stringify(document)).ok

/** Returns the words that are said in a session now. */
export const said = (session: Session): string[] =>
  viewOf(session).beats.map(({ text }) => plainText(Object.values(text)[0]!))

/** Returns the replies of a session as they are read. */
export const replies = (session: Session): string[] =>
  viewOf(session).choices.map(({ meta }) => Object.values(meta.say!)[0]!)

export function begin({ document, media }: Imported): Session {
  const issues = issuesOf({ document, media }).filter(({ severity }) => severity === 'error')
  if (hasErrors(issues)) throw new Error(JSON.stringify(issues.map(({ code, keys }) => [code, keys.path])))
  return startSession(compileScenario(document))
}

/** Answers with a reply. */
export function choose(session: Session, say: string): Session {
  const choice = viewOf(session).choices.find(({ meta }) => Object.values(meta.say ?? {})[0] === say)
  const next = choice && decide(session, choice.event)
  if (!next)
    throw new Error(`‘${say}’ is not offered in ${scenePath(session)}: ${replies(session).join(', ')}`)
  return next
}
