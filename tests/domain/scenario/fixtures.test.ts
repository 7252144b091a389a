import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkRead, checkScenario } from '../../../src/domain/scenario/check'
import { pathOf, type Issue } from '../../../src/domain/scenario/issue'
import { loadIssueSayer } from '../../../src/texts/sentences'
import { parseScenario, readScenario } from '../../../src/domain/scenario/parse'
import { at, soundScenario } from '../../fixtures/build'

const FOLDER = path.resolve(__dirname, '../../fixtures')
const END = '.scenario.json'

const say = await loadIssueSayer('en')
const issuesOf = (name: string): readonly Issue[] =>
  checkRead(readScenario(readFileSync(path.join(FOLDER, name + END), 'utf8')))

const OFFER = '$.machine.states.offer'
const BEAT = `${OFFER}.meta.beats[0]`
const TAKE = `${OFFER}.on.take-it`

/** Each file has the defect of its name, with the code and the place of the issue that must be found. */
const DEFECTS: Readonly<Record<string, readonly [code: string, path: string]>> = {
  'array-for-object': ['wrong-type', `${OFFER}.on`],
  'attack-without-tactic': ['missing', '$.tactics'],
  'bad-placeholder': ['bad-placeholder', `${BEAT}.text.en`],
  'bad-value': ['bad-value', '$.role'],
  'blank-text': ['bad-value', `${OFFER}.meta.title.fr`],
  'branch-never-taken': ['branch-never-taken', `${TAKE}[1]`],
  'choice-called-timeout': ['reserved-id', `${OFFER}.on.timeout`],
  'choice-with-no-effect': ['no-effect', '$.machine.states.rings.on.rule'],
  'choice-invisible': ['choice-invisible', TAKE],
  'counter-never-counted': ['counter-never-counted', `${TAKE}.guard`],
  'critical-lowered': ['critical-lowered', `${OFFER}.on.refuse.actions[0]`],
  'critical-never-raised': ['flag-never-raised', '$.scoring.critical[1]'],
  'dangling-initial': ['dangling-initial', '$.machine.initial'],
  'dangling-target': ['dangling-target', `${TAKE}.target`],
  'dot-in-id': ['bad-id', '$.machine.states["end.bad"]'],
  'double-name': ['double-name', '$.minutes'],
  'duplicate-beat': ['duplicate-id', `${OFFER}.meta.beats[1].id`],
  empty: ['not-json', '$'],
  'ending-goes-on': ['ending-goes-on', '$.machine.states.end-bad'],
  'ending-without-debrief': ['missing', '$.machine.states.end-bad.meta.debrief'],
  'endless-points': ['endless-points', `${OFFER}.on.more`],
  'endless-steps': ['endless-steps', '$.machine.states.sort-again.always'],
  'field-not-masked': ['field-not-masked', `${TAKE}.meta.field`],
  'flag-never-raised': ['flag-never-raised', `${TAKE}.guard`],
  'half-a-translation': ['missing-translation', `${BEAT}.text.fr`],
  'html-in-text': ['unwelcome-markup', `${BEAT}.text.en`],
  'language-in-capitals': ['bad-value', '$.title.DE'],
  'link-in-text': ['unwelcome-markup', `${BEAT}.text.en`],
  'media-elsewhere': ['bad-value', `${BEAT}.media.file`],
  'media-of-another-kind': ['media-kind', `${BEAT}.media.file`],
  'media-without-words': ['missing', `${BEAT}.media.words`],
  'missing-summary': ['missing', '$.summary'],
  'more-points-than-possible': ['bad-value', `${OFFER}.on.refuse.actions[0].params.points`],
  'nested-ending': ['nested-ending', '$.machine.states.group.states.in.type'],
  'nested-too-deep': ['too-deep', '$.machine.states.deep.states.in.states'],
  'newer-format': ['newer-format', '$.format'],
  'no-format': ['missing', '$.format'],
  'no-safe-exit': ['no-safe-exit', OFFER],
  'no-such-day': ['bad-value', '$.sources[0].date'],
  'no-warning-cue': ['no-warning-cue', '$.cues'],
  'no-way-out': ['no-way-out', '$.machine.states.pit'],
  'not-an-ending': ['not-an-ending', `${OFFER}.meta`],
  'not-utf8': ['not-utf8', '$'],
  'number-too-large': ['bad-value', '$.minutes'],
  'object-for-word': ['bad-value', '$.role'],
  'phrase-not-in-text': ['phrase-not-in-text', `${BEAT}.cues[0].phrase.fr`],
  'points-by-automatic-steps': ['endless-points', '$.machine.states.sort.always'],
  'points-by-time-limit': ['endless-points', `${OFFER}.after["5000"]`],
  'points-on-entering-a-group': ['endless-points', `${OFFER}.on.more`],
  'points-on-leaving-a-group': ['endless-points', '$.machine.states.group.states.in.on.back'],
  'safe-exit-is-critical': ['no-safe-exit', OFFER],
  'safe-exit-through-critical-group': ['no-safe-exit', OFFER],
  'several-time-limits': ['several-time-limits', `${OFFER}.after`],
  'state-called-constructor': ['reserved-id', '$.machine.states.constructor'],
  'state-called-proto': ['reserved-id', '$.machine.states.__proto__'],
  'stray-translation': ['stray-translation', `${OFFER}.meta.title.de`],
  'target-without-dot': ['dangling-target', '$.machine.on.report.target'],
  'time-limit-without-effect': ['no-effect', `${OFFER}.after["5000"]`],
  'tool-on-what-it-is-not-used-on': ['unused-object', `${TAKE}.meta.customer`],
  'tool-without-customer': ['missing', `${TAKE}.meta.customer`],
  'unknown-action': ['unknown-action', `${TAKE}.actions[0].type`],
  'unknown-contact': ['unknown-contact', `${TAKE}.meta.contact`],
  'unknown-cue': ['unknown-cue', `${BEAT}.cues[1]`],
  'unknown-field': ['unknown-field', `${TAKE}.meta.field`],
  'unknown-guard': ['unknown-guard', `${TAKE}.guard.type`],
  'unknown-key': ['unknown-key', `${OFFER}.titel`],
  'unknown-placeholder': ['unknown-placeholder', `${BEAT}.text.en`],
  'unknown-policy': ['unknown-policy', `${TAKE}.meta.policy`],
  'unknown-speaker': ['unknown-cast', `${BEAT}.from`],
  'unreachable-scene': ['unreachable-scene', '$.machine.states.end-lost'],
  'wrong-type': ['wrong-type', '$.minutes'],
}

