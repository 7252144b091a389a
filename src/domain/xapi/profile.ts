import { extensionConcept } from './extensions'
import {
  ACTIVITY_TYPES,
  CMI5,
  EXTENSIONS,
  OWN_ACTIVITY_TYPES,
  OWN_VERBS,
  PROFILE,
  PROFILE_MADE_AT,
  PROFILE_VERSION,
  VERBS,
  XAPI_BASE,
  type ExtensionName,
  type Term,
  type VerbName,
} from './vocabulary'
import type { LanguageMap } from './types'

interface Rule {
  readonly location: string
  readonly presence: 'included' | 'excluded' | 'recommended'
  readonly any?: readonly unknown[]
  readonly scopeNote?: LanguageMap
}

const present = (location: string): Rule => ({ location, presence: 'included' })
const absent = (location: string): Rule => ({ location, presence: 'excluded' })
const inContext = (name: ExtensionName): Rule => present(`$.context.extensions['${EXTENSIONS[name]}']`)
const inResult = (name: ExtensionName): Rule => present(`$.result.extensions['${EXTENSIONS[name]}']`)

const SCENARIO_RULES: readonly Rule[] = [
  present('$.timestamp'),
  present('$.context.registration'),
  present('$.context.revision'),
  present(`$.context.extensions['${CMI5.sessionId}']`),
  ...(['mode', 'truth', 'tactics', 'channel', 'scenarioHash'] as const).map(inContext),
]
const JUDGED_RULES: readonly Rule[] = [
  present('$.result.success'),
  present('$.result.completion'),
  present('$.result.duration'),
  ...(['disposition', 'outcome', 'flags', 'competencies', 'scoringVersion'] as const).map(inResult),
]
const ROUND_RULES: readonly Rule[] = [
  present('$.timestamp'),
  present('$.context.registration'),
  inContext('round'),
  inContext('rule'),
  present('$.context.revision'),
  present('$.result.success'),
  inResult('flags'),
  inResult('detection'),
  inResult('contacts'),
]
const CERTIFICATE_RULES: readonly Rule[] = [
  present('$.timestamp'),
  present(`$.object.definition.extensions['${EXTENSIONS.validUntil}']`),
]

const template = (
  name: string,
  verb: VerbName,
  type: keyof typeof ACTIVITY_TYPES,
  label: readonly [en: string, fr: string],
  definition: readonly [en: string, fr: string],
  rules: readonly Rule[],
) => ({
  id: `${XAPI_BASE}/templates/${name}`,
  type: 'StatementTemplate',
  inScheme: PROFILE_VERSION,
  prefLabel: { en: label[0], fr: label[1] },
  definition: { en: definition[0], fr: definition[1] },
  verb: VERBS[verb].id,
  objectActivityType: ACTIVITY_TYPES[type],
  contextCategoryActivityType: [ACTIVITY_TYPES.profile],
  ...(type === 'scenario' && { contextParentActivityType: [ACTIVITY_TYPES.course] }),
  rules,
})

