/**
 * Shows parts of the Studio without Electron, for measurements: `?show=map` is the map of a large scenario,
 * `?show=plain` is React Flow alone with as many nodes at the same places. `?scenes=` sets their number.
 */
import { createRoot } from 'react-dom/client'
import { Controls, ReactFlow } from '@xyflow/react'
import { create } from 'mutative'
import { I18nProvider } from 'react-aria-components'
import { JournalFold } from '../../src/domain/authoring/journal'
import type { Patch } from '../../src/domain/authoring/patch'
import { regionOf } from '../../src/renderer/i18n'
import { LocaleContext, loadAllTexts } from '../../src/renderer/i18n/text'
import Map from '../../src/renderer/studio/map/Map'
import { placeStore } from '../../src/renderer/studio/map/place-store'
import { everywhereIn, outlineOf } from '../../src/renderer/studio/outline'
import { several } from '../../src/renderer/studio/selection'
import { checkDocument } from '../../src/renderer/studio/use-checks'
import { bigScenario } from '../bench/big-scenario'

const asked = new URLSearchParams(location.search)
const scenario = bigScenario(Number(asked.get('scenes')))
const names = Object.keys(scenario.machine.states!)

const COLUMNS = 25
/** Columns go from left to right and back again, so that scenes lie beside their targets. */
const column = (i: number) => (Math.floor(i / COLUMNS) % 2 === 0 ? i % COLUMNS : COLUMNS - 1 - (i % COLUMNS))
const places = new globalThis.Map(
  names.map((name, i) => [name, { x: column(i) * 380, y: Math.floor(i / COLUMNS) * 320 }] as const),
)

const nothing = () => {}

function OurMap() {
  const cards = Object.fromEntries([...places].map(([name, { x, y }]) => [name, [x, y]]))
  return (
    <Map
      scenes={outlineOf(scenario)}
      everywhere={everywhereIn(scenario)}
      selection={several([])}
      wrong={new globalThis.Map()}
      unseen={new Set()}
      readOnly={false}
      places={placeStore({ cards }, undefined)}
      onSelect={nothing}
      onLead={nothing}
      onLeadToNew={() => ''}
      onOpen={nothing}
    />
  )
}

const PlainMap = () => (
  <div className="map-frame">
    <div className="map">
      <ReactFlow
        defaultNodes={names.map((id) => ({ id, position: places.get(id)!, data: { label: id } }))}
        defaultEdges={[]}
        onlyRenderVisibleElements
        fitView
        minZoom={0.02}
        panOnScroll
      >
        <Controls />
      </ReactFlow>
    </div>
  </div>
)

/**
 * Turns the wheel once in each frame.
 * @returns the milliseconds between frames
 */
async function pan(frames: number): Promise<number[]> {
  const pane = document.querySelector('.react-flow__pane')!
  const { left, top, width, height } = pane.getBoundingClientRect()
  const taken: number[] = []
  let last = await new Promise<number>(requestAnimationFrame)
  for (let i = 0; i < frames; i += 1) {
    const deltaX = i % 40 < 20 ? 30 : -30
    pane.dispatchEvent(
      new WheelEvent('wheel', {
        deltaX,
        deltaY: deltaX / 2,
        clientX: left + width / 2,
        clientY: top + height / 2,
        bubbles: true,
        cancelable: true,
      }),
    )
    const now = await new Promise<number>(requestAnimationFrame)
    taken.push(now - last)
    last = now
  }
  return taken
}

interface Loose {
  machine: { states: Record<string, { meta: { title: { en: string } } }> }
}

const journal = new JournalFold({ text: JSON.stringify(scenario, null, 2) })
let edits = 0
/**
 * Makes an act that leaves a title empty, and runs the checks.
 * @returns the milliseconds
 */
function edit(): number {
  if (edits > 0) journal.add({ n: journal.now.n + 1, at: '2026-01-01T00:00:00.000Z', kind: 'undo' })
  edits += 1
  const begun = performance.now()
  const [, patches, inverse] = create(
    journal.now.value as Loose,
    (document) => void (document.machine.states[names[edits % 300]!]!.meta.title.en = ''),
    { enablePatches: true },
  )
  const entry = { n: journal.now.n + 1, at: '2026-01-01T00:00:00.000Z', label: { code: 'text' } }
  journal.add({ ...entry, kind: 'edit', patches: patches as Patch[], inverse: inverse as Patch[] })
  const { issues } = checkDocument('scenario', journal.now.value, () => 'not-there')
  if (issues.length === 0) throw new Error('Nothing was found.')
  return performance.now() - begun
}

Object.assign(window, { measured: { pan, edit } })
await loadAllTexts('en')
createRoot(document.getElementById('root')!).render(
  <LocaleContext value="en">
    <I18nProvider locale={regionOf('en')}>
      {asked.get('show') === 'map' ? <OurMap /> : <PlainMap />}
    </I18nProvider>
  </LocaleContext>,
)
