import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { twinOf } from '../../../src/domain/authoring/twin'
import { compileScenario } from '../../../src/domain/run'
import { openFloor, openScenario } from '../../../src/domain/scenario/open'
import { parseScenario } from '../../../src/domain/scenario/parse'
import type { Scenario } from '../../../src/domain/scenario/schema'
import { checkTwin } from '../../../src/domain/scenario/twins'
import { prove } from '../../../src/domain/scoring'
import { loadTemplateWords } from '../../../src/texts/template-words'
import { SCENARIOS, shippedScenarios } from './shipped'

const say = await loadTemplateWords()
const floors = (id: string) => {
  const name = `${id}.floor.json`
  const text = readFileSync(path.join(SCENARIOS, 'floors', name), 'utf8')
  return openFloor(text, { name, ending: '.floor.json' }).value!
}
const media = {
  look: (file: string) => {
    const bytes = readFileSync(path.join(SCENARIOS, 'media', file))
    return { size: bytes.length, read: () => bytes }
  },
  sha256: () => 'a'.repeat(64),
}
const opened = (document: Scenario) =>
  openScenario(JSON.stringify(document), {
    name: `${document.id}.scenario.json`,
    ending: '.scenario.json',
    floors,
    media,
  })
const written = (text: string): Scenario => {
  const read = parseScenario(text)
  if (!read.ok) throw new Error('not whole')
  return read.scenario
}

describe('a twin of a scenario that is there', () => {
  it.each(shippedScenarios.map(({ name, text }) => ({ name, text })))(
    'of $name has its first scene and the other truth, and nothing against it but what is to be written',
    ({ text }) => {
      const of = written(text)
      const twin = twinOf(of, { id: 'the-other', say })
      const { scenario, issues } = opened(twin)
      expect(issues.filter(({ code }) => code !== 'unwritten')).toEqual([])
      expect(issues.length).toBeGreaterThan(8)
      const other = opened({ ...of, twin: 'the-other' }).scenario!
      expect(checkTwin(scenario!, other)).toEqual([])
      expect(checkTwin(other, scenario)).toEqual([])
      expect(twin).toMatchObject({ twin: of.id, floor: of.floor, role: of.role, title: of.title })
      expect(twin.truth).not.toBe(of.truth)
      const { issues: proven } = prove(compileScenario(scenario!))
      expect(proven.filter(({ severity }) => severity === 'error')).toEqual([])
    },
  )

  const small = (): Scenario =>
    written(shippedScenarios.find(({ name }) => name.startsWith('desk-photo'))!.text)

  it('takes nothing of what follows: its words are notes', () => {
    const of = small()
    const text = JSON.stringify(twinOf(of, { id: 'the-other', say }))
    const first = of.machine.states[of.machine.initial]!
    for (const [name, { meta }] of Object.entries(of.machine.states)) {
      if (name === of.machine.initial) continue
      for (const beat of meta?.beats ?? []) expect(text).not.toContain(JSON.stringify(beat.text))
      if (meta?.debrief) expect(text).not.toContain(JSON.stringify(meta.debrief))
    }
    for (const beat of first.meta!.beats!) expect(text).toContain(JSON.stringify(beat.text))
  })

  it('finds a first scene within a group, with its limit and its sets of names', () => {
    const of = small()
    const { initial, states, ...rest } = of.machine
    const { [initial]: first, ...others } = states
    const say2 = { en: 'Hello {who}', fr: 'Bonjour {who}' }
    const grouped: Scenario = {
      ...of,
      variants: [
        { who: 'Ana', gone: '1' },
        { who: 'Bea', gone: '2' },
      ],
      machine: {
        ...rest,
        initial: 'group',
        states: {
          group: {
            initial,
            states: {
              [initial]: {
                ...first,
                after: { '20000': { target: `#${of.id}.reported` } },
                meta: {
                  ...first!.meta!,
                  beats: [...first!.meta!.beats!, { id: 'who', from: 'narrator', text: say2 }],
                },
              },
            },
          },
          ...others,
        },
      },
    }
    const twin = twinOf(grouped, { id: 'the-other', say })
    const { scenario, issues } = opened(twin)
    expect(issues.filter(({ code }) => code !== 'unwritten')).toEqual([])
    expect(
      checkTwin(scenario!, { ...grouped, desk: scenario!.desk, cast: scenario!.cast, twin: 'the-other' }),
    ).toEqual([])
    expect(twin.variants).toEqual([{ who: 'Ana' }, { who: 'Bea' }])
    expect(twin.machine.states['group']!.states![initial]!.after).toHaveProperty('20000')
  })
})
