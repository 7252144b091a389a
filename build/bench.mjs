// `npm run bench`: measures the application against bare Electron and bare libraries, as ratios.
import { prepare, runWithApp } from './session.mjs'
import { runMain } from './tools.mjs'

await runMain(async () =>
  runWithApp('tests/bench/run.ts', process.argv.slice(2), await prepare({ sqlite: true })),
)
