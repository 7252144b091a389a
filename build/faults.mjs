// `npm run faults -- studio`: kills programs while they write, at random moments, and reports what was lost.
import { projectRoot, run, runMain, toolEntry } from './tools.mjs'

const HOUR = 3_600_000

await runMain(async () => {
  const args = [toolEntry('tsx'), 'tests/faults/run.ts', ...process.argv.slice(2)]
  return (await run(process.execPath, args, { cwd: projectRoot, timeoutMs: HOUR })).code
})
