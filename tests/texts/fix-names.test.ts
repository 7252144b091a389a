import { expect, it } from 'vitest'
import type { Issue } from '../../src/domain/scenario/issue'
import { fixWithNames } from '../../src/texts/fix-names'
import type { IssueNames } from '../../src/texts/sentences'

const names: IssueNames = {
  property: (key) => ({ summary: 'Summary' })[key] ?? key,
  word: (word) => ({ fear: 'Fear', refused: 'refused', bribery: 'Bribery' })[word] ?? word,
  language: (tag) => ({ fr: 'French', en: 'English' })[tag] ?? tag,
  scene: (path) => ({ 'new-scene': 'New scene', 'talk.later': 'Later on', hook: 'The hook' })[path] ?? path,
  choice: (_path, id) => ({ take: 'I’ll take it' })[id] ?? id,
  entry: (field, id) => (field === 'cue' && id === 'hurry' ? 'He hurries you' : id),
}
const issueOf = (params: object = {}, scene?: string) =>
  ({
    code: 'any',
    severity: 'error',
    keys: { path: [], ...(scene && { scene }) },
    params,
  }) as unknown as Issue
const paramsOf = (code: string, params: Record<string, string | number>, issue = issueOf()) =>
  fixWithNames({ label: { code, params }, patches: [], inverse: [] }, issue, names).label.params

it('names in a fix what the forms name, and leaves what the author wrote', () => {
  expect(paramsOf('fix.remove-scene', { scene: 'new-scene' })).toEqual({ scene: 'New scene' })
  expect(paramsOf('fix.move-up', { scene: 'later' }, issueOf({}, 'talk.later'))).toEqual({
    scene: 'Later on',
  })
  expect(paramsOf('fix.first-scene', { scene: 'later' }, issueOf({}, 'talk'))).toEqual({ scene: 'Later on' })
  expect(paramsOf('fix.stay', { scene: 'unknown' })).toEqual({ scene: 'unknown' })
  expect(paramsOf('fix.remove-choice', { choice: 'take' })).toEqual({ choice: 'I’ll take it' })
  expect(paramsOf('fix.use', { was: 'hury', name: 'hurry' }, issueOf({ cue: 'hury' }))).toEqual({
    was: 'hury',
    name: 'He hurries you',
  })
  expect(paramsOf('fix.use', { was: '.hok', name: '.hook' }, issueOf({ target: '.hok' }))).toEqual({
    was: 'hok',
    name: 'The hook',
  })
  expect(paramsOf('fix.copy-text', { from: 'en', to: 'fr' })).toEqual({ from: 'English', to: 'French' })
  expect(paramsOf('fix.tactics-of-cues', { tactics: 'fear, bribery' })).toEqual({ tactics: 'Fear, Bribery' })
  expect(paramsOf('fix.remove', { name: 'summary' })).toEqual({ name: 'Summary' })
  expect(paramsOf('fix.remove-entry', { name: 'fear' }, issueOf({ tactic: 'fear' }))).toEqual({
    name: 'Fear',
  })
  expect(paramsOf('fix.rename', { was: 'fear', name: 'fear-2' })).toEqual({ was: 'fear', name: 'fear-2' })
  expect(paramsOf('fix.as-text', { value: 'fear' })).toEqual({ value: 'fear' })
})
