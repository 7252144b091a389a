import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { placesOf } from '../../../../src/domain/authoring/review/places'
import { scriptOf, type ScriptChoice, type ScriptLine } from '../../../../src/domain/authoring/review/script'
import type { Scenario } from '../../../../src/domain/scenario/schema'
import { listTexts } from '../../../../src/domain/scenario/texts'

const FOLDER = 'scenarios'
const shipped = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.scenario.json'))
  .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Scenario)

const ofLine = ({ text, subject, attachments, media }: ScriptLine) =>
  [text, subject, media, ...attachments].flatMap((one) => (one ? [one.id] : []))
const ofChoice = ({ say, did, answer, points, prices }: ScriptChoice) => [
  ...[say, did, ...points.map(({ why }) => why), ...prices.map(({ why }) => why)].flatMap((one) =>
    one ? [one.id] : [],
  ),
  ...answer.flatMap(ofLine),
]

describe.each(shipped.map((scenario) => [scenario.id, scenario] as const))(
  'the script of %s',
  (_, scenario) => {
    const script = scriptOf(scenario)

    it('has every text that a reader of the scenes meets, once, under its id', () => {
      const shown = [
        ...script.head.map(({ id }) => id),
        ...script.cues.map(({ id }) => id),
        ...script.around.map(({ id }) => id),
        ...script.everywhere.flatMap(ofChoice),
        ...script.scenes.flatMap((scene) => [
          ...[scene.title, scene.place, scene.debrief].flatMap((one) => (one ? [one.id] : [])),
          ...scene.lines.flatMap(ofLine),
          ...scene.choices.flatMap(ofChoice),
        ]),
      ]
      const all = listTexts(scenario).map(({ id }) => id)
      expect(new Set(shown).size).toBe(shown.length)
      // Marked words are shown in their lines; sources and variants are not part of the script.
      const left = all.filter((id) => !shown.includes(id) && !/\/cues\/|^sources\/|^variants\//.test(id))
      expect(left).toEqual([])
      expect(shown.filter((id) => !all.includes(id))).toEqual([])
    })

    it('gives scenes and choices ids with which those of their texts begin', () => {
      for (const scene of script.scenes) {
        if (scene.title) expect(scene.title.id.startsWith(`${scene.id}/`)).toBe(true)
        for (const choice of scene.choices) {
          for (const id of ofChoice(choice)) expect(id.startsWith(`${choice.id}/`), id).toBe(true)
        }
      }
    })

    it('names places to which comments can be pinned', () => {
      const places = new Set(placesOf(scenario).map(({ kind, id }) => `${kind} ${id}`))
      for (const scene of script.scenes) {
        expect(places).toContain(`scene ${scene.id}`)
        for (const { id } of scene.choices) expect(places).toContain(`choice ${id}`)
      }
      expect(places.size).toBe(placesOf(scenario).length)
    })

    it('begins with the first scene and leads to scenes that it has', () => {
      const paths = script.scenes.map(({ path }) => path)
      expect(paths[0]).toBe(scenario.machine.initial)
      const ends = script.scenes.map(({ ending }) => ending)
      expect(ends.lastIndexOf(false)).toBeLessThan(ends.indexOf(true))
      for (const { choices } of script.scenes)
        for (const { leadsTo } of choices) if (leadsTo !== undefined) expect(paths).toContain(leadsTo)
    })
  },
)
