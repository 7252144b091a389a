import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { packPage } from '../domain/authoring/review/pack'
import { listNodes } from '../domain/scenario/nodes'
import { listMedia, mediaKindOf } from '../domain/scenario/media'
import type { Scenario } from '../domain/scenario/schema'
import { onlyFile, orUnreadable, UsageError } from './files'
import { compiledOr, type Answer, type Language } from './told'
import { writeAll } from './write-all'

const ROOT = resolve(__dirname, '..', '..')

/** Returns the page without a scenario. It is built if it does not exist, or was built from other sources. */
function readPage(): string {
  const built = spawnSync(process.execPath, [join(ROOT, 'build', 'review.mjs')], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const file = join(ROOT, 'out', 'review', 'pack.html.br')
  if (built.status !== 0 || !existsSync(file)) throw new UsageError((t) => t('review.no-page'))
  return brotliDecompressSync(readFileSync(file)).toString('utf8')
}

/** Returns pictures and sounds as `data:` addresses, by the SHA-256 of their files. */
function mediaOf(scenario: Scenario, folder: string): Record<string, string> {
  const media: Record<string, string> = {}
  for (const { media: one } of listMedia(listNodes(scenario))) {
    if (one.sha256 === undefined) continue
    const path = join(folder, 'media', one.file)
    const bytes = orUnreadable(path, () => readFileSync(path))
    media[one.sha256] = `data:${mediaKindOf(one.file)?.type};base64,${bytes.toString('base64')}`
  }
  return media
}

/** Makes a pack for the reviewers of a scenario. */
export function reviewFile(files: readonly string[], out: string | undefined, say: Language): Answer {
  const file = onlyFile(files, 'review', 'name.scenario')
  if (out === undefined || out === '') throw new UsageError((t) => t('review.out'))
  if (existsSync(out) && resolve(out) === resolve(file)) throw new UsageError((t) => t('review.out'))
  const compiled = compiledOr(file, say)
  if ('code' in compiled) return compiled
  const { scenario } = compiled
  const hash = createHash('sha256').update(JSON.stringify(scenario)).digest('hex')
  const content = { id: scenario.id, version: scenario.version, hash, at: new Date().toISOString() }
  const page = packPage(readPage(), {
    pack: 1,
    content,
    scenario,
    media: mediaOf(scenario, dirname(file)),
    threads: [],
    locale: say.locale,
  })
  writeAll([{ path: out, content: page }], [])
  const { size } = statSync(out)
  return {
    code: 0,
    json: { ok: true, file: out, size, ...content },
    text: say.t('review.made', {
      file: out,
      size: Math.round(size / 1000),
      scenario: scenario.id,
      version: scenario.version,
      hash: hash.slice(0, 12),
    }),
  }
}