const TEMPLATES = [
  template(
    'scenario-started',
    'initialized',
    'scenario',
    ['Scenario started', 'Scénario commencé'],
    ['The trainee began an attempt.', 'L’apprenant a commencé un passage.'],
    [...SCENARIO_RULES, absent('$.result')],
  ),
  template(
    'scenario-completed',
    'completed',
    'scenario',
    ['Scenario completed', 'Scénario terminé'],
    [
      'An assessed attempt came to an ending, whichever.',
      'Un passage évalué est arrivé à une fin, quelle qu’elle soit.',
    ],
    [
      ...SCENARIO_RULES,
      present('$.result.completion'),
      present('$.result.duration'),
      absent('$.result.score'),
    ],
  ),
  template(
    'scenario-passed',
    'passed',
    'scenario',
    ['Scenario passed', 'Scénario réussi'],
    [
      'The pass mark was reached, no critical act happened, and an attack was stopped or a genuine contact served.',
      'Le seuil a été atteint, aucun acte critique n’a eu lieu, et une attaque a été arrêtée ou une demande authentique servie.',
    ],
    [...SCENARIO_RULES, ...JUDGED_RULES, inContext('round')],
  ),
  template(
    'scenario-failed',
    'failed',
    'scenario',
    ['Scenario not passed', 'Scénario non réussi'],
    [
      'One of the three conditions was not met. The mastery score stands there only where the score was under it.',
      'Une des trois conditions n’était pas remplie. Le seuil (masteryscore) n’est indiqué que si le score était inférieur.',
    ],
    [...SCENARIO_RULES, ...JUDGED_RULES, inContext('round')],
  ),
  template(
    'scenario-practised',
    'attempted',
    'scenario',
    ['Scenario practised', 'Scénario joué pour s’exercer'],
    [
      'A practice attempt came to an ending. It never counts towards a course.',
      'Un passage d’entraînement est arrivé à une fin. Il ne compte jamais pour une formation.',
    ],
    [...SCENARIO_RULES, ...JUDGED_RULES],
  ),
  template(
    'course-passed',
    'passed',
    'course',
    ['Course passed', 'Formation réussie'],
    [
      'A complete round met the rule of the course.',
      'Un tour complet a satisfait à la règle de la formation.',
    ],
    ROUND_RULES,
  ),
  template(
    'course-failed',
    'failed',
    'course',
    ['Course not passed', 'Formation non réussie'],
    [
      'A complete round did not meet the rule of the course. A new round may follow.',
      'Un tour complet n’a pas satisfait à la règle de la formation. Un nouveau tour peut suivre.',
    ],
    ROUND_RULES,
  ),
  template(
    'certificate-earned',
    'earned',
    'certificate',
    ['Certificate earned', 'Certificat obtenu'],
    ['A passed course gave a certificate.', 'Une formation réussie a donné un certificat.'],
    [...CERTIFICATE_RULES, present('$.result.score.scaled')],
  ),
  template(
    'certificate-revoked',
    'revoked',
    'certificate',
    ['Certificate revoked', 'Certificat retiré'],
    [
      'The organisation withdrew a certificate. The reason stays with the organisation.',
      'L’organisation a retiré un certificat. Le motif reste dans l’organisation.',
    ],
    [...CERTIFICATE_RULES, absent('$.result')],
  ),
  template(
    'certificate-superseded',
    'superseded',
    'certificate',
    ['Certificate issued anew', 'Certificat délivré à nouveau'],
    [
      'Another certificate took the place of this one. Nothing was withdrawn.',
      'Un autre certificat a remplacé celui-ci. Rien n’a été retiré.',
    ],
    [...CERTIFICATE_RULES, absent('$.result')],
  ),
]

const concept = (type: 'Verb' | 'ActivityType', { id, label, definition }: Term) => ({
  id,
  type,
  inScheme: PROFILE_VERSION,
  prefLabel: label,
  definition,
})

/**
 * Builds the profile that our statements follow, as an xAPI Profile document (JSON-LD).
 * @returns a document with our own concepts, and templates for every kind of statement
 */
export function xapiProfile(): object {
  return {
    '@context': 'https://w3id.org/xapi/profiles/context',
    id: PROFILE,
    type: 'Profile',
    conformsTo: 'https://w3id.org/xapi/profiles#1.0',
    prefLabel: {
      en: 'Hold the Line: training against social engineering',
      fr: 'Hold the Line : entraînement contre l’ingénierie sociale',
    },
    definition: {
      en: 'Attempts at scenarios of social engineering and of genuine contacts, courses, and certificates.',
      fr: 'Passages de scénarios d’ingénierie sociale et de demandes authentiques, formations et certificats.',
    },
    versions: [{ id: PROFILE_VERSION, generatedAtTime: PROFILE_MADE_AT }],
    author: { type: 'Organization', name: 'Hold the Line' },
    concepts: [
      ...OWN_VERBS.map((term) => concept('Verb', term)),
      ...OWN_ACTIVITY_TYPES.map((term) => concept('ActivityType', term)),
      ...(Object.keys(EXTENSIONS) as ExtensionName[]).map((name) => extensionConcept(name, PROFILE_VERSION)),
    ],
    templates: TEMPLATES,
  }
}
