import type { Request, StudioAppended, StudioSaved } from '../../bridge'
import type { JournalEntry } from '../../domain/authoring/journal'
import { unwrap } from '../api'

/** The calls by which an open document is stored. Each throws when it is not answered. */
export interface StudioHost {
  readonly append: (
    asked: Omit<Request<'studio.append'>, 'entries'> & { readonly entries: readonly JournalEntry[] },
  ) => Promise<StudioAppended>
  readonly checkpoint: (asked: Request<'studio.checkpoint'>) => Promise<StudioSaved>
  readonly close: (asked: Request<'studio.close'>) => Promise<unknown>
  /** Stores a text as a copy beside the document, when somebody else's acts came first. */
  readonly keepCopy: (text: string) => Promise<unknown>
}

/** Stores documents on the disk through main. */
export const mainHost = (keepCopy: StudioHost['keepCopy']): StudioHost => ({
  append: (asked) => unwrap(window.api.studio.append(asked as Request<'studio.append'>)),
  checkpoint: (asked) => unwrap(window.api.studio.checkpoint(asked)),
  close: (asked) => unwrap(window.api.studio.close(asked)),
  keepCopy,
})
