// `npm run bench`: measures the application against bare Electron and bare libraries, as ratios.
import { pageEnv } from './page.mjs'
import { prepare, runWithApp } from './session.mjs'
import { runMain } from './tools.mjs'

await runMain(async () => {
  const { runtime, env } = await prepare({ sqlite: true })
  const session = { runtime, env: { ...env, ...(await pageEnv(runtime)) } }
  return runWithApp('tests/bench/run.ts', process.argv.slice(2), session)
})
