import { compare } from '../domain/authoring/compare'
import type { Change } from '../domain/authoring/change-of'
import { merge } from '../domain/authoring/merge'
import { rewrite } from '../domain/authoring/rewrite'
import { courseSchema } from '../domain/course/schema'
import { floorSchema } from '../domain/scenario/floor'
import { scenarioSchema, testPlanSchema } from '../domain/scenario/schema'
import { changeSayer, type SayChange } from '../texts/change-words'
import { loadTexts } from '../texts/translate'
import { COURSE, FLOOR, PLAN, UsageError } from './files'
import { documentOr, type Answer, type Language } from './told'
import { writeAll } from './write-all'

const schemaOf = (file: string) =>
  file.endsWith(COURSE)
    ? courseSchema
    : file.endsWith(FLOOR)
      ? floorSchema
      : file.endsWith(PLAN)
        ? testPlanSchema
        : scenarioSchema

const toldChange = (change: Change, say: SayChange) => ({ ...change, message: say(change) })

/** Prints the changes from one version of a file to another. */
export async function diffFiles(files: readonly string[], language: Language): Promise<Answer> {
  const [before, after, ...more] = files
  if (before === undefined || after === undefined || more.length > 0) {
    throw new UsageError((t) => t('name.versions'))
  }
  const t = await loadTexts(language.locale, 'studio-changes')
  const say = changeSayer(t)
  const changes = compare(
    documentOr(before, language).value,
    documentOr(after, language).value,
    schemaOf(after),
  )
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
  language: Language,
): Promise<Answer> {
  const [base, mine, theirs, ...more] = files
  if (base === undefined || mine === undefined || theirs === undefined || more.length > 0) {
    throw new UsageError((t) => t('name.three'))
  }
  const schema = schemaOf(mine)
  const [older, own, other] = [base, mine, theirs].map((file) => documentOr(file, language))
  const { value, conflicts } = merge(older!.value, own!.value, other!.value, schema)
  const text = rewrite(own!.text, value, schema)
  if (out !== undefined) writeAll([{ path: out, content: text }], [])
  const t = await loadTexts(language.locale, 'studio-changes')
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
