// `npm run demo`: plays a short course in the real application, as a person would, and writes the results to out/demo.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { prepare, runWithApp } from './session.mjs'
import { isMain, projectRoot, runMain } from './tools.mjs'

/** @param {string[]} args */
export async function demo(args) {
  const folder = path.join(projectRoot, 'out', 'demo')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return runWithApp('build/demo/run.ts', args, await prepare())
}

if (isMain(import.meta.url)) await runMain(() => demo(process.argv.slice(2)))
