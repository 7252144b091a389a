import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'

export const ROOT = path.resolve(__dirname, '../..')
export const TSX = createRequire(__filename).resolve('tsx/cli')
export const fixture = (name: string) => path.join(ROOT, 'tests', 'fixtures', `${name}.scenario.json`)

/** Runs the command line as somebody who types it. */
export const htl = (...words: string[]) => htlIn(ROOT, ...words)

/** Runs the command line in a folder. */
export function htlIn(cwd: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [TSX, path.join(ROOT, 'src', 'cli', 'htl.ts'), ...words],
    { cwd, encoding: 'utf8' },
  )
  return { status, stdout, stderr, json: () => JSON.parse(stdout) as Record<string, unknown> }
}
