import { Refused } from '../../refused'
import type { Database } from '../libsql'

export interface StoredView {
  readonly id: string
  readonly name: string
  /** JSON as it was saved; the caller parses it. */
  readonly view: string
}

const AT_MOST = 50

/** Keeps the views that a person saves of a page. Nobody else sees them. */
export class SavedViews {
  constructor(private readonly db: Database) {}

  of(person: string, page: string): StoredView[] {
    return this.db
      .prepare(
        'SELECT id, name, view FROM saved_views WHERE person_id = ? AND page = ? ORDER BY name COLLATE NOCASE, id',
      )
      .all<StoredView>(person, page)
  }

  /** @throws Refused `already-exists` when the person has a view of that name, or the largest number of views */
  save(id: string, person: string, page: string, name: string, view: string, at: string): void {
    this.#nameIsFree(person, page, name, id)
    if (this.of(person, page).length >= AT_MOST) {
      throw new Refused('already-exists', `There are ${AT_MOST} views already. Delete one first.`)
    }
    this.db
      .prepare(
        'INSERT INTO saved_views (id, person_id, name, page, view, created_at) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(id, person, name, page, view, at)
  }

  /** @throws Refused `not-found` for a view of somebody else, `already-exists` for a name that is taken */
  rename(id: string, person: string, name: string): void {
    const row = this.db
      .prepare('SELECT page FROM saved_views WHERE id = ? AND person_id = ?')
      .get<{ page: string }>(id, person)
    if (!row) throw new Refused('not-found', 'There is no such view.')
    this.#nameIsFree(person, row.page, name, id)
    this.db.prepare('UPDATE saved_views SET name = ? WHERE id = ?').run(name, id)
  }

  /** @throws Refused `not-found` for a view of somebody else */
  delete(id: string, person: string): void {
    const { changes } = this.db
      .prepare('DELETE FROM saved_views WHERE id = ? AND person_id = ?')
      .run(id, person)
    if (changes === 0) throw new Refused('not-found', 'There is no such view.')
  }

  #nameIsFree(person: string, page: string, name: string, except: string): void {
    const taken = this.of(person, page).some(
      (view) => view.id !== except && view.name.toLocaleLowerCase() === name.toLocaleLowerCase(),
    )
    if (taken) throw new Refused('already-exists', `You have a view called ‘${name}’ already.`)
  }
}
