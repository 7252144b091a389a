import { join } from 'node:path'
import { DOCUMENT_ENDINGS, type DocumentKind } from '../../domain/authoring/document'
import { ID_PATTERN } from '../../domain/scenario/vocabulary'
import { sha256 } from '../store/tables/audit'

/** Which document. */
export interface Which {
  readonly kind: DocumentKind
  readonly id: string
}

/** A course or a floor may have the id of a scenario; its folder must not have its name. */
export const folderName = ({ kind, id }: Which): string => (kind === 'scenario' ? id : `${id}.${kind}`)

/** The document whose folder has this name; `undefined` for a folder that is none of ours. */
export function whichOf(name: string): Which | undefined {
  const [id, kind, ...more] = name.split('.')
  if (id === undefined || !ID_PATTERN.test(id) || more.length > 0) return undefined
  if (kind === undefined) return { kind: 'scenario', id }
  return kind === 'course' || kind === 'floor' ? { kind, id } : undefined
}

export const fileName = ({ kind, id }: Which): string => `${id}${DOCUMENT_ENDINGS[kind]}`

/** The file of a scenario's test plan, as the command line looks for it beside the scenario. */
export const planFileName = (id: string): string => `${id}.testplan.json`

/** What Windows takes for a device, whatever follows. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** Whether a folder and a file can have this id as their name on every system. */
export const canBeAName = (id: string): boolean => !DEVICE_NAME.test(id)

/** The first digits of a hash, as each line of a journal begins with. */
export const lineSum = (text: string): string => sha256(text).slice(0, 16)

/** Where the Studio keeps what, below one folder. */
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
  /** Pictures and sounds of versions, each under its SHA-256. */
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
  /** What did not come along when it was imported. */
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
  /** For which words each translation was written. */
  translations(which: Which): string {
    return join(this.draft(which), 'translations.json')
  }
  /** Who edits it, a file each. */
  editing(which: Which): string {
    return join(this.draft(which), 'editing')
  }
  /** What other programs made of the file, each under its hash. */
  outside(which: Which): string {
    return join(this.draft(which), 'outside')
  }
  media(which: Which): string {
    return join(this.draft(which), 'media')
  }
  /** What is said of it, a file for each start of the program; never part of the document. */
  comments(which: Which): string {
    return join(this.draft(which), 'comments')
  }
  versions(which: Which): string {
    return join(this.published, folderName(which))
  }
}
