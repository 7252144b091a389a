/** The memory of a program with all its processes, on Linux. */
import { closeSync, openSync, readFileSync, readSync, readdirSync } from 'node:fs'

/** Returns the ids of a process and of all that it started. */
function family(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      // The name in brackets may contain spaces; the parent is the second field after it.
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // The process ended before its file was read.
    }
  }
  const found = [root]
  for (let index = 0; index < found.length; index += 1) {
    for (const [pid, parent] of parents) if (parent === found[index]) found.push(pid)
  }
  return found
}

/** What Linux tells of the memory of one process. */
export interface ProcessMemory {
  /** The text of `/proc/PID/smaps`. */
  readonly smaps: string
  /** Returns the words that `/proc/PID/pagemap` has for so many pages from an address on. */
  readonly pagemap: (address: number, pages: number) => BigUint64Array
}

const PAGE = 4096
/** The bits of a word of the page map: the page is there, and it is one of a file or of shared memory. */
const PRESENT_OF_FILE = (1n << 63n) | (1n << 61n)

/** One mapped region of a process; figures in kilobytes, the place in the file in bytes. */
interface Region {
  readonly start: number
  readonly end: number
  readonly offset: number
  readonly file: string | undefined
  readonly pss: number
  readonly anonymous: number
}

/** Shared memory has a path too, but nobody outside the program maps it. */
const SHARED_MEMORY = /^\/(dev\/|memfd:|SYSV)| \(deleted\)$/
const HEAD = /^([0-9a-f]+)-([0-9a-f]+) \S+ ([0-9a-f]+) \S+ \d+ *(.*)$/m

function regions(smaps: string): Region[] {
  const each = smaps.split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m).filter((text) => text !== '')
  return each.map((text) => {
    const [, start = '', end = '', offset = '', path = ''] = HEAD.exec(text) ?? []
    const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)
    return {
      start: parseInt(start, 16),
      end: parseInt(end, 16),
      offset: parseInt(offset, 16),
      file: path.startsWith('/') && !SHARED_MEMORY.test(path) ? path : undefined,
      pss: kilobytes('Pss'),
      anonymous: kilobytes('Anonymous'),
    }
  })
}

/**
 * Adds up the memory of some processes that belong together, in kilobytes. What they share counts once: of a file, each
 * page that at least one of them has in memory. The proportional set size would not do for a file such as the program
 * itself, because it is divided among all who map it: it gets smaller as soon as another Electron runs on the machine,
 * and more so for a program that has little else.
 */
export function footprint(processes: readonly ProcessMemory[]): number {
  const files = new Map<string, Set<number>>()
  let rest = 0
  for (const { smaps, pagemap } of processes) {
    for (const { start, end, offset, file, pss, anonymous } of regions(smaps)) {
      if (file === undefined) {
        rest += pss
        continue
      }
      // What a process changed of its copy of a file is shared with its own forks alone.
      rest += Math.min(anonymous, pss)
      const resident = files.get(file) ?? new Set()
      files.set(file, resident)
      pagemap(start, (end - start) / PAGE).forEach((word, index) => {
        if ((word & PRESENT_OF_FILE) === PRESENT_OF_FILE) resident.add(offset / PAGE + index)
      })
    }
  }
  return rest + [...files.values()].reduce((total, { size }) => total + (size * PAGE) / 1024, 0)
}

/** Reads the page map of a process. What has ended meanwhile has no pages. */
function readPagemap(file: number, address: number, pages: number): BigUint64Array {
  const words = new BigUint64Array(pages)
  readSync(file, words, 0, words.byteLength, (address / PAGE) * words.BYTES_PER_ELEMENT)
  return words
}

/** Returns the memory of a process and of all that it started, in megabytes; `undefined` if the system does not tell. */
export function memoryOf(root: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  const opened: number[] = []
  try {
    const processes = family(root).flatMap((pid): ProcessMemory[] => {
      try {
        const smaps = readFileSync(`/proc/${pid}/smaps`, 'utf8')
        const file = openSync(`/proc/${pid}/pagemap`, 'r')
        opened.push(file)
        return [{ smaps, pagemap: (address, pages) => readPagemap(file, address, pages) }]
      } catch {
        // The process has ended meanwhile.
        return []
      }
    })
    return footprint(processes) / 1024
  } finally {
    for (const file of opened) closeSync(file)
  }
}
