/**
 * Checks that Debian's translate-toolkit accepts the files: it converts XLIFF to PO and back, and checks the
 * translations.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planTaking } from '../../../src/domain/translation/take-texts'
import type { TextsFile } from '../../../src/domain/translation/texts-file'
import { documents, exported, FORMATS, whole } from './files'

const there = spawnSync('xliff2po', ['--version']).status === 0
if (!there)
  process.stderr.write('Skipped: translate-toolkit is not installed, so XLIFF is not taken through PO.\n')

let folder: string
const at = (name: string) => path.join(folder, name)
const run = (command: string, ...args: string[]): string => {
  const ended = spawnSync(command, args, { cwd: folder, encoding: 'utf8', timeout: 280_000 })
  expect(ended.status, `${command} ${args.join(' ')}: ${ended.stderr}`).toBe(0)
  return ended.stdout
}
const throughPo = (file: TextsFile, change: (po: string) => string = (po) => po): TextsFile => {
  writeFileSync(at('out.xliff'), whole(FORMATS.xliff.write(file)))
  run('xliff2po', 'out.xliff', 'texts.po')
  writeFileSync(at('texts.po'), change(readFileSync(at('texts.po'), 'utf8')))
  run('po2xliff', '-t', 'out.xliff', 'texts.po', 'back.xliff')
  return whole(FORMATS.xliff.read(readFileSync(at('back.xliff'), 'utf8')))
}

describe.skipIf(!there)('translate-toolkit', () => {
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'translate-toolkit-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  // Each call starts Python, so only one document of each kind is used, and the one with the most texts.
  const largest = documents.toSorted((a, b) => b.text.length - a.text.length)[0]!
  const some = new Set([
    largest,
    ...(['course', 'floor'] as const).map((kind) => documents.find((one) => one.kind === kind)!),
  ])
  it.each([...some])('takes $name through PO and back without a change', (document) => {
    const file = exported(document)
    const plan = whole(planTaking(document, throughPo(file), {}))
    expect(plan).toMatchObject({ added: [], changed: [], same: file.units.length, doubted: [] })
  })

  it('brings a translation back that somebody made in a PO file', () => {
    const file = exported(largest, 'en', 'de')
    const [title] = file.units
    const back = throughPo(file, (po) =>
      po.replace(`msgid "${title!.source}"\nmsgstr ""`, `msgid "${title!.source}"\nmsgstr "Ein Titel"`),
    )
    const plan = whole(planTaking(largest, back, {}))
    expect(plan.added.map(({ after }) => after)).toContain('Ein Titel')
    expect(plan.empty).toBe(file.units.length - plan.added.length)
  })

  it('finds no placeholder, number of lines or white space lost in what is shipped', () => {
    writeFileSync(at('checked.xliff'), whole(FORMATS.xliff.write(exported(largest))))
    rmSync(at('found.xliff'), { force: true })
    run(
      'pofilter',
      '-t',
      'pythonbraceformat',
      '-t',
      'newlines',
      '-t',
      'startwhitespace',
      '-t',
      'blank',
      'checked.xliff',
      'found.xliff',
    )
    const found = spawnSync('cat', [at('found.xliff')], { encoding: 'utf8' }).stdout
    expect(found).not.toContain('<trans-unit')
  })
})
