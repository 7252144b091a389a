// Written by `npm run generate` from the folders beside this file.
import type { LocaleFacts } from './facts'

/** The languages of the program, the first one first. */
export const LOCALES = ['en', 'fr'] as const
export type Locale = (typeof LOCALES)[number]

export const FACTS: Readonly<Record<Locale, LocaleFacts>> = {
  en: {"name":"English","region":"en-GB","punctuation":"close"},
  fr: {"name":"Français","region":"fr-FR","punctuation":"spaced"},
}

type Nothing = Record<never, never>

/** Every text by area and key, with the values that it needs. */
export interface Texts {
  issues: {
    'unreadable-file': Nothing
    'id-differs': { id: string | number; file: string | number }
    'not-utf8.utf16': Nothing
    'not-utf8.other': Nothing
    'not-json.empty': Nothing
    'not-json.unknown': Nothing
    'not-json.text-open': { json: string | number }
    'not-json.tab-in-text': { json: string | number }
    'not-json.sign-in-text': { json: string | number; sign: string | number }
    'not-json.unicode-escape': { json: string | number }
    'not-json.backslash': { json: string | number; sign: string | number }
    'not-json.text-never-closed': { json: string | number }
    'not-json.comment': { json: string | number }
    'not-json.merge-marks': { json: string | number }
    'not-json.single-quote': { json: string | number; quote: string | number }
    'not-json.curly-quote': { json: string | number; quote: string | number }
    'not-json.sign-between': { json: string | number; sign: string | number }
    'not-json.leading-zero': { json: string | number; number: string | number }
    'not-json.plus': { json: string | number }
    'not-json.point-first': { json: string | number }
    'not-json.digit-missing': { json: string | number }
    'not-json.no-number': { json: string | number; word: string | number }
    'not-json.list-comma': { json: string | number }
    'not-json.group-comma': { json: string | number }
    'not-json.two-commas': { json: string | number }
    'not-json.comma-first': { json: string | number }
    'not-json.decimal-comma': { json: string | number }
    'not-json.value-missing': { json: string | number; sign: string | number }
    'not-json.value-of-missing': { json: string | number; name: string | number; sign: string | number }
    'not-json.no-value': { json: string | number; sign: string | number }
    'not-json.word-written': { json: string | number; word: string | number; written: string | number }
    'not-json.not-a-value': { json: string | number; word: string | number }
    'not-json.unquoted': { json: string | number; word: string | number }
    'not-json.name-unquoted': { json: string | number; word: string | number }
    'not-json.name-not-sign': { json: string | number; sign: string | number }
    'not-json.still-open': { json: string | number; letter: string | number; sort: string; openLine: string | number; openColumn: string | number; close: string | number }
    'not-json.comma-expected': { json: string | number; letter: string | number }
    'not-json.text-closed': { json: string | number }
    'not-json.comma-missing': { json: string | number }
    'not-json.file-ends': { json: string | number }
    'not-json.file-ends-open': { json: string | number; sort: string; openLine: string | number; openColumn: string | number; close: string | number; around: string }
    'not-json.colon-missing': { json: string | number; name: string | number; sign: string | number }
    'not-json.one-too-many': { json: string | number; letter: string | number }
    'not-json.document-ended': { json: string | number }
    'double-name': { name: string | number; line: string | number; column: string | number }
    'newer-format': { format: string | number }
    'too-deep': { deepest: string | number }
    'reserved-id': { place: string | number; id: string | number }
    'bad-id.dot': { place: string | number; id: string | number }
    'bad-id.beginning': { place: string | number; id: string | number }
    'bad-id.letters': { place: string | number; id: string | number }
    'bad-id.machine': { id: string | number; scenario: string | number }
    'missing.key': { place: string | number; name: string | number }
    'missing.action-type': { place: string | number }
    'missing.scenes': Nothing
    'missing.first-scene': { where: string | number }
    'missing.disposition': { where: string | number }
    'missing.debrief': { where: string | number }
    'missing.meta': { where: string | number }
    'missing.tactics': Nothing
    'missing.languages': Nothing
    'missing.format': { format: string | number }
    'missing.tool-object': { where: string | number; choice: string | number; tool: string | number; object: string | number }
    'unknown-key': { place: string | number; key: string | number }
    'unknown-action': { place: string | number; action: string | number; known: string | number }
    'unknown-guard': { place: string | number; guard: string | number; known: string | number }
    'wrong-type.scenario': Nothing
    'wrong-type.object': { place: string | number; called: string | number }
    'wrong-type.array': { place: string | number; called: string | number }
    'wrong-type.string': { place: string | number; called: string | number }
    'wrong-type.number': { place: string | number; called: string | number }
    'wrong-type.int': { place: string | number; called: string | number }
    'wrong-type.boolean': { place: string | number; called: string | number }
    'wrong-type.media': { place: string | number; called: string | number }
    'wrong-type.other': { place: string | number; called: string | number; expected: string | number }
    'bad-value.form': { place: string | number; called: string | number }
    'bad-value.empty': { place: string | number; called: string | number }
    'bad-value.infinite': { place: string | number; called: string | number }
    'bad-value.other': { place: string | number; called: string | number }
    'bad-value.delay': { place: string | number; delay: string | number; shortest: string | number; longest: string | number }
    'bad-value.delay-unit': { place: string | number; delay: string | number; shortest: string | number; longest: string | number; meant: string | number }
    'bad-value.language': { place: string | number; language: string | number }
    'bad-value.choice': { place: string | number; value: string | number; name: string | number; possible: string | number }
    'bad-value.unfit': { place: string | number; value: string | number; called: string | number }
    'bad-value.date': { place: string | number; value: string | number; called: string | number }
    'bad-value.version': { place: string | number; value: string | number; called: string | number }
    'bad-value.file': { place: string | number; value: string | number; called: string | number }
    'bad-value.sha256': { place: string | number; value: string | number; called: string | number }
    'bad-value.too-small': { place: string | number; called: string | number; least: string | number }
    'bad-value.too-few': { place: string | number; called: string | number; least: string | number }
    'bad-value.too-large': { place: string | number; called: string | number; most: string | number }
    'bad-value.points': { where: string | number; points: string | number; of: string | number }
    'dangling-initial.no-scenes': { where: string | number }
    'dangling-initial.unknown': { where: string | number; initial: string | number }
    'dangling-target.unknown': { where: string | number; move: string | number; target: string | number }
    'dangling-target.without-dot': { where: string | number; move: string | number; target: string | number }
    'duplicate-id.beat': { where: string | number; id: string | number }
    'duplicate-id.desk': { id: string | number }
    'duplicate-id.field': { customer: string | number; id: string | number }
    'unknown-cast.speaker': { where: string | number; id: string | number }
    'unknown-cast.contact': { where: string | number; id: string | number }
    'unknown-cue': { where: string | number; cue: string | number }
    'unknown-customer': { where: string | number; choice: string | number; customer: string | number }
    'unknown-field.named': { where: string | number; choice: string | number; field: string | number; customer: string | number }
    'unknown-field.disclosed': { where: string | number; field: string | number; customer: string | number }
    'unknown-contact': { where: string | number; choice: string | number; contact: string | number }
    'unknown-policy': { where: string | number; choice: string | number; policy: string | number }
    'flag-never-raised.critical': { flag: string | number }
    'flag-never-raised.guard': { where: string | number; flag: string | number }
    'counter-never-counted': { where: string | number; counter: string | number }
    'cue-never-shown': { cue: string | number }
    'field-not-masked': { where: string | number; choice: string | number; field: string | number }
    'unused-object': { where: string | number; choice: string | number; object: string | number; tool: string | number }
    'branch-never-taken': { where: string | number; move: string | number }
    'no-effect.policy': { where: string | number; move: string | number }
    'no-effect.other': { where: string | number; move: string | number }
    'choice-invisible': { where: string | number; choice: string | number }
    'not-an-ending': { where: string | number }
    'nested-ending': { where: string | number }
    'ending-goes-on': { where: string | number }
    'nothing-to-show': { where: string | number }
    'several-time-limits': { where: string | number }
    'critical-lowered': { where: string | number; flag: string | number }
    'no-warning-cue': Nothing
    'no-ending': Nothing
    'missing-translation': { language: string | number }
    'stray-translation': { language: string | number }
    'unknown-placeholder': { placeholder: string | number; known: string | number }
    'placeholder-not-here': { placeholder: string | number }
    'bad-placeholder': Nothing
    'unwelcome-markup.picture': Nothing
    'unwelcome-markup.link': Nothing
    'unwelcome-markup.html': Nothing
    'control-character.line-break': Nothing
    'control-character.other': { unicode: string | number }
    'phrase-not-in-text': { where: string | number; beat: string | number; phrase: string | number; language: string | number }
    'media-kind': { where: string | number; file: string | number }
    'unknown-media.not-there': { where: string | number; file: string | number }
    'unknown-media.unreadable': { where: string | number; file: string | number }
    'media-too-large': { where: string | number; file: string | number; megabytes: number; most: number }
    'media-content': { where: string | number; file: string | number; ending: string | number }
    'media-changed': { where: string | number; file: string | number }
    'unreachable-scene.no-way': { where: string | number }
    'unreachable-scene.guards': { where: string | number }
    'no-way-out.no-ending': { where: string | number }
    'no-way-out.stuck': { where: string | number }
    'no-safe-exit': { where: string | number }
    'endless-steps': { where: string | number; move: string | number }
    'endless-points': { where: string | number; move: string | number }
    'too-many-situations.for-loops': { most: number }
    'too-many-situations.for-all': { most: number }
    'pass-unattainable': Nothing
    'critical-passes': Nothing
    'unknown-scenario.module': { scenario: string | number; file: string | number }
    'unknown-scenario.plan': { scenario: string | number; file: string | number }
    'scenario-invalid': { scenario: string | number }
    'attack-share': { share: number }
  }
  places: {
    'where.machine': Nothing
    'where.scene': { scene: string | number }
    'place.scene': { scene: string | number }
    'place.choice': { scene: string | number; choice: string | number }
    'place.own-choice': { choice: string | number }
    'called.file': Nothing
    'called.name': { name: string | number }
    'called.entry': { number: string | number; list: string | number }
    'move.choice': { choice: string | number }
    'move.time-limit': Nothing
    'move.automatic': Nothing
    json: { line: string | number; column: string | number }
    'sign.shown': { sign: string | number }
    'sign.unseen': { sign: string | number }
  }
  'test-plans': {
    choice: { number: string | number; choice: string | number; scene: string | number }
    scene: { expected: string | number; got: string | number }
    disposition: { expected: string | number; got: string | number }
    score: { expected: string | number; got: string | number }
    passed: { expected: string | number; got: string | number }
    flags: { expected: string | number; got: string | number }
    nothing: Nothing
  }
}

export type Area = keyof Texts
export type Words<A extends Area> = Readonly<Record<keyof Texts[A], string>>

/** Reads the texts of an area in a language: a file of its own each. */
export const READ: Readonly<
  Record<Locale, { readonly [A in Area]: () => Promise<{ readonly default: Words<A> }> }>
> = {
  en: {
    issues: () => import('./en/issues.json'),
    places: () => import('./en/places.json'),
    'test-plans': () => import('./en/test-plans.json'),
  },
  fr: {
    issues: () => import('./fr/issues.json'),
    places: () => import('./fr/places.json'),
    'test-plans': () => import('./fr/test-plans.json'),
  },
}
