/**
 * Makes the text of a new document: from a template, or as the smallest document of its kind with texts still to write.
 */
import { TO_WRITE } from '../../domain/scenario/unwritten'
import { scenarioFrom, TEMPLATES } from '../../domain/authoring/templates'
import { loadTemplateWords } from '../../texts/template-words'
import { Refused } from '../refused'
import type { Which } from './paths'
import type { DocumentKind } from '../../domain/authoring/document'
import { COURSE_FORMAT } from '../../domain/course'
import { FLOOR_FORMAT } from '../../domain/scenario/floor'
import { FORMAT } from '../../domain/scenario/vocabulary'

type Texts = Readonly<Record<string, string>>

type Words = Texts

function scenario(id: string, title: Texts, words: Words): object {
  const report = { type: 'assess', params: { competency: 'reporting', points: 2, of: 2, why: words } }
  const give = { type: 'assess', params: { competency: 'verification', points: 0, of: 2, why: words } }
  return {
    format: FORMAT,
    id,
    version: '1.0.0',
    title,
    summary: words,
    role: 'agent',
    truth: 'attack',
    tactics: ['urgency'],
    minutes: 3,
    difficulty: { cues: 'few', premise: 'medium' },
    keep: words,
    sources: [],
    cast: { caller: { name: TO_WRITE, channel: 'chat' } },
    cues: { sign: { label: words, kind: 'warning', strength: 2 } },
    desk: {},
    scoring: { pass: 0.8, critical: [] },
    machine: {
      initial: 'start',
      states: {
        start: {
          meta: { title: words, beats: [{ id: 'b1', from: 'caller', text: words, cues: ['sign'] }] },
          on: {
            give: { meta: { say: words, stance: 'comply' }, target: 'lost', actions: [give] },
            report: { meta: { tool: 'report' }, target: 'reported', actions: [report] },
          },
        },
        reported: { type: 'final', meta: { title: words, disposition: 'reported', debrief: words } },
        lost: { type: 'final', meta: { title: words, disposition: 'complied', debrief: words } },
      },
    },
  }
}

const course = (id: string, title: Texts, words: Words): object => ({
  format: COURSE_FORMAT,
  id,
  version: '1.0.0',
  title,
  summary: words,
  modules: [],
  rule: { kind: 'fixed', hitRate: 0.8, falseAlarmRate: 0.2, reportShare: 0.5 },
  rounds: { most: 2, days: 30 },
  certificate: { title, validMonths: 6 },
})

const floor = (id: string, title: Texts, words: Words): object => ({
  format: FLOOR_FORMAT,
  id,
  version: '1.0.0',
  title,
  kind: 'customers',
  leads: [{ id: 'lead', name: TO_WRITE, presence: { 'at-desk': words, busy: words, away: words } }],
  cast: {},
  directory: [{ id: 'lead', name: TO_WRITE, role: words }],
  policies: [{ id: 'policy', title: words, text: words }],
  tools: {},
})

const MAKE = { scenario, course, floor } as const satisfies Record<DocumentKind, unknown>

/**
 * @param title in every language that the document is to have
 * @returns the text of a document; a course has no modules until its author chooses some
 */
export function smallestDocument(kind: DocumentKind, id: string, title: Texts): string {
  const words = Object.fromEntries(Object.keys(title).map((language) => [language, TO_WRITE]))
  return textOfValue(MAKE[kind](id, title, words))
}

/** Writes a document that has no layout of an author yet. */
export const textOfValue = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * Returns the text of a new document: the smallest valid one, or a template whose texts say what to write there.
 * @throws Refused `not-found` when this kind of document has no such template
 */
export async function textOfNew({ kind, id }: Which, title: Texts, template: string | null): Promise<string> {
  if (template === null) return smallestDocument(kind, id, title)
  const known = kind === 'scenario' ? TEMPLATES.find((name) => name === template) : undefined
  if (known === undefined) throw new Refused('not-found', `There is no template ‘${template}’.`)
  const say = await loadTemplateWords()
  return textOfValue({ ...scenarioFrom(known, { id, languages: Object.keys(title), say }), title })
}
