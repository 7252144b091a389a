import type { Tool } from './vocabulary'

/** A code can be about several things. Each has a sentence of its own. */
interface What<W extends string> {
  readonly what: W
}

/** A position in the text, counted from 1. */
interface InText {
  readonly line: number
  readonly column: number
}

/** A character of the file. An invisible one is given by its number in Unicode, such as `U+00A0`. */
interface Sign {
  readonly sign: string
}

type Sort = 'brace' | 'bracket'

/** The reasons why a text is not JSON. */
export type JsonFaultParams = InText &
  (
    | What<'text-open' | 'tab-in-text' | 'unicode-escape' | 'text-never-closed' | 'comment' | 'merge-marks'>
    | (What<'sign-in-text' | 'backslash' | 'sign-between' | 'no-value' | 'name-not-sign'> & Sign)
    | (What<'single-quote' | 'curly-quote'> & { readonly quote: string })
    | (What<'leading-zero'> & { readonly number: string })
    | What<'plus' | 'point-first' | 'digit-missing'>
    | (What<'no-number'> & { readonly word: string })
    | What<'list-comma' | 'group-comma' | 'two-commas' | 'comma-first' | 'decimal-comma'>
    | (What<'value-missing'> & Sign)
    | (What<'value-of-missing'> & Sign & { readonly name: string })
    | (What<'word-written'> & { readonly word: string; readonly written: string })
    | (What<'not-a-value' | 'unquoted' | 'name-unquoted'> & { readonly word: string })
    | (What<'still-open'> & {
        readonly letter: string
        readonly sort: Sort
        readonly openLine: number
        readonly openColumn: number
        readonly close: string
      })
    | (What<'comma-expected'> & { readonly letter: string })
    | What<'text-closed' | 'comma-missing' | 'file-ends'>
    | (What<'file-ends-open'> & {
        readonly sort: Sort
        readonly openLine: number
        readonly openColumn: number
        readonly close: string
        readonly around: 'yes' | 'no'
      })
    | (What<'colon-missing'> & Sign & { readonly name: string })
    | (What<'one-too-many'> & { readonly letter: string })
    | What<'document-ended'>
  )

/** The sentences of these codes have no values. */
type Nothing = Readonly<Record<never, never>>

/** Each code with the values that its sentence shows, besides the place. */
export interface IssueParams {
  // Issues of the file itself.
  'unreadable-file': Nothing
  'id-differs': { readonly id: string; readonly file: string }
  'not-utf8': What<'utf16' | 'other'>
  'not-json': What<'empty' | 'unknown'> | JsonFaultParams
  'double-name': InText & { readonly name: string }
  'newer-format': { readonly format: number }
  'too-deep': { readonly deepest: number }

  // Issues of the shape.
  'reserved-id': { readonly id: string }
  'bad-id':
    | (What<'dot' | 'beginning' | 'letters'> & { readonly id: string })
    | (What<'machine'> & { readonly id: string; readonly scenario: string })
  missing:
    | (What<'key'> & { readonly name: string })
    | What<'action-type' | 'scenes' | 'disposition' | 'debrief' | 'meta' | 'tactics' | 'languages'>
    | What<'first-scene'>
    | (What<'format'> & { readonly format: number })
    | (What<'tool-object'> & { readonly tool: Tool; readonly object: string })
  'unknown-key': { readonly key: string }
  'unknown-action': { readonly action: string; readonly known: readonly string[] }
  'unknown-guard': { readonly guard: string; readonly known: readonly string[] }
  'wrong-type':
    | What<'scenario' | 'object' | 'array' | 'string' | 'number' | 'int' | 'boolean' | 'media'>
    | (What<'other'> & { readonly expected: string })
  'bad-value':
    | What<'form' | 'empty' | 'infinite' | 'other'>
    | (What<'delay'> & { readonly delay: string; readonly shortest: number; readonly longest: number })
    | (What<'delay-unit'> & {
        readonly delay: string
        readonly shortest: number
        readonly longest: number
        readonly meant: string
      })
    | (What<'language'> & { readonly language: string })
    | (What<'choice'> & {
        readonly value: string
        readonly name: string
        readonly possible: readonly string[]
      })
    | (What<'unfit' | 'date' | 'version' | 'file' | 'sha256'> & { readonly value: string })
    | (What<'too-small' | 'too-few'> & { readonly least: number })
    | (What<'too-large'> & { readonly most: number })
    | (What<'points'> & { readonly points: number; readonly of: number })

