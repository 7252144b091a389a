import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'

/** Files that change their names together: what was done can be taken back as long as nobody has worked with it. */
export class Moves {
  readonly #undo: (() => void)[] = []

  /** @throws the system's error; what was moved before stays until `takeBack` */
  rename(from: string, to: string): void {
    renameSync(from, to)
    this.#undo.push(() => renameSync(to, from))
  }

  renameIfThere(from: string, to: string): void {
    if (existsSync(from)) this.rename(from, to)
  }

  /** Copies to a place where nothing is. */
  copy(from: string, to: string): void {
    this.#undo.push(() => rmSync(to, { force: true }))
    copyFileSync(from, to)
  }

  /** Puts everything back, the last first. */
  takeBack(): void {
    for (const step of this.#undo.splice(0).reverse()) step()
  }
}
