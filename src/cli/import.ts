import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ids } from '../domain/authoring/import/ids'
import { ImportRefused } from '../domain/authoring/import/refusal'
import { isDecision } from '../domain/authoring/import/story'
import { LARGEST_IMPORT, readForeign, type Imported } from '../interchange/read'
import { noteSayer, refusalSayer } from '../texts/import-words'
import { loadTexts } from '../texts/translate'
import { orUnreadable, readBytes, SCENARIO, UsageError } from './files'
import type { Answer, Language } from './told'
import { writeAll, type ToWrite } from './write-all'

interface Read {
  readonly file: string
  readonly drafts: readonly Imported[]
}

const textOf = ({ document }: Imported): string => `${JSON.stringify(document, null, 2)}\n`

/** Returns the files of all drafts. @throws UsageError if one of them exists already */
function filesOf(all: readonly Read[], out: string): ToWrite[] {
  const files = new Map<string, string | Uint8Array>()
  for (const draft of all.flatMap(({ drafts }) => drafts)) {
    files.set(join(out, `${draft.id}${SCENARIO}`), textOf(draft))
    for (const [name, bytes] of draft.media) {
      const path = join(out, 'media', name)
      const there =
        existsSync(path) && statSync(path).isFile() ? orUnreadable(path, () => readFileSync(path)) : undefined
      if (!there || Buffer.compare(there, bytes) !== 0) files.set(path, bytes)
    }
  }
  for (const file of files.keys()) if (existsSync(file)) throw new UsageError((t) => t('there', { file }))
  return [...files].map(([path, content]) => ({ path, content }))
}

/** Makes drafts of files from other tools, and reports what was lost. */
export async function importFiles(
  files: readonly string[],
  out: string | undefined,
  language: string | undefined,
  { locale, t }: Language,
): Promise<Answer> {
  if (files.length === 0) throw new UsageError((say) => say('import.files'))
  if (out === undefined) throw new UsageError((say) => say('import.out'))
  const words = await loadTexts(locale, 'import')
  const [sayNote, sayRefusal] = [noteSayer(words), refusalSayer(words)]
  const options = {
    language,
    fallback: locale,
    words: { goOn: words('go-on'), untitled: words('untitled') },
    ids: new Ids(),
    taken: new Map<string, Uint8Array>(),
  }
  const read: Read[] = []
  const refused: { file: string; code: string; params: object; message: string }[] = []
  for (const file of files) {
    try {
      read.push({
        file,
        drafts: await readForeign({ name: basename(file), bytes: readBytes(file, LARGEST_IMPORT) }, options),
      })
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error
      refused.push({ file, code: error.code, params: error.params, message: sayRefusal(error) })
    }
  }
  if (refused.length > 0) {
    const told = refused.map(({ file, code, message }) => t('import.refused', { file, code, why: message }))
    return { code: 1, json: { ok: false, refused, drafts: [] }, text: [...told, t('import.none')].join('\n') }
  }
  const written = filesOf(read, out)
  const media = written.some(({ content }) => typeof content !== 'string')
  writeAll(written, media ? [out, join(out, 'media')] : [out])
  const drafts = read.flatMap(({ file, drafts: own }) => own.map((draft) => ({ file, ...draft })))
  return {
    code: 0,
    json: {
      ok: true,
      refused: [],
      drafts: drafts.map(({ file, id, format, notes, media: kept }) => ({
        file,
        format,
        draft: join(out, `${id}${SCENARIO}`),
        media: [...kept.keys()],
        notes: notes.map((note) => ({ ...note, message: sayNote(note) })),
      })),
    },
    text: drafts
      .map(({ file, id, notes, media: kept }) => {
        const say = (note: (typeof notes)[number]) =>
          `    ${note.place === '' ? sayNote(note) : t('import.at', { place: note.place, sentence: sayNote(note) })}`
        const group = (lost: boolean) => {
          const own = notes.filter((note) => isDecision(note) !== lost)
          return own.length === 0 ? [] : [`  ${words(lost ? 'group.lost' : 'group.decide')}`, ...own.map(say)]
        }
        return [
          t('import.done', { file, draft: join(out, `${id}${SCENARIO}`) }),
          ...(kept.size > 0
            ? [`  ${t('import.with-media', { count: kept.size, folder: join(out, 'media') })}`]
            : []),
          ...group(true),
          ...group(false),
        ].join('\n')
      })
      .join('\n'),
  }
}
