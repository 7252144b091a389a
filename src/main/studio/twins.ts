import { twinOf } from '../../domain/authoring/twin'
import { parseScenario } from '../../domain/scenario/parse'
import { loadTemplateWords } from '../../texts/template-words'
import { Refused } from '../refused'
import type { Person } from '../store/records'
import type { Standing } from './catalog'
import { markOf } from './disk'
import type { DraftMedia } from './draft-media'
import type { Drafts } from './drafts'
import { textOfValue } from './new-document'
import type { StudioPaths, Which } from './paths'

interface Parts {
  readonly paths: () => StudioPaths
  readonly drafts: Drafts
  readonly media: Pick<DraftMedia, 'of'>
  /** Returns a document as it is now. */
  readonly one: (which: Which) => Promise<Standing>
  /** @throws Refused `already-exists` */
  readonly mustBeFree: (which: Which) => Promise<void>
}

/** Makes drafts that begin like an existing scenario and have the other truth. */
export class Twins {
  constructor(private readonly parts: Parts) {}

  /**
   * Makes the twin of a scenario. If that is a draft without a twin, it names the new one in return, by an act in its
   * history.
   * @returns whether the other scenario names the twin
   * @throws Refused `scenario-invalid` if the other can't be read as a scenario
   */
  async make(of: string, id: string, person: Person): Promise<boolean> {
    const { drafts, media, one, mustBeFree } = this.parts
    const other: Which = { kind: 'scenario', id: of }
    const source = await one(other)
    const read = parseScenario(source.text)
    if (!read.ok) throw new Refused('scenario-invalid', `‘${of}’ is not whole.`)
    const twin: Which = { kind: 'scenario', id }
    await mustBeFree(twin)
    const text = textOfValue(twinOf(read.scenario, { id, say: await loadTemplateWords() }))
    const files = [...(await media.of(source))].filter(([file]) => text.includes(`"${file}"`))
    await drafts.create(twin, text, { by: person.name, media: new Map(files) })
    return this.#name(other, id, person)
  }

  /** Names the twin in the other scenario, if that is a draft without one. */
  async #name(other: Which, twin: string, person: Person): Promise<boolean> {
    const { drafts, paths } = this.parts
    if (!(await markOf(paths().draft(other)))) return false
    return drafts.exclusively(other, async () => {
      const { value, brokenText } = (await drafts.now(other)).fold.now
      if (brokenText !== null || typeof value !== 'object' || value === null || 'twin' in value) return false
      const path = ['twin']
      await drafts.act(
        other,
        {
          kind: 'edit',
          label: { code: 'twin', params: { twin } },
          patches: [{ op: 'add', path, value: twin }],
          inverse: [{ op: 'remove', path }],
        },
        person.name,
      )
      return true
    })
  }
}
