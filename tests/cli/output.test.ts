import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, TSX } from './run-htl'

describe('what htl writes', () => {
  const through = (pipe: string) =>
    spawnSync(
      'bash',
      [
        '-c',
        `"$0" "$1" src/cli/htl.ts texts "$2" --json ${pipe}; echo "\${PIPESTATUS[0]}"`,
        process.execPath,
        TSX,
        path.join(ROOT, 'scenarios', 'telegram-bribe.scenario.json'),
      ],
      { cwd: ROOT, encoding: 'utf8' },
    )

  it.skipIf(process.platform === 'win32')('may be read by somebody who stops early', () => {
    const { stdout, stderr } = through('| head -1')
    expect([stdout, stderr]).toEqual(['{\n0\n', ''])
  })

  it.skipIf(process.platform !== 'linux')('is told in a sentence when the disk is full', () => {
    const { stdout, stderr } = through('> /dev/full')
    expect(stdout).toBe('2\n')
    expect(stderr).toMatch(/^stdout can’t be written \(ENOSPC\).*The disk is full[^\n]*\n$/)
  })
})
