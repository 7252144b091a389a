/** Our extensions with their texts and schemas, as the profile publishes them. */
import { CHANNELS, COMPETENCIES, DISPOSITIONS, TACTICS, TRUTHS } from '../scenario/vocabulary'
import { ACTIVITY_TYPES, EXTENSIONS, VERBS, type ExtensionName } from './vocabulary'
import type { LanguageMap } from './types'

export interface ExtensionTerm {
  readonly type: 'ContextExtension' | 'ResultExtension' | 'ActivityExtension'
  readonly label: LanguageMap
  readonly definition: LanguageMap
  /** The JSON Schema of the value. */
  readonly schema: object
  /** The verbs or activity types with which it is used. */
  readonly beside: readonly string[]
}

const of = (values: readonly string[]) => ({ type: 'string', enum: values })
const count = { type: 'integer', minimum: 0 }
const all = (properties: Record<string, object>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})
const { initialized, completed, passed, failed, attempted } = VERBS
const SCENARIO = [initialized.id, completed.id, passed.id, failed.id, attempted.id]
const JUDGED = [passed.id, failed.id, attempted.id]

const term = (
  type: ExtensionTerm['type'],
  label: readonly [en: string, fr: string],
  definition: readonly [en: string, fr: string],
  schema: object,
  beside: readonly string[],
): ExtensionTerm => ({
  type,
  label: { en: label[0], fr: label[1] },
  definition: { en: definition[0], fr: definition[1] },
  schema,
  beside,
})

