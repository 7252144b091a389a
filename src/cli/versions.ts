import { compare } from '../domain/authoring/compare'
import type { Change } from '../domain/authoring/change-of'
import { merge } from '../domain/authoring/merge'
import { rewrite } from '../domain/authoring/rewrite'
import { courseSchema } from '../domain/course/schema'
import { floorSchema } from '../domain/scenario/floor'
import { readJson } from '../domain/scenario/json-text'
import { scenarioSchema, testPlanSchema } from '../domain/scenario/schema'
import { changeSayer, type SayChange } from '../texts/change-words'
import { loadTexts } from '../texts/translate'
import { COURSE, FLOOR, PLAN, readText, UsageError } from './files'
import type { Answer, Language } from './told'
import { writeAll } from './write-all'

const schemaOf = (file: string) =>
  file.endsWith(COURSE)
    ? courseSchema
    : file.endsWith(FLOOR)
      ? floorSchema
      : file.endsWith(PLAN)
        ? testPlanSchema
        : scenarioSchema

interface Version {
  readonly text: string
  readonly value: unknown
}

function readVersion(file: string): Version {
  const read = readJson(readText(file))
  if (!read.ok || typeof read.raw !== 'object' || read.raw === null || Array.isArray(read.raw)) {
    throw new UsageError((t) => t('no-document', { file }))
  }
  return { text: read.text, value: read.raw }
}

const toldChange = (change: Change, say: SayChange) => ({ ...change, message: say(change) })

/** Prints the changes from one version of a file to another. */
export async function diffFiles(
  files: readonly string[],
  { locale }: Pick<Language, 'locale'>,
): Promise<Answer> {
  const [before, after, ...more] = files
  if (before === undefined || after === undefined || more.length > 0) {
    throw new UsageError((t) => t('name.versions'))
  }
  const t = await loadTexts(locale, 'studio-changes')
  const say = changeSayer(t)
  const changes = compare(readVersion(before).value, readVersion(after).value, schemaOf(after))
  return {
    code: changes.length === 0 ? 0 : 1,
    json: { same: changes.length === 0, changes: changes.map((change) => toldChange(change, say)) },
    text: changes.length === 0 ? t('none') : changes.map(say).join('\n'),
  }
}

/** Merges two versions of a file that began with the same one. */
export async function mergeFiles(
  files: readonly string[],
  out: string | undefined,
  { locale }: Pick<Language, 'locale'>,
): Promise<Answer> {
  const [base, mine, theirs, ...more] = files
  if (base === undefined || mine === undefined || theirs === undefined || more.length > 0) {
    throw new UsageError((t) => t('name.three'))
  }
  const schema = schemaOf(mine)
  const own = readVersion(mine)
  const { value, conflicts } = merge(readVersion(base).value, own.value, readVersion(theirs).value, schema)
  const text = rewrite(own.text, value, schema)
  if (out !== undefined) writeAll([{ path: out, content: text }], [])
  const t = await loadTexts(locale, 'studio-changes')
  const say = changeSayer(t)
  const sides = conflicts.map((conflict) => [
    t('conflict'),
    ...conflict.mine.map((change) => `  ${t('mine', { change: say(change) })}`),
    ...conflict.theirs.map((change) => `  ${t('theirs', { change: say(change) })}`),
  ])
  const sum = conflicts.length === 0 ? t('merged') : t('conflicts', { count: conflicts.length })
  return {
    code: conflicts.length === 0 ? 0 : 1,
    json: {
      merged: conflicts.length === 0,
      conflicts: conflicts.map((conflict) => ({
        path: conflict.path,
        mine: conflict.mine.map((change) => toldChange(change, say)),
        theirs: conflict.theirs.map((change) => toldChange(change, say)),
      })),
      ...(out === undefined ? { document: value } : { out }),
    },
    text: [...sides.flat(), out === undefined && conflicts.length === 0 ? text.trimEnd() : sum].join('\n'),
  }
}
