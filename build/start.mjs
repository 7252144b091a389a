// `npm start`: runs the application; without a display, the guided demo.
import { demo } from './demo.mjs'
import { electronArgs, hasDisplay } from './display.mjs'
import { prepare } from './session.mjs'
import { projectRoot, run, runMain, say } from './tools.mjs'

await runMain(async () => {
  if (!hasDisplay()) {
    say(
      'This machine has no display, so the guided demo runs instead of a window; it leaves its pictures in out/demo.',
    )
    return demo([])
  }
  const { runtime, env } = await prepare()
  const { code } = await run(runtime.execPath, [...electronArgs(), projectRoot, ...process.argv.slice(2)], {
    env,
  })
  return code
})
