import { hostname } from 'node:os'
import { markOf } from './disk'
import { endLease, keepLease, whoEdits, type Editing } from './lease'
import type { StudioPaths, Which } from './paths'

/** Knows which documents are open here, and who has them open on other computers. */
export class Presence {
  readonly #open = new Map<string, { readonly which: Which; readonly own: Editing }>()

  constructor(
    private readonly paths: () => StudioPaths,
    private readonly now: () => Date,
    /** Tells this start of the program from others that use the same folder. */
    private readonly session: string,
  ) {}

  /** Notes that somebody on this computer has begun to edit the document. */
  async opened(which: Which, who: string): Promise<void> {
    const key = this.paths().draft(which)
    const own = { who, computer: hostname(), since: this.now().toISOString() }
    const before = this.#open.get(key)
    this.#open.set(key, { which, own: before?.own.who === who ? before.own : own })
    await this.#renew(key).catch(() => {})
  }

  /** Notes that nobody on this computer edits the document any more. */
  async closed(which: Which): Promise<void> {
    if (!this.#open.delete(this.paths().draft(which))) return
    await endLease(this.paths().editing(which), this.session).catch(() => {})
  }

  async closeAll(): Promise<void> {
    for (const { which } of this.#open.values()) await this.closed(which)
  }

  forget(which: Which): void {
    this.#open.delete(this.paths().draft(which))
  }

  /** Renews the leases of all open documents. */
  async renew(): Promise<void> {
    for (const key of this.#open.keys()) await this.#renew(key).catch(() => {})
  }

  async #renew(key: string): Promise<void> {
    const open = this.#open.get(key)
    if (!open || !(await markOf(key))) return
    await keepLease(this.paths().editing(open.which), this.session, open.own, this.now())
  }

  /** Returns another person who has the document open; `null` if there is nobody. */
  others(which: Which): Promise<Editing | null> {
    return whoEdits(this.paths().editing(which), this.session, this.now()).catch(() => null)
  }
}
