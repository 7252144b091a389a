/** Checks a document against the documents that trainees have. It needs no records, so the worker thread can run it. */
import { ATTACK_SHARE, openCourse } from '../../domain/course'
import { DOCUMENT_ENDINGS } from '../../domain/authoring/document'
import type { Floor } from '../../domain/scenario/floor'
import { error, hasErrors, issuesOf, type Fault, type Issue } from '../../domain/scenario/issue'
import type { MediaFile } from '../../domain/scenario/media'
import { openFloor, openScenario } from '../../domain/scenario/open'
import type { Channel } from '../../domain/scenario/vocabulary'
import { contentOf, fromScenario } from '../library/library'
import { sha256 } from '../sha256'
import { fileName, type Which } from './paths'

/** The files and documents that a document refers to, as the checks look them up. */
export interface Surroundings {
  readonly look: (file: string) => MediaFile | undefined
  /** Returns the text of a floor, or `undefined` where no such floor exists. */
  readonly floor: (id: string) => string | undefined
  /** Returns the truth of a scenario that trainees have: attack or genuine. `undefined` for any other scenario. */
  readonly truth: (id: string) => string | undefined
}

export interface Checked {
  readonly issues: readonly Issue[]
  /** The content that publishing would release; `undefined` when the checks find errors. */
  readonly content: { readonly hash: string; readonly content: string } | undefined
  /** The channel on which a scenario begins; only set for a scenario without errors. */
  readonly channel: Channel | undefined
}

export const floorOf = (text: string | undefined, id: string): Floor | 'not-there' | 'invalid' =>
  text === undefined
    ? 'not-there'
    : (openFloor(text, { name: fileName({ kind: 'floor', id }), ending: DOCUMENT_ENDINGS.floor }).value ??
      'invalid')

function checkScenarioText(name: string, text: string, { look, floor }: Surroundings): Checked {
  const { scenario, issues } = openScenario(text, {
    name,
    ending: DOCUMENT_ENDINGS.scenario,
    media: { look, sha256 },
    floors: (id) => floorOf(floor(id), id),
  })
  return {
    issues,
    content: scenario && contentOf(scenario),
    channel: scenario && fromScenario(scenario).channel,
  }
}

function checkCourseText(name: string, text: string, { truth }: Surroundings): Checked {
  const { value: course, issues } = openCourse(text, { name, ending: DOCUMENT_ENDINGS.course })
  if (!course) return { issues, content: undefined, channel: undefined }
  const faults: Fault[] = []
  for (const list of ['modules', 'practice'] as const) {
    course[list]?.forEach((id, i) => {
      if (truth(id) !== undefined) return
      const named = { what: 'module', scenario: id, file: fileName({ kind: 'scenario', id }) } as const
      faults.push(error('unknown-scenario', [list, i], named))
    })
  }
  const attacks = course.modules.filter((id) => truth(id) === 'attack').length
  const share = attacks / course.modules.length
  if (faults.length === 0 && (share < ATTACK_SHARE.least || share > ATTACK_SHARE.most)) {
    faults.push(error('attack-share', ['modules'], { share }))
  }
  const all = [...issues, ...issuesOf(faults, course)]
  return { issues: all, content: hasErrors(all) ? undefined : contentOf(course), channel: undefined }
}

/** @param text the whole document, which may be broken */
export function checkDocument(which: Which, text: string, around: Surroundings): Checked {
  const name = fileName(which)
  switch (which.kind) {
    case 'scenario':
      return checkScenarioText(name, text, around)
    case 'course':
      return checkCourseText(name, text, around)
    case 'floor': {
      const { value, issues } = openFloor(text, { name, ending: DOCUMENT_ENDINGS.floor })
      return { issues, content: value && contentOf(value), channel: undefined }
    }
  }
}
