import { expect, it } from 'vitest'
import { footprint } from './memory'

const region = (path: string, figures: { rss: number; pss: number; anonymous?: number }, offset = 0) =>
  `7f0000000000-7f0000100000 r-xp ${offset.toString(16).padStart(8, '0')} fe:00 4711   ${path}
Size:                4096 kB
Rss:                 ${figures.rss} kB
Pss:                 ${figures.pss} kB
Pss_Dirty:              0 kB
Anonymous:           ${figures.anonymous ?? 0} kB
VmFlags: rd ex mr mw me
`

const PROGRAM = '/opt/program/electron'

/** Two processes with one program, a heap each and a piece of shared memory; `others` processes map the program too. */
const together = (others: number) =>
  ['1', '2'].map(
    (heap) =>
      region(PROGRAM, { rss: 600, pss: 600 / (2 + others) }) +
      region(PROGRAM, { rss: 100, pss: 50, anonymous: 100 }, 0x1000) +
      region('[heap]', { rss: Number(heap) * 100, pss: Number(heap) * 100, anonymous: Number(heap) * 100 }) +
      region('', { rss: 30, pss: 30, anonymous: 30 }) +
      region('/memfd:frame (deleted)', { rss: 40, pss: 20 }),
  )

it('counts once what the processes of a program share', () => {
  expect(footprint(together(0))).toBe(600 + 100 + 300 + 60 + 40)
})

it('is the same while another program of the same runtime is open', () => {
  expect(footprint(together(6))).toBe(footprint(together(0)))
})

it('keeps the parts of a file apart', () => {
  const parts = region(PROGRAM, { rss: 8, pss: 8 }) + region(PROGRAM, { rss: 4, pss: 4 }, 0x2000)
  expect(footprint([parts])).toBe(12)
})
