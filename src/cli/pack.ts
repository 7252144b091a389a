import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ImportRefused } from '../domain/authoring/import/refusal'
import { hasErrors } from '../domain/scenario/issue'
import { isOfMediaFile } from '../domain/scenario/media'
import { parseScenario } from '../domain/scenario/parse'
import { packScenario } from '../interchange/pack'
import { LARGEST_PACKAGE, readPackage } from '../interchange/package'
import { refusalSayer } from '../texts/import-words'
import { loadTexts } from '../texts/translate'
import {
  FLOOR,
  onlyFile,
  orUnreadable,
  PLAN,
  readBytes,
  readScenario,
  readText,
  SCENARIO,
  TRANSLATIONS,
  UsageError,
} from './files'
import { lines, told, type Answer, type Language } from './told'
import { writeAll, type ToWrite } from './write-all'

const refuseExisting = (files: readonly ToWrite[]): void => {
  for (const { path: file } of files) {
    if (existsSync(file)) throw new UsageError((t) => t('there', { file }))
  }
}

/** Packs a scenario with its floor, its pictures and sounds, and its test plan into one file. */
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
  const folder = dirname(file)
  const { id } = parsed.scenario
  const beside = (name: string) => (existsSync(join(folder, name)) ? readText(join(folder, name)) : undefined)
  const packed = await packScenario(id, text, {
    floor: async (floor) => readText(join(folder, 'floors', `${floor}${FLOOR}`)),
    media: async (name) => orUnreadable(name, () => readFileSync(join(folder, 'media', name))),
    plan: beside(`${id}${PLAN}`),
    translations: beside(`${id}${TRANSLATIONS}`),
  })
  if (packed.outcome === 'too-large') throw new UsageError((t) => t('pack.too-large', packed))
  if (packed.outcome === 'not-json') throw new UsageError((t) => t('pack.not-json', { file: packed.file }))
  const { bytes, floor, media } = packed
  const target = { path: out, content: bytes }
  refuseExisting([target])
  writeAll([target], [dirname(out)])
  return {
    code: 0,
    json: { ok: true, package: out, scenario: id, floor, media },
    text: say.t('pack.done', { file: out, count: media.length }),
  }
}

/** Unpacks a package into files as the program reads them. */
export async function unpackFile(
  files: readonly string[],
  out: string | undefined,
  say: Language,
): Promise<Answer> {
  const [file, ...more] = files
  if (file === undefined || more.length > 0) throw new UsageError((t) => t('unpack.file'))
  if (out === undefined) throw new UsageError((t) => t('import.out'))
  const bytes = readBytes(file, LARGEST_PACKAGE)
  try {
    const { id, text, floor, media, plan, translations } = await readPackage(bytes)
    const written: ToWrite[] = [
      { path: join(out, `${id}${SCENARIO}`), content: text },
      ...(floor ? [{ path: join(out, 'floors', `${floor.id}${FLOOR}`), content: floor.text }] : []),
      ...(plan === undefined ? [] : [{ path: join(out, `${id}${PLAN}`), content: plan }]),
      ...(translations === undefined
        ? []
        : [{ path: join(out, `${id}${TRANSLATIONS}`), content: translations }]),
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
