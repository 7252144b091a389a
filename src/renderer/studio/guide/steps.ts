/** The steps of a first scenario. A step is done when the document shows it, not when a button was pressed. */
import { isUnwritten } from '../../../domain/scenario/unwritten'
import { membersOf } from '../../../domain/scenario/members'
import { at, everywhereIn, listOf, outlineOf, type OutlineChoice, type Path, type Selected } from '../outline'

export const STEPS = [
  'title',
  'says',
  'cue',
  'right',
  'wrong',
  'leads',
  'earns',
  'problems',
  'tried',
  'published',
] as const
export type Step = (typeof STEPS)[number]

export interface GuideFacts {
  readonly document: unknown
  /** The document before anybody wrote in it. It shows which words come from the template. */
  readonly begun: unknown
  readonly errors: number
  readonly unwritten: number
  /** True after a play has come to an end. */
  readonly tried: boolean
  readonly published: boolean
}

/** The place in the Studio where a step is done. */
export type GuidePlace =
  | { readonly what: 'select'; readonly selected: Selected }
  | { readonly what: 'pane'; readonly pane: 'problems' | 'play' }
  | { readonly what: 'publish' }

const written = (text: unknown): boolean => {
  const words = typeof text === 'string' ? [text] : Object.values(membersOf(text))
  return (
    words.length > 0 &&
    words.every((one) => typeof one === 'string' && one.trim() !== '' && !isUnwritten(one))
  )
}

/** Tells whether a text is written and differs from the template in at least one language. */
function own(text: unknown, begun: unknown): boolean {
  if (!written(text)) return false
  if (typeof text === 'string') return text !== begun
  const before = membersOf(begun)
  return Object.entries(membersOf(text)).some(([language, words]) => words !== before[language])
}

const firstOf = (document: unknown) => outlineOf(document).find(({ initial }) => initial)

const beatsAt = (document: unknown, path: Path) =>
  listOf(at(document, [...path, 'meta', 'beats'])).map(membersOf)

/** Returns the replies whose words somebody has written here. */
function ownReplies({ document, begun }: Pick<GuideFacts, 'document' | 'begun'>): OutlineChoice[] {
  const choices = [...everywhereIn(document), ...outlineOf(document).flatMap((scene) => scene.choices)]
  return choices.filter(({ say, path }) => say !== undefined && own(say, at(begun, [...path, 'meta', 'say'])))
}

const isRight = ({ earned, critical }: OutlineChoice): boolean =>
  earned !== undefined && earned.points === earned.of && earned.of > 0 && !critical
const isWrong = ({ earned, critical }: OutlineChoice): boolean =>
  critical || (earned !== undefined && earned.points < earned.of)

const hasReason = (document: unknown, begun: unknown, { path }: OutlineChoice): boolean =>
  listOf(at(document, [...path, 'actions'])).some((action, i) => {
    const why = (of: unknown) => membersOf(membersOf(of)['params'])['why']
    return membersOf(action)['type'] === 'assess' && own(why(action), why(at(begun, [...path, 'actions', i])))
  })

/** Returns the steps that are done. */
export function doneOf(facts: GuideFacts): ReadonlySet<Step> {
  const { document, begun } = facts
  const first = firstOf(document)
  const said = first ? beatsAt(document, first.path) : []
  const before = first ? beatsAt(begun, first.path) : []
  const replies = ownReplies(facts)
  const marks = outlineOf(document).flatMap(({ path }) =>
    beatsAt(document, path).flatMap(({ text, cues }) =>
      listOf(cues).filter((mark) => {
        const phrase = membersOf(membersOf(mark)['phrase'])
        const words = membersOf(text)
        return Object.entries(phrase).some(
          ([language, one]) => typeof one === 'string' && String(words[language] ?? '').includes(one),
        )
      }),
    ),
  )
  const done: Readonly<Record<Step, boolean>> = {
    title: written(membersOf(document)['title']),
    says:
      said.length > 0 &&
      said.every(({ id, text }) => own(text, before.find((beat) => beat['id'] === id)?.['text'])),
    cue: marks.length > 0,
    right: replies.some(isRight),
    wrong: replies.some(isWrong),
    leads: replies.length >= 2 && replies.every(({ leadsTo }) => leadsTo !== undefined),
    earns: replies.length >= 2 && replies.every((reply) => hasReason(document, begun, reply)),
    problems: facts.errors === 0 && facts.unwritten === 0 && replies.length > 0,
    tried: facts.tried,
    published: facts.published,
  }
  return new Set(STEPS.filter((step) => done[step]))
}

/** Returns the place to which a step leads. */
export function placeOf(step: Step, facts: Pick<GuideFacts, 'document' | 'begun'>): GuidePlace {
  const { document, begun } = facts
  const about: GuidePlace = { what: 'select', selected: { what: 'section', section: 'about' } }
  const first = firstOf(document)
  const scene: GuidePlace = first ? { what: 'select', selected: { what: 'scene', path: first.path } } : about
  const choice = (wanted: (reply: OutlineChoice) => boolean): GuidePlace => {
    const found = ownReplies(facts).find(wanted)
    return found ? { what: 'select', selected: { what: 'choice', path: found.path } } : scene
  }
  switch (step) {
    case 'title':
      return about
    case 'says':
    case 'cue':
      return scene
    case 'right':
      return choice((reply) => !isRight(reply) && !isWrong(reply))
    case 'wrong':
      return choice((reply) => !isRight(reply) && !isWrong(reply))
    case 'leads':
      return choice(({ leadsTo }) => leadsTo === undefined)
    case 'earns':
      return choice((reply) => !hasReason(document, begun, reply))
    case 'problems':
      return { what: 'pane', pane: 'problems' }
    case 'tried':
      return { what: 'pane', pane: 'play' }
    case 'published':
      return { what: 'publish' }
  }
}
