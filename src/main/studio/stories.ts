import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { ImportRefused, type RefusalCode } from '../../domain/authoring/import/refusal'
import { NOTE_CODES } from '../../domain/authoring/import/story'
import { loadTexts, localeFor } from '../../texts/translate'
import type { OpenedFile } from '../files/dialogs'
import type { Person } from '../store/records'
import { bytesOf } from './disk'
import { LARGEST_DOCUMENT } from './draft-reader'
import type { Drafts } from './drafts'
import { textOfValue } from './new-document'
import type { StudioPaths, Which } from './paths'

type Title = Readonly<Record<string, string>>

/** The file beside a draft that notes what an import could not take over. */
const importedFromSchema = z.object({
  file: z.string(),
  notes: z.array(
    z.object({ code: z.enum(NOTE_CODES), place: z.string(), text: z.string(), instead: z.string() }),
  ),
})
type ImportedFrom = z.infer<typeof importedFromSchema>

/** Imports stories of other tools as drafts. */
export class Stories {
  constructor(
    private readonly paths: () => StudioPaths,
    private readonly drafts: Pick<Drafts, 'create'>,
    /** Returns a document’s id, or the next one that is free. */
    private readonly free: (which: Which) => Promise<Which>,
  ) {}

  /**
   * Imports the stories of a file of another tool. Everything that could not be taken over is noted beside each draft.
   * @param language the language of the words; `null` for the one that the file names
   * @returns `which-language` if the file names none; then nothing was imported
   */
  async take(
    file: OpenedFile,
    { locale, language }: { readonly locale: string; readonly language: string | null },
    person: Person,
  ): Promise<
    | { outcome: 'stories'; file: string; drafts: { id: string; title: Title; notes: number }[] }
    | { outcome: 'which-language'; file: string }
    | { outcome: 'no-story'; file: string; code: RefusalCode; params: Record<string, string | number> }
  > {
    const [{ readForeign }, words] = await Promise.all([
      import('../../interchange/read'),
      loadTexts(localeFor(language ?? locale), 'import'),
    ])
    const options = {
      language: language ?? undefined,
      fallback: locale,
      words: { goOn: words('go-on'), untitled: words('untitled') },
    }
    const { name } = file
    const read = await readForeign(file, options).catch((error: unknown) => {
      if (error instanceof ImportRefused) return error
      throw error
    })
    if (read instanceof ImportRefused) {
      return { outcome: 'no-story', file: name, code: read.code, params: { ...read.params } }
    }
    if (read.some(({ saysLanguage }) => !saysLanguage)) return { outcome: 'which-language', file: name }
    if (read.some(({ document }) => Buffer.byteLength(textOfValue(document)) > LARGEST_DOCUMENT)) {
      const params = { megabytes: Math.floor(LARGEST_DOCUMENT / 1_000_000) }
      return { outcome: 'no-story', file: name, code: 'too-large', params }
    }
    const drafts: { id: string; title: Title; notes: number }[] = []
    try {
      for (const { id, document, notes, media } of read) {
        const which = await this.free({ kind: 'scenario', id })
        const kept: ImportedFrom = { file: name, notes: [...notes] }
        await this.drafts.create(which, textOfValue({ ...document, id: which.id }), {
          by: person.name,
          media,
          beside: new Map([[basename(this.paths().importedFrom(which)), JSON.stringify(kept)]]),
        })
        drafts.push({ id: which.id, title: document.title, notes: notes.length })
      }
    } catch (error) {
      // A file is imported completely or not at all, so that a second try does not double its first stories.
      for (const { id } of drafts)
        await rm(this.paths().draft({ kind: 'scenario', id }), { recursive: true, force: true })
      throw error
    }
    return { outcome: 'stories', file: name, drafts }
  }

  /**
   * Returns what the import of a draft could not take over. `null` when the draft was not imported, or after somebody
   * has dismissed the notes.
   */
  async from(which: Which): Promise<ImportedFrom | null> {
    const bytes = await bytesOf(this.paths().importedFrom(which)).catch(() => undefined)
    try {
      return bytes ? importedFromSchema.parse(JSON.parse(bytes.toString('utf8'))) : null
    } catch {
      return null
    }
  }

  async forget(which: Which): Promise<void> {
    await rm(this.paths().importedFrom(which), { force: true })
  }
}
