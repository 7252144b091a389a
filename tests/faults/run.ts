/** `npm run faults -- studio [kills] [seed]`: kills many programs, and reports what was lost. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killStudio, type KillReport } from './studio-kills'

const KILLS = 300

const line = ({ kills, acknowledged, torn, lost, damaged, unopened, notUndone }: KillReport): string =>
  `studio: ${kills} kills (${torn} torn journals), ${acknowledged} edits acknowledged, ${lost} edits lost, ${damaged} journals put aside, ` +
  `${unopened} drafts that do not open, ${notUndone} whose undo does not reach the beginning`

async function studio(args: readonly string[]): Promise<number> {
  const kills = Number(args[0] ?? KILLS)
  const seed = Number(args[1] ?? Date.now() % 1_000_000)
  if (!Number.isSafeInteger(kills) || kills < 1 || !Number.isSafeInteger(seed)) return usage()
  const root = mkdtempSync(join(tmpdir(), 'hold-the-line-faults-'))
  process.stderr.write(`seed ${seed}\n`)
  try {
    const report = await killStudio(root, kills, seed, (now) => {
      if (now.kills % 25 === 0 && now.kills < kills) process.stderr.write(`${line(now)}\n`)
    })
    process.stdout.write(`${line(report)}\n`)
    const sound = report.lost === 0 && report.damaged === 0 && report.unopened === 0 && report.notUndone === 0
    // A run in which nothing was acknowledged has proved nothing.
    return sound && report.acknowledged > 0 ? 0 : 1
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 3 })
  }
}

function usage(): number {
  process.stderr.write('npm run faults -- studio [kills] [seed]\n')
  return 2
}

const [what, ...args] = process.argv.slice(2)
async function main(): Promise<void> {
  process.exitCode = what === 'studio' ? await studio(args) : usage()
}
void main()
