import type { Scenario, StateNode } from '../../src/domain/scenario/schema'

const both = (en: string, fr: string) => ({ en, fr })

/**
 * Makes a faultless scenario with this many scenes: a long talk in which each scene has three replies, with points,
 * cues, a flag that later scenes read, a counter, and a time limit on every tenth scene.
 */
export function bigScenario(scenes: number): Scenario {
  const talk = scenes - 3
  const states: Record<string, StateNode> = {}
  for (let index = 0; index < talk; index += 1) {
    const next = index + 1 < talk ? `scene-${index + 1}` : 'reported'
    const skip = index + 2 < talk ? `scene-${index + 2}` : 'reported'
    states[`scene-${index}`] = {
      meta: {
        title: both(`Scene ${index}`, `Scène ${index}`),
        beats: [
          {
            id: 'b1',
            from: 'mara',
            text: both(`This is message ${index}.`, `Ceci est le message ${index}.`),
            delay: 500,
            cues: ['hurry'],
          },
        ],
      },
      on: {
        ask: {
          target: next,
          actions: [
            {
              type: 'assess',
              params: {
                competency: 'verification',
                points: 1,
                of: 1,
                why: both('You asked who it was.', 'Vous avez demandé qui c’était.'),
              },
            },
          ],
          meta: { say: both('Who are you?', 'Qui êtes-vous ?'), stance: 'verify' },
        },
        chat: [
          {
            target: skip,
            guard: { type: 'when', params: { not: { flag: 'hooked' } } },
            actions: index === 7 ? [{ type: 'raise', params: { flag: 'hooked' } }] : [],
            meta: { say: both('Nice to hear from you.', 'Ravi de vous lire.'), stance: 'comply' },
          },
          { target: next, meta: { say: both('Go on.', 'Continuez.'), stance: 'comply' } },
        ],
        report: { target: 'reported', meta: { tool: 'report' } },
      },
      ...(index % 10 === 0 ? { after: { '30000': { target: next } } } : {}),
    }
  }
  const end = (disposition: 'reported' | 'refused' | 'complied'): StateNode => ({
    type: 'final',
    meta: {
      title: both('The end', 'La fin'),
      disposition,
      debrief: both('The talk has ended.', 'La conversation est finie.'),
    },
  })
  states['reported'] = end('reported')
  states['refused'] = end('refused')
  states['complied'] = end('complied')
  const last = states[`scene-${talk - 1}`]!
  last.on = {
    ...last.on,
    refuse: {
      target: 'refused',
      meta: { say: both('No, thank you.', 'Non, merci.'), stance: 'refuse' },
    },
    give: {
      target: 'complied',
      actions: [{ type: 'raise', params: { flag: 'leaked' } }],
      meta: { say: both('Here it is.', 'Voilà.'), stance: 'comply' },
    },
  }
  return {
    format: 2,
    id: 'big',
    version: '1.0.0',
    title: both('A long talk', 'Une longue conversation'),
    summary: both('Many scenes.', 'Beaucoup de scènes.'),
    role: 'agent',
    truth: 'attack',
    tactics: ['urgency'],
    minutes: 60,
    difficulty: { cues: 'many', premise: 'low' },
    keep: both('You may always report.', 'Vous pouvez toujours signaler.'),
    sources: [],
    cast: { mara: { name: 'Mara', channel: 'chat' } },
    cues: { hurry: { label: both('Hurry', 'Hâte'), kind: 'warning', strength: 1, tactic: 'urgency' } },
    desk: {},
    scoring: { pass: 0.5, critical: ['leaked'] },
    machine: { initial: 'scene-0', states },
  }
}
