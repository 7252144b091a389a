import { AUTHORS } from '../../domain/records/roles'

/** Whoever is signed in on this computer. */
interface Seat {
  readonly person: { readonly id: string; readonly role: string } | undefined
  /** The reason why the person may do nothing yet. */
  readonly blockedBy: string | undefined
}

/** Knows whether a dialog is open that records a line, and whether whoever opened it may still do so. */
export class Recording {
  /** The person who opened the dialog. */
  #by: string | undefined

  constructor(private readonly signedIn: Seat) {}

  open(person: { readonly id: string }): void {
    this.#by = person.id
  }

  close(): void {
    this.#by = undefined
  }

  /** Read anew for each question: somebody may have locked the screen, or have lost the role. */
  get allowed(): boolean {
    const { person, blockedBy } = this.signedIn
    if (this.#by === undefined || person?.id !== this.#by || blockedBy) return false
    return (AUTHORS as readonly unknown[]).includes(person.role)
  }
}