export const EXTENSION_TERMS: Readonly<Record<ExtensionName, ExtensionTerm>> = {
  truth: term(
    'ContextExtension',
    ['truth', 'nature réelle'],
    [
      'What the contact really was: an attack, or a genuine request.',
      'Ce que le contact était en réalité : une attaque, ou une demande authentique.',
    ],
    of(TRUTHS),
    SCENARIO,
  ),
  tactics: term(
    'ContextExtension',
    ['tactics', 'procédés'],
    [
      'The means of persuasion that the scenario uses.',
      'Les moyens de persuasion employés dans le scénario.',
    ],
    { type: 'array', items: of(TACTICS), uniqueItems: true },
    SCENARIO,
  ),
  channel: term(
    'ContextExtension',
    ['channel', 'canal'],
    ['The way in which the first contact came.', 'La voie par laquelle le premier contact est arrivé.'],
    of(CHANNELS),
    SCENARIO,
  ),
  mode: term(
    'ContextExtension',
    ['mode', 'mode'],
    [
      'Assessed attempts count towards the course; practice never does.',
      'Les passages évalués comptent pour la formation ; l’entraînement ne compte jamais.',
    ],
    of(['assessed', 'practice']),
    SCENARIO,
  ),
  round: term(
    'ContextExtension',
    ['round', 'tour'],
    [
      'The round of the course in which the attempt counts, from 1. Practice has none.',
      'Le tour de la formation dans lequel le passage compte, à partir de 1. L’entraînement n’en a pas.',
    ],
    { type: 'integer', minimum: 1 },
    SCENARIO,
  ),
  scenarioHash: term(
    'ContextExtension',
    ['fingerprint of the scenario', 'empreinte du scénario'],
    [
      'SHA-256 of the scenario as it was played, in hexadecimal digits.',
      'SHA-256 du scénario tel qu’il a été joué, en chiffres hexadécimaux.',
    ],
    { type: 'string', pattern: '^[0-9a-f]{64}$' },
    SCENARIO,
  ),
  scoringVersion: term(
    'ResultExtension',
    ['version of the scoring', 'version du barème'],
    [
      'Raised when the same decisions would earn another score or outcome.',
      'Augmente quand les mêmes décisions donneraient un autre résultat.',
    ],
    { type: 'integer', minimum: 1 },
    JUDGED,
  ),
  disposition: term(
    'ResultExtension',
    ['disposition', 'issue'],
    [
      'How the trainee ended the contact. `abandoned`: they let it lapse, or left it before its end.',
      'La façon dont l’apprenant a mis fin au contact. `abandoned` : il l’a laissé sans suite, ou quitté avant la fin.',
    ],
    of(DISPOSITIONS),
    JUDGED,
  ),
  outcome: term(
    'ResultExtension',
    ['outcome', 'résultat de détection'],
    [
      'In terms of detection: an attack stopped (hit) or let through (miss), a genuine contact served (correct-service) or turned away (false-alarm).',
      'En termes de détection : une attaque arrêtée (hit) ou passée (miss), une demande authentique servie (correct-service) ou écartée (false-alarm).',
    ],
    of(['hit', 'miss', 'correct-service', 'false-alarm']),
    JUDGED,
  ),
  flags: term(
    'ResultExtension',
    ['critical flags', 'actes critiques'],
    [
      'The critical acts of the attempt by their ids. One of them fails it, whatever the points.',
      'Les actes critiques du passage, par leurs identifiants. Un seul le fait échouer, quels que soient les points.',
    ],
    { type: 'array', items: { type: 'string', pattern: '^[a-z][a-z0-9-]*$' }, uniqueItems: true },
    JUDGED,
  ),
  competencies: term(
    'ResultExtension',
    ['competencies', 'compétences'],
    [
      'Points earned (raw) of those possible (max) on the path that was taken, by competency.',
      'Points obtenus (raw) sur les points possibles (max) dans le parcours suivi, par compétence.',
    ],
    {
      type: 'object',
      propertyNames: of(COMPETENCIES),
      additionalProperties: {
        type: 'object',
        properties: { raw: count, max: count, scaled: { type: 'number', minimum: 0, maximum: 1 } },
        required: ['raw', 'max'],
        additionalProperties: false,
      },
    },
    JUDGED,
  ),
  detection: term(
    'ResultExtension',
    ['detection in the round', 'détection dans le tour'],
    [
      'Of a complete round: attacks and how many were stopped, genuine contacts and how many were turned away.',
      'Pour un tour complet : les attaques et combien ont été arrêtées, les demandes authentiques et combien ont été écartées.',
    ],
    all({ attacks: count, stopped: count, legitimate: count, turnedAway: count }),
    [passed.id, failed.id],
  ),
  rule: term(
    'ContextExtension',
    ['rule of the course', 'règle de la formation'],
    [
      'By which rule the round was decided: a fixed deck with bars, or a sequential test. Its version is raised when it would decide otherwise over the same outcomes. `most` rounds may be begun within `days` days.',
      'La règle selon laquelle le tour a été décidé : une liste fixe avec des seuils, ou un test séquentiel. Sa version augmente quand elle déciderait autrement des mêmes résultats. Au plus `most` tours peuvent commencer en `days` jours.',
    ],
    all({
      kind: of(['fixed', 'sequential']),
      version: { type: 'integer', minimum: 1 },
      most: { type: 'integer', minimum: 1 },
      days: { type: 'integer', minimum: 1 },
    }),
    [passed.id, failed.id],
  ),
  contacts: term(
    'ResultExtension',
    ['contacts of the round', 'contacts du tour'],
    [
      'How many contacts of the round counted, how many ended as they should (right), and how many attacks among them were reported.',
      'Combien de contacts du tour ont compté, combien se sont terminés comme il fallait (right), et combien d’attaques parmi eux ont été signalées.',
    ],
    all({ counted: count, right: count, reported: count }),
    [passed.id, failed.id],
  ),
  validUntil: term(
    'ActivityExtension',
    ['valid until', 'valable jusqu’au'],
    [
      'The moment at which the certificate ends: ISO 8601, UTC.',
      'Le moment où le certificat prend fin : ISO 8601, UTC.',
    ],
    { type: 'string', format: 'date-time' },
    [ACTIVITY_TYPES.certificate],
  ),
  replaces: term(
    'ContextExtension',
    ['replaces', 'remplace'],
    [
      'The certificate whose place this one took, where it was issued anew. The same achievement, not another one.',
      'Le certificat que celui-ci a remplacé, quand il a été délivré à nouveau. C’est la même réussite, pas une autre.',
    ],
    { type: 'string', format: 'iri' },
    [VERBS.earned.id],
  ),
}

/**
 * Returns an extension as a concept of an xAPI Profile.
 * @param name its name in the domain
 * @param version the version of the profile to which it belongs
 */
export function extensionConcept(name: ExtensionName, version: string): object {
  const { type, label, definition, schema, beside } = EXTENSION_TERMS[name]
  return {
    id: EXTENSIONS[name],
    type,
    inScheme: version,
    prefLabel: label,
    definition,
    [type === 'ActivityExtension' ? 'recommendedActivityTypes' : 'recommendedVerbs']: beside,
    inlineSchema: JSON.stringify(schema),
  }
}
