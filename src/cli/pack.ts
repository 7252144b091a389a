import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ImportRefused } from '../domain/authoring/import/refusal'
import { hasErrors } from '../domain/scenario/issue'
import { isOfMediaFile, listMedia } from '../domain/scenario/media'
import { listNodes } from '../domain/scenario/nodes'
import { parseScenario } from '../domain/scenario/parse'
import { LARGEST_IMPORT } from '../interchange/read'
import { readPackage, writePackage } from '../interchange/package'
import { refusalSayer } from '../texts/import-words'
import { loadTexts } from '../texts/translate'
import { FLOOR, onlyFile, orUnreadable, readScenario, readText, SCENARIO, UsageError } from './files'
import { lines, told, type Answer, type Language } from './told'
import { writeAll, type ToWrite } from './write-all'

const refuseExisting = (files: readonly ToWrite[]): void => {
  for (const { path: file } of files) {
    if (existsSync(file)) throw new UsageError((t) => t('import.there', { file }))
  }
}

/** Puts a scenario with its floor, its pictures and its sounds into one file. */
export async function packFile(
  files: readonly string[],
  out: string | undefined,
  say: Language,
): Promise<Answer> {
  const file = onlyFile(files, 'pack', 'name.scenario')
  if (out === undefined) throw new UsageError((t) => t('pack.out'))
  const text = readText(file)
  const parsed = parseScenario(text)
  const found = parsed.ok ? readScenario(file).issues.filter(isOfMediaFile) : parsed.issues
  if (!parsed.ok || hasErrors(found)) {
    return {
      code: 1,
      json: { ok: false, file, issues: told(found, say) },
      text: `${say.t('file.bad', { file })}\n${lines(found, say)}`,
    }
  }
  const { scenario } = parsed
  const folder = dirname(file)
  const names = new Set(listMedia(listNodes(scenario)).map(({ media }) => media.file))
  const media = new Map(
    [...names].map((name) => [name, orUnreadable(name, () => readFileSync(join(folder, 'media', name)))]),
  )
  const { floor: id } = scenario
  const floor = id === undefined ? undefined : { id, text: readText(join(folder, 'floors', `${id}${FLOOR}`)) }
  const target = { path: out, content: writePackage({ id: scenario.id, text, floor, media }) }
  refuseExisting([target])
  writeAll([target], [dirname(out)])
  return {
    code: 0,
    json: { ok: true, package: out, scenario: scenario.id, floor: id ?? null, media: [...names] },
    text: say.t('pack.done', { file: out, count: names.size }),
  }
}

/** Takes a package apart, into files as the program reads them. */
export async function unpackFile(
  files: readonly string[],
  out: string | undefined,
  say: Language,
): Promise<Answer> {
  const [file, ...more] = files
  if (file === undefined || more.length > 0) throw new UsageError((t) => t('unpack.file'))
  if (out === undefined) throw new UsageError((t) => t('import.out'))
  const bytes = orUnreadable(file, () =>
    statSync(file).size > LARGEST_IMPORT ? new Uint8Array() : readFileSync(file),
  )
  try {
    const { id, text, floor, media } = await readPackage(bytes)
    const written: ToWrite[] = [
      { path: join(out, `${id}${SCENARIO}`), content: text },
      ...(floor ? [{ path: join(out, 'floors', `${floor.id}${FLOOR}`), content: floor.text }] : []),
      ...[...media].map(([name, content]) => ({ path: join(out, 'media', name), content })),
    ]
    refuseExisting(written)
    writeAll(written, [...new Set(written.map(({ path }) => dirname(path)))])
    return {
      code: 0,
      json: { ok: true, files: written.map(({ path }) => path) },
      text: written.map(({ path }) => say.t('file.ok', { file: path })).join('\n'),
    }
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    const why = refusalSayer(await loadTexts(say.locale, 'import'))(error)
    const { code, params } = error
    return {
      code: 1,
      json: { ok: false, refused: [{ file, code, params, message: why }] },
      text: [say.t('import.refused', { file: basename(file), code, why }), say.t('import.none')].join('\n'),
    }
  }
}