  // Issues of names that refer to something.
  'dangling-initial': What<'no-scenes'> | (What<'unknown'> & { readonly initial: string })
  'dangling-target': What<'unknown' | 'without-dot'> & { readonly target: string }
  'duplicate-id':
    | (What<'beat' | 'desk'> & { readonly id: string })
    | (What<'field'> & { readonly id: string; readonly customer: string })
  'unknown-cast': What<'speaker' | 'contact'> & { readonly id: string }
  'unknown-cue': { readonly cue: string }
  'unknown-customer': { readonly customer: string }
  'unknown-field': What<'named' | 'disclosed'> & { readonly customer: string; readonly field: string }
  'unknown-contact': { readonly contact: string }
  'unknown-policy': { readonly policy: string }
  'unknown-lead': { readonly lead: string; readonly floor: string }
  'unknown-floor': What<'not-there' | 'invalid'> & { readonly floor: string }
  'floor-language': { readonly floor: string; readonly language: string }
  'own-policy': { readonly floor: string }
  'flag-never-raised': What<'critical' | 'guard'> & { readonly flag: string }
  'counter-never-counted': { readonly counter: string }
  'cue-never-shown': { readonly cue: string }
  'field-not-masked': { readonly field: string }
  'unused-object': { readonly tool: Tool; readonly object: string }

  // Issues of scenes, choices and endings.
  'look-decides': What<'leads' | 'judges'> & { readonly tool: Tool }
  'report-unheard': Nothing
  'few-replies': { readonly replies: number; readonly least: number }
  'many-replies': { readonly replies: number; readonly most: number }
  'tactic-without-cue': { readonly tactic: string }
  'cue-without-tactic': { readonly cue: string; readonly tactic: string }
  'branch-never-taken': Nothing
  'no-effect': What<'policy' | 'price' | 'other'>
  'choice-invisible': Nothing
  'not-an-ending': Nothing
  'nested-ending': Nothing
  'ending-goes-on': Nothing
  'nothing-to-show': Nothing
  'several-time-limits': Nothing
  'critical-lowered': { readonly flag: string }
  'no-warning-cue': Nothing
  'no-ending': Nothing

  // Issues of texts.
  'missing-translation': Nothing
  'stray-translation': Nothing
  unwritten: What<'plain' | 'translated'> & { readonly words: string }
  'unknown-placeholder': { readonly placeholder: string; readonly known: readonly string[] }
  'placeholder-not-here': { readonly placeholder: string }
  'bad-placeholder': Nothing
  'unwelcome-markup': What<'picture' | 'link' | 'html'>
  'control-character': What<'line-break'> | (What<'other'> & { readonly unicode: string })
  'phrase-not-in-text': { readonly phrase: string }

  // Issues of variants and twins.
  'variant-names': { readonly names: readonly string[]; readonly wanted: readonly string[] }
  'variant-unused': { readonly name: string }
  'twin-not-there': { readonly twin: string }
  'twin-not-mutual': { readonly twin: string }
  'twin-same-truth': { readonly twin: string }
  'twin-differs': What<
    'title' | 'summary' | 'minutes' | 'role' | 'said' | 'replies' | 'time' | 'desk' | 'tools'
  > & {
    readonly twin: string
  }

  // Issues of pictures and sounds.
  'media-kind': { readonly file: string }
  'unknown-media': What<'not-there' | 'unreadable'> & { readonly file: string }
  'media-too-large': { readonly file: string; readonly megabytes: number; readonly most: number }
  'media-content': { readonly file: string; readonly ending: string }
  'media-changed': { readonly file: string }

  // Issues of the way through.
  'unreachable-scene': What<'no-way' | 'guards'>
  'no-way-out': What<'no-ending' | 'stuck'>
  'no-safe-exit': Nothing
  'endless-steps': Nothing
  'endless-points': Nothing
  'too-many-situations': What<'for-loops' | 'for-all'> & { readonly most: number }
  'pass-unattainable': Nothing
  'critical-passes': Nothing

  // Issues of courses and test plans.
  'unknown-scenario': What<'module' | 'plan'> & { readonly scenario: string; readonly file: string }
  'scenario-invalid': { readonly scenario: string }
  'choice-not-offered': What<'now' | 'ended'> & {
    readonly run: string
    /** The number of the choice in its run, from 1. */
    readonly number: number
    readonly choice: string
    readonly scene: string
    /** The choices that are offered there, as a list; `none` where only a time limit is left. */
    readonly open: string
  }
  'attack-share': { readonly share: number }

  // Findings of a course's proof; `share` is a share of rounds, of contacts or of people, 0 to 1.
  'habit-passes': { readonly count: number; readonly share: number }
  'habit-close': { readonly count: number; readonly least: number }
  'guess-passes': { readonly share: number }
  'words-pass': { readonly count: number; readonly share: number }
  'truth-leaks': { readonly count: number; readonly share: number }
  // `short-deck` and `both`: the other of these two bars is missed as well, by a fixed or by a sequential rule.
  'passes-unskilled': What<'alone' | 'both' | 'short-deck'> & { readonly share: number }
  'fails-skilled': What<'alone' | 'both' | 'short-deck'> & { readonly share: number }
  'bad-rule': What<'skills' | 'room' | 'twice'>
}
