import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The ending by which the system knows that a file belongs to this program. */
const OURS = /\.htl$/i
/** Somebody may select a whole folder and press Enter. At most this many files wait. */
const MOST_WAITING = 20

const pathOf = (argument: string): string | undefined => {
  if (!argument.startsWith('file:')) return argument
  try {
    return fileURLToPath(argument)
  } catch {
    return undefined
  }
}

/**
 * Returns the packages that a command line names, as paths or, as desktops of Linux write them, as addresses.
 * @param argv with the path of the program in the first place
 * @param cwd the folder in which the command was given
 */
export function packagesIn(argv: readonly string[], cwd: string): string[] {
  return argv.slice(1).flatMap((argument) => {
    if (argument.startsWith('-')) return []
    const path = pathOf(argument)
    return path !== undefined && OURS.test(path) && !path.includes('\0') ? [resolve(cwd, path)] : []
  })
}

/** Returns the packages that another start of the program handed over; none if it handed over something else. */
export function packagesFrom(handedOver: unknown): string[] {
  const { files } = (typeof handedOver === 'object' && handedOver !== null ? handedOver : {}) as {
    readonly files?: unknown
  }
  const paths = Array.isArray(files) ? files.filter((one): one is string => typeof one === 'string') : []
  return packagesIn(['', ...paths.slice(0, MOST_WAITING)], '/')
}

/** Keeps files that the system asked this program to open, until somebody who may look at them has done so. */
export class OpenedFiles {
  #waiting: string[] = []

  constructor(private readonly changed: () => void) {}

  add(paths: readonly string[]): void {
    const before = this.#waiting.length
    this.#waiting = [...new Set([...this.#waiting, ...paths])].slice(0, MOST_WAITING)
    if (this.#waiting.length > before) this.changed()
  }

  /** The path of the next file. */
  get path(): string | undefined {
    return this.#waiting[0]
  }

  /** The name of the next file, without its folder. */
  get first(): string | undefined {
    return this.path === undefined ? undefined : basename(this.path)
  }

  /** Forgets the next file, if it has this name. */
  leave(name: string): void {
    if (this.first === name) this.#waiting.shift()
  }
}
