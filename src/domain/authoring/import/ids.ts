import { ID_PATTERN, RESERVED_IDS } from '../../scenario/vocabulary'

const LONGEST_ID = 40

/** Makes ids of one kind from names that authors wrote. The ids are valid, short and unique. */
export class Ids {
  readonly #taken: Set<string>
  /** The number that comes next behind a name, so that the thousandth of equal names asks no more than the second. */
  readonly #next = new Map<string, number>()

  /** @param taken ids that must not be used */
  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken)
  }

  /**
   * Returns a new id.
   * @param name the name as its author wrote it
   * @param fallback replaces a name that has no letters for an id, such as one in another script
   */
  of(name: string, fallback: string): string {
    const plain = slug(name)
    const base = plain === '' ? fallback : ID_PATTERN.test(plain) ? plain : `${fallback}-${plain}`
    let id = base.slice(0, LONGEST_ID).replace(/-+$/, '')
    if (this.#taken.has(id) || RESERVED_IDS.has(id)) {
      const stem = base.slice(0, LONGEST_ID - 6).replace(/-+$/, '')
      let n = this.#next.get(stem) ?? 2
      do id = `${stem}-${n++}`
      while (this.#taken.has(id) || RESERVED_IDS.has(id))
      this.#next.set(stem, n)
    }
    this.#taken.add(id)
    return id
  }
}

/** Returns a name in the letters, digits and hyphens of an id; empty if it has none. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
