import type { Request, StudioAppended, StudioSaved } from '../../bridge'
import type { JournalEntry } from '../../domain/authoring/journal'
import { unwrap } from '../api'

/** What an open document needs of whoever keeps it. Each call throws when it was not answered. */
export interface StudioHost {
  readonly append: (
    asked: Omit<Request<'studio.append'>, 'entries'> & { readonly entries: readonly JournalEntry[] },
  ) => Promise<StudioAppended>
  readonly checkpoint: (asked: Request<'studio.checkpoint'>) => Promise<StudioSaved>
  readonly close: (asked: Request<'studio.close'>) => Promise<unknown>
  /** Keeps a text beside the document, where somebody else was first. */
  readonly keepCopy: (text: string) => Promise<unknown>
}

/** The disk, by way of main. */
export const mainHost = (keepCopy: StudioHost['keepCopy']): StudioHost => ({
  append: (asked) => unwrap(window.api.studio.append(asked as Request<'studio.append'>)),
  checkpoint: (asked) => unwrap(window.api.studio.checkpoint(asked)),
  close: (asked) => unwrap(window.api.studio.close(asked)),
  keepCopy,
})
