import { hostname } from 'node:os'
import { markOf } from './disk'
import { Leases, type Editing } from './lease'
import type { StudioPaths, Which } from './paths'

/** Knows which documents are open here, and who has them open on other computers. */
export class Presence {
  readonly #open = new Map<string, { readonly which: Which; readonly own: Editing }>()

  readonly #leases: Leases

  constructor(
    private readonly paths: () => StudioPaths,
    private readonly now: () => Date,
    /** Tells this start of the program from others that use the same folder. */
    session: string,
  ) {
    this.#leases = new Leases(session)
  }

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
    await this.#leases.end(this.paths().editing(which)).catch(() => {})
  }

  async closeAll(): Promise<void> {
    for (const { which } of this.#open.values()) await this.closed(which)
    this.#leases.forget()
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
    await this.#leases.keep(this.paths().editing(open.which), open.own)
  }

  /** Returns another person who has the document open; `null` if there is nobody. */
  others(which: Which): Promise<Editing | null> {
    return this.#leases.whoEdits(this.paths().editing(which)).catch(() => null)
  }
}
