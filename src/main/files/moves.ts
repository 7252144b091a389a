import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'

/** Renames and copies several files so that all steps can be undone. */
export class Moves {
  readonly #undo: (() => void)[] = []

  /** @throws the system's error; earlier steps stay until `takeBack` */
  rename(from: string, to: string): void {
    renameSync(from, to)
    this.#undo.push(() => renameSync(to, from))
  }

  renameIfThere(from: string, to: string): void {
    if (existsSync(from)) this.rename(from, to)
  }

  /** Copies a file to a place where there is none. */
  copy(from: string, to: string): void {
    this.#undo.push(() => rmSync(to, { force: true }))
    copyFileSync(from, to)
  }

  /** Undoes all steps, the last one first. */
  takeBack(): void {
    for (const step of this.#undo.splice(0).reverse()) step()
  }
}
