/** Times that tests may hold to a limit although other programs keep the computer busy. */
import { availableParallelism, loadavg } from 'node:os'

/** Returns the milliseconds of the processor that something took. What else a busy computer does does not count. */
export async function processorMs(act: () => unknown): Promise<number> {
  const start = process.cpuUsage()
  await act()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** Returns how many milliseconds may pass instead, where other programs want the processors too. */
export const stretched = (ms: number): number => ms * Math.max(1, loadavg()[0]! / availableParallelism())
