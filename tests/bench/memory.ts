/** The memory of a program with all its processes, on Linux. */
import { readFileSync, readdirSync } from 'node:fs'

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

/** One mapped region of a process, in kilobytes. */
interface Region {
  readonly file: string | undefined
  readonly rss: number
  readonly pss: number
  readonly anonymous: number
}

/** Shared memory has a path too, but nobody outside the program maps it. */
const SHARED_MEMORY = /^\/(dev\/|memfd:|SYSV)| \(deleted\)$/

/** Reads what `/proc/PID/smaps` tells of one process. */
function regions(smaps: string): Region[] {
  const each = smaps.split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m).filter((text) => text !== '')
  return each.map((text) => {
    const [, offset, path] = /^\S+ \S+ (\S+) \S+ \d+ *(.*)$/m.exec(text) ?? []
    const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)
    return {
      file: path?.startsWith('/') && !SHARED_MEMORY.test(path) ? `${path} ${offset}` : undefined,
      rss: kilobytes('Rss'),
      pss: kilobytes('Pss'),
      anonymous: kilobytes('Anonymous'),
    }
  })
}

/**
 * Adds up the memory of some processes that belong together, in kilobytes. What they share counts once. The
 * proportional set size alone would not do for a file such as the program itself, because it is divided among all who
 * map it: it gets smaller as soon as another Electron runs on the machine, and more so for a program that has little
 * else.
 * @param smaps the text of each process's `/proc/PID/smaps`
 */
export function footprint(smaps: readonly string[]): number {
  const files = new Map<string, number>()
  let rest = 0
  for (const { file, rss, pss, anonymous } of smaps.flatMap(regions)) {
    if (file === undefined) {
      rest += pss
      continue
    }
    files.set(file, Math.max(files.get(file) ?? 0, rss - anonymous))
    // What a process changed of its copy of a file is shared with its own forks alone.
    rest += Math.min(anonymous, pss)
  }
  return rest + [...files.values()].reduce((total, value) => total + value, 0)
}

/** Returns the memory of a process and of all that it started, in megabytes; `undefined` if the system does not tell. */
export function memoryOf(root: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  const smaps: string[] = []
  for (const pid of family(root)) {
    try {
      smaps.push(readFileSync(`/proc/${pid}/smaps`, 'utf8'))
    } catch {
      // The process has ended meanwhile.
    }
  }
  return footprint(smaps) / 1024
}
