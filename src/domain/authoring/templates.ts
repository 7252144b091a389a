import { FORMAT, type Channel, type Competency, type Disposition, type Tactic } from '../scenario/vocabulary'
import type { Action, Localized, Scenario, StateNode, Transition } from '../scenario/schema'

/** A new scenario starts from one of these templates: four kinds of attack and a genuine contact. */
export const TEMPLATES = ['bribe', 'vishing', 'mail', 'desk', 'genuine'] as const
export type Template = (typeof TEMPLATES)[number]

/** Texts that each template words in its own way. `COMMON_WORDS` are the same in all of them. */
export const TEMPLATE_WORDS = [
  'title',
  'summary',
  'caller',
  'relation',
  'opening',
  'pressed',
  'cue',
  'cue-2',
] as const
export const COMMON_WORDS = [
  'keep',
  'scene.opening',
  'scene.pressed',
  'reply.ask',
  'reply.refuse',
  'reply.comply',
  'reply.verify',
  'reply.rude',
  'did.report',
  'why.good',
  'why.fair',
  'why.bad',
  'ending.reported',
  'ending.stopped',
  'ending.complied',
  'ending.served',
  'ending.turned-away',
  'debrief.reported',
  'debrief.stopped',
  'debrief.complied',
  'debrief.served',
  'debrief.turned-away',
  'twin.attack',
  'twin.genuine',
  'twin.answer',
  'twin.price',
  'twin.cue.attack',
  'twin.cue.genuine',
] as const

export type TemplateKey = `${Template}.${(typeof TEMPLATE_WORDS)[number]}` | (typeof COMMON_WORDS)[number]

export interface NewScenario {
  readonly id: string
  /** Codes of the languages in which it is to be written, at least one. */
  readonly languages: readonly string[]
  /**
   * Gives the words of a template in a language. Where the program does not speak that language, it gives words in
   * another.
   */
  readonly say: (key: TemplateKey, language: string) => string
}

interface Kind {
  readonly channel: Channel
  readonly tactics: readonly [Tactic, Tactic]
  readonly handle?: string
}

const KINDS: Readonly<Record<Template, Kind>> = {
  bribe: { channel: 'chat', tactics: ['bribery', 'secrecy'], handle: '@work-offers' },
  vishing: { channel: 'call', tactics: ['impersonation', 'urgency'], handle: '+44 20 7946 0199' },
  mail: { channel: 'mail', tactics: ['pretext', 'urgency'], handle: 'sender@mailbox.example' },
  desk: { channel: 'desk', tactics: ['authority', 'liking'] },
  genuine: { channel: 'chat', tactics: ['urgency', 'sympathy'] },
}

/**
 * Builds a new scenario from a template. It has two scenes and their endings, and its texts tell the author what to
 * write in their place. It can be played as it is, on the floor `agents`.
 * @param template decides the truth, the channel and the tactics of the contact
 * @returns a scenario in the newest format, with every text in each of the given languages
 */
export function scenarioFrom(template: Template, { id, languages, say }: NewScenario): Scenario {
  const { channel, tactics, handle } = KINDS[template]
  const attack = template !== 'genuine'
  const words = (key: TemplateKey): Localized =>
    Object.fromEntries(languages.map((language) => [language, say(key, language)]))
  const own = (word: (typeof TEMPLATE_WORDS)[number]): Localized => words(`${template}.${word}`)
  const assess = (
    points: number,
    of: number,
    why: 'good' | 'fair' | 'bad',
    competency: Competency,
  ): Action => ({
    type: 'assess',
    params: { competency, points, of, why: words(`why.${why}`) },
  })
  const skill: Competency = attack ? 'verification' : 'customer-care'
  const ask: Transition = {
    target: 'pressed',
    actions: [assess(2, 2, 'good', skill)],
    meta: { say: words('reply.ask'), stance: 'ask' },
  }
  const stop: Transition = {
    target: attack ? 'stopped' : 'turned-away',
    actions: [assess(attack ? 3 : 0, 4, attack ? 'fair' : 'bad', attack ? 'integrity' : 'customer-care')],
    meta: { say: words(attack ? 'reply.refuse' : 'reply.rude'), stance: 'refuse' },
  }
  const comply: Transition = {
    target: 'complied',
    actions: [{ type: 'raise', params: { flag: 'gave-in' } }, assess(0, 4, 'bad', 'data-protection')],
    meta: { say: words('reply.comply'), stance: 'comply' },
  }
  const verify: Transition = {
    target: attack ? 'stopped' : 'served',
    actions: [assess(4, 4, 'good', skill)],
    meta: { say: words('reply.verify'), stance: 'verify' },
  }
  const scene = (name: 'opening' | 'pressed', cue: string, on: StateNode['on']): StateNode => ({
    meta: {
      title: words(`scene.${name}`),
      beats: [{ id: 'b1', from: 'caller', text: own(name), cues: [cue] }],
    },
    on,
  })
  const ending = (
    name: 'reported' | 'stopped' | 'complied' | 'served' | 'turned-away',
    disposition: Disposition,
  ): StateNode => ({
    type: 'final',
    meta: { title: words(`ending.${name}`), disposition, debrief: words(`debrief.${name}`) },
  })
  const report: Transition = {
    target: '.reported',
    actions: [assess(attack ? 4 : 0, 4, attack ? 'good' : 'bad', attack ? 'reporting' : 'customer-care')],
    meta: { tool: 'report', did: words('did.report') },
  }
  const kind = attack ? 'warning' : 'reassuring'
  return {
    $schema: './scenario.schema.json',
    format: FORMAT,
    id,
    version: '1.0.0',
    title: own('title'),
    summary: own('summary'),
    role: 'agent',
    truth: attack ? 'attack' : 'legitimate',
    tactics: attack ? [...tactics] : [],
    minutes: 4,
    difficulty: { cues: 'few', premise: 'high' },
    keep: words('keep'),
    sources: [],
    cast: {
      caller: {
        name: own('caller'),
        channel,
        ...(handle === undefined ? {} : { handle }),
        relation: own('relation'),
      },
    },
    cues: {
      first: { label: own('cue'), kind, strength: 2, ...(attack ? { tactic: tactics[0] } : {}) },
      second: { label: own('cue-2'), kind, strength: 2, ...(attack ? { tactic: tactics[1] } : {}) },
    },
    floor: 'agents',
    desk: { lead: { lead: 'leonor', state: 'at-desk' } },
    scoring: { pass: 0.7, critical: ['gave-in'] },
    machine: {
      id,
      initial: 'opening',
      on: { report },
      states: {
        opening: scene('opening', 'first', { ask, stop, comply }),
        pressed: scene('pressed', 'second', { verify, stop, comply }),
        reported: ending('reported', 'reported'),
        ...(attack
          ? { stopped: ending('stopped', 'refused') }
          : { served: ending('served', 'served'), 'turned-away': ending('turned-away', 'refused') }),
        complied: ending('complied', 'complied'),
      },
    },
  }
}
