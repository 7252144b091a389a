import { join } from 'node:path'
import { DOCUMENT_ENDINGS, type DocumentKind } from '../../domain/authoring/document'
import { ID_PATTERN } from '../../domain/scenario/vocabulary'
import { sha256 } from '../sha256'

/** Names one document of the Studio. */
export interface Which {
  readonly kind: DocumentKind
  readonly id: string
}

/** A course or a floor may have the same id as a scenario, so its folder needs another name. */
export const folderName = ({ kind, id }: Which): string => (kind === 'scenario' ? id : `${id}.${kind}`)

/**
 * Returns the document to which a folder of this name belongs, or `undefined` for a folder that is not the Studio's.
 */
export function whichOf(name: string): Which | undefined {
  const [id, kind, ...more] = name.split('.')
  if (id === undefined || !ID_PATTERN.test(id) || more.length > 0) return undefined
  if (kind === undefined) return { kind: 'scenario', id }
  return kind === 'course' || kind === 'floor' ? { kind, id } : undefined
}

export const fileName = ({ kind, id }: Which): string => `${id}${DOCUMENT_ENDINGS[kind]}`

/** Returns the name of a scenario's test plan. The command line looks for it beside the scenario. */
export const planFileName = (id: string): string => `${id}.testplan.json`

/** Windows reserves these names for devices, with any file ending. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** Tells whether every system accepts this id as the name of a folder and a file. */
export const canBeAName = (id: string): boolean => !DEVICE_NAME.test(id)

/** Returns the checksum at the beginning of a journal's line: the first digits of its hash. */
export const lineSum = (text: string): string => sha256(text).slice(0, 16)

/** Knows the path of each file that the Studio keeps below its folder. */
export class StudioPaths {
  constructor(readonly root: string) {}

  get drafts(): string {
    return join(this.root, 'drafts')
  }
  get published(): string {
    return join(this.root, 'published')
  }
  get removed(): string {
    return join(this.root, 'removed')
  }
  /** The pictures and sounds of versions, each named by its SHA-256. */
  get publishedMedia(): string {
    return join(this.published, 'media.files')
  }

  draft(which: Which): string {
    return join(this.drafts, folderName(which))
  }
  file(which: Which): string {
    return join(this.draft(which), fileName(which))
  }
  journal(which: Which): string {
    return join(this.draft(which), 'journal.jsonl')
  }
  /** Notes of what was lost when the document was imported. */
  importedFrom(which: Which): string {
    return join(this.draft(which), 'imported.json')
  }
  places(which: Which): string {
    return join(this.draft(which), 'places.json')
  }
  /** The test plan of a scenario. */
  plan(id: string): string {
    return join(this.draft({ kind: 'scenario', id }), planFileName(id))
  }
  /** Records the source text for which each translation was written. */
  translations(which: Which): string {
    return join(this.draft(which), 'translations.json')
  }
  /** One file for each person who has the document open. */
  editing(which: Which): string {
    return join(this.draft(which), 'editing')
  }
  /** Contents that other programs wrote to the document's file, each named by its hash. */
  outside(which: Which): string {
    return join(this.draft(which), 'outside')
  }
  media(which: Which): string {
    return join(this.draft(which), 'media')
  }
  /** Comments on the document, one file for each start of the program. They are never part of the document. */
  comments(which: Which): string {
    return join(this.draft(which), 'comments')
  }
  versions(which: Which): string {
    return join(this.published, folderName(which))
  }
}
