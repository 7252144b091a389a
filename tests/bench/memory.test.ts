import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import { footprint, memoryOf, type ProcessMemory } from './memory'

const PROGRAM = '/opt/program/electron'
const PAGE = 4096

interface Part {
  readonly path: string
  readonly pss: number
  readonly anonymous?: number
  /** The part of the file in pages, and those of them that are in memory, counted from its begin. */
  readonly from?: number
  readonly pages?: number
  readonly resident?: readonly number[]
}

/** A process with the given parts of memory, one after the other. */
function processWith(parts: readonly Part[]): ProcessMemory {
  const pages = new Map<number, { readonly pages: number; readonly resident: readonly number[] }>()
  let address = 0x7f0000000000
  const smaps = parts.map(({ path, pss, anonymous = 0, from = 0, pages: size = 1, resident = [] }) => {
    const start = address
    address += size * PAGE
    pages.set(start, { pages: size, resident })
    return `${start.toString(16)}-${address.toString(16)} r-xp ${(from * PAGE).toString(16).padStart(8, '0')} fe:00 4711   ${path}
Size:                4096 kB
Rss:                 4096 kB
Pss:                 ${pss} kB
Pss_Dirty:              0 kB
Anonymous:           ${anonymous} kB
VmFlags: rd ex mr mw me
`
  })
  const pagemap = (at: number, count: number) => {
    const region = pages.get(at)
    if (region?.pages !== count) throw new Error('no such region')
    // Of a page that is not there the system may still tell that it belongs to a file.
    return BigUint64Array.from({ length: count }, (_, index) =>
      region.resident.includes(index) ? (1n << 63n) | (1n << 61n) : 1n << 61n,
    )
  }
  return { smaps: smaps.join(''), pagemap }
}

/** Two processes with one program, a heap each and a piece of shared memory; `others` processes map the program too. */
const together = (others: number) =>
  [
    { heap: 100, resident: [0, 1, 2] },
    { heap: 200, resident: [2, 3] },
  ].map(({ heap, resident }) =>
    processWith([
      { path: PROGRAM, pss: (resident.length * 4) / (2 + others), pages: 10, resident },
      { path: PROGRAM, pss: 50, anonymous: 100, from: 10 },
      { path: '[heap]', pss: heap, anonymous: heap },
      { path: '', pss: 30, anonymous: 30 },
      { path: '/memfd:frame (deleted)', pss: 20 },
    ]),
  )

it('counts once what the processes of a program share', () => {
  expect(footprint(together(0))).toBe(4 * 4 + 100 + 300 + 60 + 40)
})

it('is the same while another program of the same runtime is open', () => {
  expect(footprint(together(6))).toBe(footprint(together(0)))
})

it('knows a page of a file again that another part or another process has', () => {
  const one = processWith([
    { path: PROGRAM, pss: 8, pages: 4, resident: [0, 3] },
    { path: PROGRAM, pss: 4, from: 4, pages: 2, resident: [1] },
  ])
  const other = processWith([{ path: PROGRAM, pss: 8, from: 3, pages: 3, resident: [0, 2] }])
  expect(footprint([one, other])).toBe(3 * 4)
})

it('does not count a changed copy of a page of a file as one of the file', () => {
  const anonymous = 1n << 63n
  const changed = processWith([{ path: PROGRAM, pss: 4, anonymous: 4 }])
  expect(footprint([{ ...changed, pagemap: () => BigUint64Array.of(anonymous) }])).toBe(4)
})

it.runIf(process.platform === 'linux')('reads what a program and what it started hold', async () => {
  const hold =
    'const held = Buffer.alloc(64 << 20, 1); console.log(held.length); setInterval(() => held.length, 1000)'
  const child = spawn(
    process.execPath,
    [
      '-e',
      `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(hold)}], { stdio: 'inherit' })`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  )
  try {
    await new Promise((resolve) => child.stdout.once('data', resolve))
    const memory = memoryOf(child.pid!)
    expect(memory).toBeGreaterThan(64)
    // Two runtimes hold less than 64 MB each beside that.
    expect(memory).toBeLessThan(192)
  } finally {
    process.kill(-child.pid!)
  }
})