/** Issues that come in numbers, because each scene or step of the loop has one. */
const SEVERAL = ['no-way-out', 'endless-steps']

/** Files without a fault, or with one that only an exact walk finds. */
const FINE = [
  'sound',
  'texts-changed',
  'automatic-step-ends-loop',
  'counting-loop',
  'counts-for-ever-in-debrief',
  'counted-points',
  'loop-within-a-group',
  'pass-unattainable',
  'year-and-month-known',
]

describe('a defect in a scenario', () => {
  it.each(Object.entries(DEFECTS))('%s is found where it is', (name, [code, place]) => {
    expect(issuesOf(name).map((issue) => [issue.code, pathOf(issue), issue.severity])).toContainEqual([
      code,
      place,
      'error',
    ])
  })

  it.each(Object.keys(DEFECTS).filter((name) => !SEVERAL.includes(name)))(
    '%s is the only one reported',
    (name) => {
      expect(issuesOf(name)).toHaveLength(1)
    },
  )

  it.each(FINE)('%s has none', (name) => {
    expect(issuesOf(name)).toEqual([])
  })

  it('has a file, and every file is expected here', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith(END))
    expect(files.map((name) => name.slice(0, -END.length)).sort()).toEqual(
      [...Object.keys(DEFECTS), ...FINE].sort(),
    )
  })

  it('is told in words that a trainer understands', () => {
    const said = (name: string) => issuesOf(name).map(say)[0]
    expect(said('dangling-target')).toBe(
      'Scene ‘offer’: the choice ‘take-it’ leads to ‘end-nowhere’, which does not exist.',
    )
    expect(said('unknown-action')).toContain(
      'Scene ‘offer’: choice ‘take-it’: the action ‘explode’ does not exist.',
    )
    expect(said('dot-in-id')).toBe(
      'Scene ‘end.bad’: ‘end.bad’ can’t be an id: a dot is not allowed in an id.',
    )
    expect(said('double-name')).toContain('the second time in line 17, column 3')
    expect(said('empty')).toBe('This file is empty.')
    expect(said('not-utf8')).toContain('Save it again in the editor with the encoding UTF-8')
    expect(said('array-for-object')).toBe('Scene ‘offer’: ‘on’ should be a group of names and values in { }.')
    expect(said('target-without-dot')).toContain('with a dot in front: ‘.end-good’')
    expect(said('newer-format')).toContain('the file was not changed')
    expect(said('endless-points')).toContain('‘more’ gives points and can be taken without end')
  })
})

describe('a loop', () => {
  it('may count, and may give points when a guard ends it', () => {
    expect(issuesOf('counting-loop')).toEqual([])
    expect(issuesOf('counted-points')).toEqual([])
    expect(issuesOf('endless-points').map(({ code }) => code)).toEqual(['endless-points'])
  })
})

describe('points on entering a scene', () => {
  const points = {
    type: 'assess',
    params: { competency: 'verification', points: 1, of: 1, why: { en: 'Why.', fr: 'Raison.' } },
  }
  const codes = (entry: object[], more: object) => {
    const document = soundScenario()
    const offer = at(document, 'machine', 'states', 'offer')
    offer['entry'] = entry
    at(offer, 'on')['more'] = { meta: { say: { en: 'More.', fr: 'Encore.' } }, ...more }
    const parsed = parseScenario(document)
    return (parsed.ok ? checkScenario(parsed.scenario) : parsed.issues).map(({ code }) => code)
  }
  const count = { type: 'count', params: { counter: 'asked' } }

  it('come once when a choice stays in the scene', () => {
    expect(codes([points], { actions: [count] })).toEqual([])
    expect(codes([points], { target: 'offer' })).toEqual([])
  })

  it('come without end when a choice enters it again, unless entering is what is counted', () => {
    const again = { target: 'offer', reenter: true }
    expect(codes([points], again)).toEqual(['endless-points'])
    const guard = { type: 'when', params: { counter: 'asked', below: 3 } }
    expect(codes([points, count], { ...again, guard })).toEqual([])
  })
})

it('the sound fixture is the one that tests build on', () => {
  expect(JSON.parse(readFileSync(path.join(FOLDER, `sound${END}`), 'utf8'))).toEqual(soundScenario())
})
