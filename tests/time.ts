/** Times that tests may hold to a limit although other programs keep the computer busy. */
import { availableParallelism, loadavg } from 'node:os'

/**
 * Returns the milliseconds of the processor that something in this thread took, or little more. What else a busy
 * computer does does not count; nor do other test files in threads of the same process, for they can't have added more
 * than the time that passed.
 */
export async function processorMs(act: () => unknown): Promise<number> {
  const start = process.cpuUsage()
  const from = performance.now()
  await act()
  const passed = performance.now() - from
  const { user, system } = process.cpuUsage(start)
  return Math.min(passed, (user + system) / 1000)
}

/** Returns how many milliseconds may pass instead, where other programs want the processors too. */
export const stretched = (ms: number): number => ms * Math.max(1, loadavg()[0]! / availableParallelism())
