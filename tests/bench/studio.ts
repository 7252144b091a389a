import { createMachine } from 'xstate'
import { create } from 'mutative'
import { JournalFold } from '../../src/domain/authoring/journal'
import type { Patch } from '../../src/domain/authoring/patch'
import { machineConfig } from '../../src/domain/run'
import { checkDocument } from '../../src/renderer/studio/use-checks'
import { bigScenario } from './big-scenario'
import { compare, takeTurns, time, type Measurement } from './measure'

const SCENES = 500
const ROUNDS = { least: 15, most: 60 }

interface Scene {
  meta: { title: { en: string }; beats: { cues: string[] }[] }
  on: { ask: { target: string } }
}
interface Loose {
  machine: { states: Record<string, Scene> }
}
const sceneIn = (document: Loose, n: number): Scene => document.machine.states[`scene-${n}`]!

/** Edits of an author: a correct one, and others that break one place of the shape or of the flow. */
const EDITS: Readonly<Record<string, (document: Loose, n: number) => void>> = {
  right: (document, n) => void (sceneIn(document, n).meta.title.en = 'Another title'),
  'an emptied title': (document, n) => void (sceneIn(document, n).meta.title.en = ''),
  'a target that is not there': (document, n) => void (sceneIn(document, n).on.ask.target = 'nowhere'),
  'a cue that is not there': (document, n) => void (sceneIn(document, n).meta.beats[0]!.cues = ['gone']),
}

/** Compares the time from an act in a large scenario to the end of the Studio's checks with XState's part of it. */
export async function measureStudio(limit: number): Promise<Measurement[]> {
  const scenario = bigScenario(SCENES)
  const text = JSON.stringify(scenario, null, 2)
  const config = machineConfig(scenario.machine, scenario.id) as Parameters<typeof createMachine>[0]
  const measured: Measurement[] = []
  for (const [name, recipe] of Object.entries(EDITS)) {
    const journal = new JournalFold({ text })
    let edits = 0
    const ours = (): number => {
      if (edits > 0) journal.add({ n: journal.now.n + 1, at: '2026-01-01T00:00:00.000Z', kind: 'undo' })
      edits += 1
      return time(() => {
        const [, patches, inverse] = create(
          journal.now.value as Loose,
          (document) => recipe(document, 100 + (edits % 300)),
          { enablePatches: true },
        )
        const entry = { n: journal.now.n + 1, at: '2026-01-01T00:00:00.000Z', label: { code: 'text' } }
        journal.add({ ...entry, kind: 'edit', patches: patches as Patch[], inverse: inverse as Patch[] })
        const { issues } = checkDocument('scenario', journal.now.value, () => 'not-there')
        if ((issues.length === 0) !== (name === 'right')) throw new Error(`${name}: ${issues.length} issues`)
      })
    }
    const values = await takeTurns(
      { ours, bare: () => time(() => createMachine(config)) },
      { ...ROUNDS, warmUp: 3 },
    )
    const note = `${SCENES} scenes`
    measured.push(compare(`issues of an edit (${name}) / createMachine alone`, values, 'ms', limit, note))
  }
  return measured
}
