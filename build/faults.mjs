// `npm run faults -- studio`: kills programs that write, at random moments, and says what that costs.
import { projectRoot, run, runMain, toolEntry } from './tools.mjs'

const HOUR = 3_600_000

await runMain(async () => {
  const args = [toolEntry('tsx'), 'tests/faults/run.ts', ...process.argv.slice(2)]
  return (await run(process.execPath, args, { cwd: projectRoot, timeoutMs: HOUR })).code
})
