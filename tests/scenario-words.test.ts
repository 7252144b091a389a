import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readScenario } from '../src/cli/files'
import { eachAction, eachBeat, listNodes } from '../src/domain/scenario/nodes'
import type { Beat, Localized, Scenario } from '../src/domain/scenario/schema'
import { plainText } from '../src/domain/scenario/text-language'

const FOLDER = resolve(__dirname, '../scenarios')
const shipped = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.scenario.json'))
  .map((name) => readScenario(join(FOLDER, name)).compiled!.scenario)
const byId = new Map(shipped.map((scenario) => [scenario.id, scenario]))
const attacks = shipped.filter(({ truth }) => truth === 'attack')

function beatsOf(scenario: Scenario): Beat[] {
  const beats: Beat[] = []
  eachBeat(listNodes(scenario), (beat) => beats.push(beat))
  return beats
}

/** The signs on a beat, each with the words that carry it. */
const signsOf = (scenario: Scenario, beat: Beat) =>
  (beat.cues ?? []).map((mark) => {
    const id = typeof mark === 'string' ? mark : mark.cue
    return { id, cue: scenario.cues[id]!, phrase: typeof mark === 'string' ? undefined : mark.phrase }
  })

const wordsOf = (text: string) => plainText(text).toLowerCase()

describe('A sign of a genuine contact', () => {
  // What an attacker says as well is no sign: who learns it from a debrief trusts the next attack.
  it.each(
    shipped.filter(({ truth }) => truth === 'legitimate').map((scenario) => [scenario.id, scenario] as const),
  )('is nothing that an attack says as well: %s', (_, scenario) => {
    const alsoSaid = beatsOf(scenario).flatMap((beat) =>
      signsOf(scenario, beat)
        .filter(({ cue }) => cue.kind === 'reassuring')
        .flatMap(({ id, phrase }) =>
          Object.entries(phrase ?? beat.text).map((entry) => [id, ...entry] as const),
        )
        .flatMap(([id, locale, words]) =>
          attacks
            .filter((attack) =>
              beatsOf(attack).some(({ text }) => wordsOf(text[locale]!).includes(wordsOf(words))),
            )
            .map((attack) => `${id}: “${words}” is said in ${attack.id}`),
        ),
    )
    expect(alsoSaid).toEqual([])
  })
})

describe('Twins', () => {
  const pairs = attacks.flatMap((attack) => (attack.twin ? [[attack, byId.get(attack.twin)!] as const] : []))

  it('are in the shipped set', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(6)
  })

  it.each(pairs.map(([attack, genuine]) => [attack.id, genuine.id, attack, genuine] as const))(
    'show the same warning signs where the same words stand: %s, %s',
    (_, __, attack, genuine) => {
      const warnings = (scenario: Scenario, beat: Beat) =>
        signsOf(scenario, beat)
          .filter(({ cue }) => cue.kind === 'warning')
          .map(({ id, cue, phrase }) => ({ id, label: cue.label, strength: cue.strength, phrase }))
          .sort((a, b) => a.id.localeCompare(b.id))
      const said = (beat: Beat) => JSON.stringify([beat.from, beat.text])
      const inAttack = new Map(beatsOf(attack).map((beat) => [said(beat), beat]))
      const shared = beatsOf(genuine).filter((beat) => inAttack.has(said(beat)))
      expect(shared.length).toBeGreaterThan(2)
      for (const beat of shared) {
        expect(warnings(genuine, beat), beat.text['en']).toEqual(warnings(attack, inAttack.get(said(beat))!))
      }
    },
  )
})

/** What the desk, the debrief and the narration say, without what people in the contact say. */
function toldBy(scenario: Scenario): Localized[] {
  const texts: Localized[] = [scenario.keep!, ...Object.values(scenario.cues).map(({ label }) => label)]
  const nodes = listNodes(scenario)
  eachBeat(nodes, ({ from, text }) => from === 'narrator' && texts.push(text))
  eachAction(nodes, ({ params }) => 'why' in params && texts.push(params.why))
  for (const { node, transitions } of nodes) {
    texts.push(...[node.meta?.title, node.meta?.debrief].filter((text) => text !== undefined))
    texts.push(
      ...transitions.map(({ transition }) => transition.meta?.did).filter((text) => text !== undefined),
    )
  }
  return texts
}

const MINUTES: Record<string, number> = {
  'half a minute': 30,
  'a minute': 60,
  'a minute and a half': 90,
  'two minutes': 120,
  'three minutes': 180,
  'five minutes': 300,
}

describe.each(shipped.map((scenario) => [scenario.id, scenario] as const))(
  'What is told of %s',
  (_, scenario) => {
    it('needs no words of the trade', () => {
      const jargon = /\b(AHT|CSAT|DMT|QA|SEC|TL|WFM)\b|adherence|adhérence/i
      const found = toldBy(scenario).flatMap((text) =>
        Object.values(text).filter((words) => jargon.test(words)),
      )
      expect(found).toEqual([])
    })

    it('names the minutes that a move takes as the desk counts them', () => {
      const wrong: string[] = []
      eachAction(listNodes(scenario), (action) => {
        if (action.type !== 'spend') return
        const { seconds = 0, why } = action.params
        const named = /\b(half a minute|a minute( and a half)?|(two|three|five) minutes)\b/i.exec(
          why['en']!,
        )?.[0]
        if (named && MINUTES[named.toLowerCase()] !== seconds) wrong.push(`${seconds}: ${why['en']}`)
      })
      expect(wrong).toEqual([])
    })

    it('speaks at its end of a complaint only if one was made on every way there', () => {
      const { states, on } = scenario.machine
      const complained = (actions: readonly { type: string; params: object }[] | undefined) =>
        (actions ?? []).some(({ type, params }) => type === 'spend' && 'complaint' in params)
      // The scenes that can be come to with nobody having complained.
      const quiet = new Set([scenario.machine.initial!])
      for (const name of quiet) {
        const scene = states![name]!
        const ways = [
          ...Object.values(scene.on ?? {}),
          ...(scene.type === 'final' ? [] : Object.values(on ?? {})),
          ...Object.values(scene.after ?? {}),
          ...(scene.always ? [scene.always] : []),
        ].flat()
        for (const { target, actions } of ways) {
          if (target && !complained(actions)) quiet.add(target.replace(/^\./, ''))
        }
      }
      const wrong = [...quiet].filter((name) =>
        /\bcomplain(t|ts|ed)?\b.*closed|closed.*complaint/.test(states![name]!.meta?.debrief?.['en'] ?? ''),
      )
      expect(wrong).toEqual([])
    })
  },
)
