import { describe, expect, it } from 'vitest'
import type { Issue } from '../../src/domain/scenario/issue'
import { LOCALES } from '../../src/texts/generated'
import { loadFormIssueSayer, loadIssueSayer, type IssueNames } from '../../src/texts/sentences'
import { loadTexts } from '../../src/texts/translate'

const names: IssueNames = {
  property: (key) => ({ modules: 'Contacts', disposition: 'How it ended' })[key] ?? key,
  word: (word) => ({ report: 'Report to security', fear: 'Fear' })[word] ?? word,
  language: (tag) => ({ fr: 'French' })[tag] ?? tag,
  scene: (path) => ({ 'offer.later': 'The second mail' })[path] ?? path,
  choice: (_path, id) => ({ take: 'I’ll take it' })[id] ?? id,
  entry: (field, id) => (field === 'cue' && id === 'hurry' ? 'He hurries you' : id),
}
const issue = (
  code: string,
  path: readonly (string | number)[],
  params: object = {},
  keys: object = {},
): Issue => ({ code, severity: 'error', keys: { path, ...keys }, params }) as unknown as Issue

const IN_SCENE = ['machine', 'states', 'offer', 'states', 'later']
const SAMPLES = {
  empty: issue('bad-value', ['modules'], { what: 'empty' }),
  unchosen: issue('bad-id', ['modules', 0], { what: 'letters', id: '…' }),
  ending: issue('missing', IN_SCENE, { what: 'disposition' }, { scene: 'offer.later' }),
  nothing: issue(
    'no-effect',
    [...IN_SCENE, 'on', 'take'],
    { what: 'other' },
    { scene: 'offer.later', choice: 'take' },
  ),
  cue: issue('cue-without-tactic', ['cues', 'hurry'], { cue: 'hurry', tactic: 'fear' }),
  language: issue('missing-translation', ['title'], {}, { language: 'fr' }),
  unwritten: issue(
    'unwritten',
    [...IN_SCENE, 'meta', 'title', 'fr'],
    { what: 'translated', words: '…' },
    { scene: 'offer.later', language: 'fr' },
  ),
}

describe('issues beside a form', () => {
  it('are said with the names that the form shows, and without words of the file', async () => {
    const say = (await loadFormIssueSayer('en'))(names)
    expect(Object.fromEntries(Object.entries(SAMPLES).map(([name, one]) => [name, say(one)]))).toEqual({
      empty: '‘Contacts’ is still empty. Fill it in, or add one.',
      unchosen: 'Nothing is chosen here yet.',
      ending: 'Scene ‘The second mail’ is an ending. Choose how it ended.',
      nothing:
        'Scene ‘The second mail’: the choice ‘I’ll take it’ leads nowhere and does nothing. Choose where it leads or what it earns, or remove it.',
      cue: 'The cue ‘He hurries you’ belongs to ‘Fear’, which the tactics of the scenario do not name.',
      language: 'This text has no version in French, which the title has.',
      unwritten: 'Scene ‘The second mail’: this text is still to be written in French. It says only: “…”',
    })
  })

  it('leave a time limit and the names that somebody wrote as they are', async () => {
    const say = (await loadFormIssueSayer('en'))(names)
    const limit = issue('branch-never-taken', [...IN_SCENE, 'after', 'timeout'], {}, { choice: 'timeout' })
    expect(say(limit)).toContain('the time limit')
    expect(say(issue('double-name', [], { name: 'modules', line: 3, column: 1 }))).toContain('‘modules’')
  })

  it.each(LOCALES)('speak of no part of the file in a sentence of their own (%s)', async (locale) => {
    const words = await loadTexts(locale, 'studio-issues')
    const file = await loadIssueSayer(locale)
    const form = (await loadFormIssueSayer(locale))(names)
    for (const one of Object.values(SAMPLES)) {
      expect(form(one)).not.toBe(file(one))
      expect(form(one)).not.toMatch(/machine|‘target’|modules|\bmeta\b|\.json/)
    }
    expect(words.has('unchosen')).toBe(true)
  })
})
