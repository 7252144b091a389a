import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/domain/authoring/change-of'
import { compare } from '../../src/domain/authoring/compare'
import { merge } from '../../src/domain/authoring/merge'
import { scenarioSchema } from '../../src/domain/scenario/schema'
import type { Loose } from '../domain/authoring/loose'
import { changeSayer, loadChangeTexts, type ChangeNames } from '../../src/texts/change-words'

const before = {
  format: 2,
  id: 'payslip',
  title: { en: 'A payslip', fr: 'Un bulletin' },
  truth: 'attack',
  minutes: 6,
  cast: { nadia: { name: 'Nadia B.', channel: 'chat' } },
  machine: {
    id: 'payslip',
    initial: 'hello',
    states: {
      hello: {
        meta: { title: { en: 'Hello' }, beats: [] },
        on: { firm: { target: 'end', meta: { say: { en: 'No.' } } } },
      },
      ask: { meta: { title: { en: 'The question' }, beats: [] } },
      end: { type: 'final', meta: { title: { en: 'The end' }, disposition: 'ended' } },
    },
  },
}

const changed = (change: (document: Loose) => void): unknown => {
  const document = structuredClone(before)
  change(document)
  return document
}
const PROPERTIES: Readonly<Record<string, string>> = {
  minutes: 'Minutes',
  truth: 'Attack or genuine?',
  title: 'Title',
}
const names: ChangeNames = {
  property: (path) => PROPERTIES[path] ?? path,
  value: (value) => (value === 'legitimate' ? 'genuine' : value === 'attack' ? 'an attack' : value),
  language: (tag) => (tag === 'en' ? 'English' : tag),
  scene: (target) =>
    ({ hello: 'Hello', ask: 'The question', '#payslip.ask': 'The question' })[target] ?? target,
}
const t = await loadChangeTexts('en')
const said = (changes: readonly Change[]): string[] => changes.map(changeSayer(t, names))
const toldOf = (change: (document: Loose) => void) => said(compare(before, changed(change), scenarioSchema))

describe('changes with the names of a form', () => {
  it('calls fields, words of the format, languages and scenes as their author sees them', () => {
    expect(
      toldOf((document) => {
        document.minutes = 9
        document.truth = 'legitimate'
        document.title.en = 'Two payslips'
        document.machine.states.hello.on.firm.target = '#payslip.ask'
        document.machine.states.hello.on.firm.meta.say.en = 'Never.'
      }),
    ).toEqual([
      '‘Title’, text in English: “A payslip” is now “Two payslips”',
      '‘Attack or genuine?’ is now ‘genuine’; it was ‘an attack’',
      '‘Minutes’ is now ‘9’; it was ‘6’',
      'Reply 1 of ‘Hello’ now leads to ‘The question’',
      'Reply 1 of ‘Hello’, text in English: “No.” is now “Never.”',
    ])
  })

  it('leaves what an author wrote as it is, even where the format has such a word', () => {
    expect(toldOf((document) => (document.title.en = 'legitimate'))).toEqual([
      '‘Title’, text in English: “A payslip” is now “legitimate”',
    ])
    expect(toldOf((document) => (document.cast.minutes = { name: 'M.', channel: 'chat' }))).toEqual([
      '‘minutes’ is new in ‘cast’',
    ])
  })

  it('says a text that two wrote as a text', () => {
    const [conflict] = merge(
      before,
      changed((document) => (document.title.en = 'Mine')),
      changed((document) => (document.title.en = 'Theirs')),
      scenarioSchema,
    ).conflicts
    expect(said(conflict!.mine)).toEqual(['‘Title’, text in English: “A payslip” is now “Mine”'])
    expect(said(conflict!.theirs)).toEqual(['‘Title’, text in English: “A payslip” is now “Theirs”'])
  })
})
