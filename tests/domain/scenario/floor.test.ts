import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  compileScenario,
  openAttempt,
  startSession,
  viewOf,
  workloadOf,
  decide,
} from '../../../src/domain/run'
import { checkScenario } from '../../../src/domain/scenario/check'
import { onFloor, type Floor } from '../../../src/domain/scenario/floor'
import { openFloor, openScenario } from '../../../src/domain/scenario/open'
import type { Scenario } from '../../../src/domain/scenario/schema'
import { checkTwin } from '../../../src/domain/scenario/twins'
import { withVariant } from '../../../src/domain/scenario/variants'
import { at, soundScenario, type Raw } from '../../fixtures/build'

const ROOT = join(__dirname, '../../..')
const agents = readFileSync(join(ROOT, 'scenarios/floors/agents.floor.json'), 'utf8')
const floor = openFloor(agents, { name: 'agents.floor.json', ending: '.floor.json' }).value!

function onAgents(change: (document: Raw) => void = () => {}): Raw {
  const document = { ...soundScenario(), floor: 'agents' }
  at(document, 'desk')['lead'] = { lead: 'leonor', state: 'busy' }
  at(document, 'cues', 'hurry')['tactic'] = 'urgency'
  at(document, 'machine')['on'] = {
    report: {
      target: '.end-good',
      actions: [
        {
          type: 'assess',
          params: { competency: 'reporting', points: 4, of: 4, why: { en: 'Said.', fr: 'Dit.' } },
        },
      ],
      meta: { tool: 'report' },
    },
  }
  change(document)
  return document
}

function open(document: Raw, floors: Record<string, Floor | 'invalid'> = { agents: floor }) {
  return openScenario(JSON.stringify(document), {
    ending: '.scenario.json',
    media: { look: () => undefined, sha256: () => '' },
    floors: (id) => floors[id] ?? 'not-there',
  })
}

const codes = (issues: readonly { readonly code: string; readonly severity: string }[]) =>
  issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)

const offered = (document: Raw) => at(document, 'machine', 'states', 'offer')['on'] as Raw

describe('a scenario on a floor', () => {
  it('has its policies, directory, lead and tools, and is whole without it', () => {
    const { scenario, issues } = open(onAgents())
    expect(codes(issues)).toEqual([])
    const { desk } = scenario!
    expect(scenario!.floor).toBeUndefined()
    expect(desk.floor).toEqual({ id: 'agents', version: floor.version })
    expect(desk.policies).toHaveLength(floor.policies.length)
    expect(desk.directory!.length).toBe(floor.directory.length)
    expect(desk.lead).toMatchObject({ name: 'Leonor Quintela', state: 'busy' })
    expect(desk.tools!.escalate!.seconds).toBe(150)
    // The kept scenario can be read again without its floor.
    expect(codes(open(scenario as unknown as Raw, {}).issues)).toEqual([])
  })

  it('takes along of the cast only who speaks in it', () => {
    const named = onAgents((document) => {
      ;(at(document, 'machine', 'states', 'offer', 'meta')['beats'] as Raw[]).push({
        id: 'b2',
        from: 'fraud',
        text: { en: 'Fraud desk.', fr: 'Service fraude.' },
      })
    })
    expect(Object.keys(open(named).scenario!.cast)).toEqual(expect.arrayContaining(['mara', 'fraud']))
    expect(Object.keys(open(onAgents()).scenario!.cast)).not.toContain('fraud')
  })

  it.each<[string, string, (document: Raw) => void, Record<string, Floor | 'invalid'>?]>([
    ['names a floor that is not there', 'unknown-floor', (d) => (d['floor'] = 'elsewhere')],
    ['names a floor that has errors', 'unknown-floor', () => {}, { agents: 'invalid' }],
    [
      'names a lead that the floor does not have',
      'unknown-lead',
      (d) => (at(d, 'desk')['lead'] = { lead: 'nobody', state: 'away' }),
    ],
    [
      'has a rule of its own',
      'own-policy',
      (d) =>
        (at(d, 'desk')['policies'] = [
          { id: 'own', title: { en: 'a', fr: 'a' }, text: { en: 'a', fr: 'a' } },
        ]),
    ],
    [
      'has a person of the floor again',
      'duplicate-id',
      (d) => (at(d, 'cast')['fraud'] = { name: 'F', channel: 'call' }),
    ],
    [
      'leads away by opening a rule',
      'look-decides',
      (d) => (offered(d)['rule'] = { target: 'end-bad', meta: { tool: 'open-policy', policy: 'identity' } }),
    ],
    ['does not hear a report', 'report-unheard', (d) => delete at(d, 'machine')['on']],
    ['is in a language that the floor is not', 'floor-language', (d) => (at(d, 'title')['de'] = 'Ein Anruf')],
  ])('that %s is refused', (_name, code, change, floors) => {
    expect(codes(open(onAgents(change), floors).issues)).toContain(code)
  })

  it('judges nobody for opening a field', () => {
    const judged = onAgents((document) => {
      const customers = at(document, 'desk')['customers'] as Raw[]
      ;(at(customers[0]!, 'fields', 0) as Raw)['masked'] = '••'
      offered(document)['look'] = {
        actions: [{ type: 'raise', params: { flag: 'leaked' } }],
        meta: { tool: 'reveal-field', customer: 'c-1', field: 'mail' },
      }
    })
    expect(codes(open(judged).issues)).toContain('look-decides')
  })
})

describe('a floor', () => {
  const broken = (change: (document: Raw) => void) => {
    const document = JSON.parse(agents) as Raw
    change(document)
    return codes(openFloor(JSON.stringify(document), { ending: '.floor.json' }).issues)
  }

  it('of the library has no issues', () => {
    expect(openFloor(agents, { ending: '.floor.json' }).issues).toEqual([])
  })

  it.each<[string, string, (document: Raw) => void]>([
    ['a number twice', 'duplicate-id', (d) => (d['directory'] as Raw[]).push((d['directory'] as Raw[])[0]!)],
    ['a lead without an entry', 'unknown-contact', (d) => ((d['leads'] as Raw[])[0]!['contact'] = 'nobody')],
    ['a text in one language', 'missing-translation', (d) => delete at(d, 'policies', 0, 'text')['fr']],
    [
      'a tool that nobody answers',
      'unknown-cast',
      (d) => (at(d, 'tools', 'report', 'answer', 0)['from'] = 'nobody'),
    ],
  ])('with %s is refused', (_name, code, change) => {
    expect(broken(change)).toContain(code)
  })

  it.each<[string, string, (document: Raw) => void]>([
    ['a bell in a policy', 'control-character', (d) => (at(d, 'policies', 0, 'text')['en'] = 'Ring\u0007')],
    [
      'another line break in a name',
      'control-character',
      (d) => ((d['leads'] as Raw[])[0]!['name'] = 'A\u2028b'),
    ],
    ['HTML in a policy', 'unwelcome-markup', (d) => (at(d, 'policies', 0, 'text')['fr'] = '<b>non</b>')],
    ['a curly bracket alone', 'bad-placeholder', (d) => (at(d, 'policies', 0, 'text')['en'] = 'Ask { first')],
    [
      'a placeholder in a title',
      'placeholder-not-here',
      (d) => (at(d, 'policies', 0, 'title')['en'] = 'For {trainee}'),
    ],
  ])('with %s is refused, as every scenario on it would be', (_name, code, change) => {
    expect(broken(change)).toEqual([code])
  })

  it('may have placeholders where they are filled in, and those of the scenarios on it', () => {
    const change = (d: Raw) => (at(d, 'policies', 0, 'text')['en'] = 'Hello {trainee}, call {caller}.')
    expect(broken(change)).toEqual([])
  })
})

describe('twins', () => {
  const pair = (change: (twin: Raw) => void = () => {}) => {
    const [own, twin] = [onAgents(), onAgents()]
    own['twin'] = 'other'
    Object.assign(twin, { id: 'other', twin: 'sound', truth: 'legitimate', tactics: [] })
    change(twin)
    const [a, b] = [own, twin].map((document) => onFloor(document as unknown as Scenario, floor).scenario)
    return checkTwin(a!, b!).map(({ code, params }) => ('what' in params ? `${code}.${params.what}` : code))
  }

  it('that begin alike have no issue', () => {
    expect(pair()).toEqual([])
  })

  it.each<[string, string, (twin: Raw) => void]>([
    ['title', 'twin-differs.title', (d) => (at(d, 'title')['fr'] = 'Un autre')],
    [
      'words',
      'twin-differs.said',
      (d) => (at(d, 'machine', 'states', 'offer', 'meta', 'beats', 0, 'text')['en'] = 'It must be now.'),
    ],
    ['speaker', 'twin-differs.said', (d) => (at(d, 'cast', 'mara')['handle'] = '+44')],
    ['replies', 'twin-differs.replies', (d) => delete offered(d)['refuse']],
    ['record', 'twin-differs.desk', (d) => delete at(d, 'desk')['customers']],
    ['truth', 'twin-same-truth', (d) => (d['truth'] = 'attack')],
    ['name', 'twin-not-mutual', (d) => delete d['twin']],
  ])('that differ in their %s are told', (_name, issue, change) => {
    expect(pair(change)).toContain(issue)
  })

  it('are missed where one is not there', () => {
    expect(checkTwin({ ...(onAgents() as unknown as Scenario), twin: 'gone' }, undefined)[0]!.code).toBe(
      'twin-not-there',
    )
  })
})

describe('variants', () => {
  const varied = () =>
    onAgents((document) => {
      document['variants'] = [
        { caller: 'Ida', amount: { en: '40 pounds', fr: '40 livres' } },
        { caller: 'Noor', amount: { en: '60 pounds', fr: '60 livres' } },
      ]
      at(document, 'cast', 'mara')['name'] = '{caller}'
      at(document, 'machine', 'states', 'offer', 'meta', 'beats', 0)['text'] = {
        en: '{amount}, now!',
        fr: '{amount}, maintenant !',
      }
    })

  it('are sound, and each attempt has one of them in all its texts', () => {
    const { scenario, issues } = open(varied())
    expect(codes(issues)).toEqual([])
    const seen = new Set<string>()
    for (let seed = 0; seed < 20; seed += 1) {
      const shown = withVariant(scenario!, seed)
      const { text } = shown.machine.states['offer']!.meta!.beats![0]!
      const name = shown.cast['mara']!.name as string
      expect(text['fr']).toBe(name === 'Ida' ? '40 livres, maintenant !' : '60 livres, maintenant !')
      expect(withVariant(scenario!, seed)).toEqual(shown)
      seen.add(name)
    }
    expect([...seen].sort()).toEqual(['Ida', 'Noor'])
  })

  it('have the same names in every set', () => {
    const uneven = varied()
    ;(uneven['variants'] as Raw[])[1] = { caller: 'Noor' }
    expect(codes(open(uneven).issues)).toContain('variant-names')
  })

  it('are the only names in curly brackets beside those of every scenario', () => {
    const stray = varied()
    at(stray, 'cast', 'mara')['name'] = '{nobody}'
    at(stray, 'summary')['en'] = '{nobody} calls.'
    expect(checkScenario(open(varied()).scenario!)).toEqual(
      expect.not.arrayContaining([{ code: 'unknown-placeholder' }]),
    )
    expect(codes(open(stray).issues)).toContain('unknown-placeholder')
  })
})

describe('what a contact takes', () => {
  const priced = () =>
    open(
      onAgents((document) => {
        offered(document)['ring'] = {
          actions: [
            {
              type: 'spend',
              params: { seconds: 400, queue: 2, complaint: true, why: { en: 'It rings.', fr: 'Ça sonne.' } },
            },
          ],
          meta: {
            tool: 'call-back',
            contact: 'fraud',
            answer: [{ id: 'a1', from: 'mara', text: { en: 'Well?', fr: 'Alors ?' } }],
          },
        }
      }),
    ).scenario!

  it('is the time of its scenes, the price of its moves and what tools took that the floor answers', () => {
    const compiled = compileScenario(priced())
    const { targets } = compiled.scenario.desk
    const start = startSession(compiled)
    const rung = decide(start, 'ring')!
    const log = [
      { seq: 1, kind: 'desk', event: 'escalate', at: '', elapsedMs: 0 },
      { seq: 2, kind: 'decision', event: 'ring', at: '', elapsedMs: 0 },
    ] as const
    expect(workloadOf([start], [], targets!)).toMatchObject({
      seconds: 40,
      queue: 4,
      adherence: 95,
      complaints: 0,
    })
    expect(workloadOf([start, rung], log, targets!)).toMatchObject({
      seconds: 40 + 150 + 400,
      queue: 4 + 1 + 2,
      adherence: 95 - 2,
      complaints: 1,
    })
  })

  it('shows the answer to whoever stays in a scene, and not the scene again', () => {
    const rung = decide(startSession(compileScenario(priced())), 'ring')!
    expect(viewOf(rung).beats.map(({ id }) => id)).toEqual(['a1'])
    expect(viewOf(rung).path).toBe('offer')
    expect(viewOf(rung).choices.map(({ event }) => event)).toContain('take-it')
  })

  it('puts replies in an order that the seed draws, the same whenever the attempt is taken up', () => {
    const compiled = compileScenario(priced())
    const orders = new Set<string>()
    for (let seed = 0; seed < 30; seed += 1) {
      const order = viewOf(startSession(compiled, seed)).choices.map(({ event }) => event)
      const taken = openAttempt(compiled, [], '2026-01-01T00:00:00Z', 0, undefined, seed)
      expect(viewOf(taken.session).choices.map(({ event }) => event)).toEqual(order)
      expect([...order].sort()).toEqual(['refuse', 'report', 'ring', 'take-it'])
      orders.add(order.join())
    }
    expect(orders.size).toBe(2)
  })
})
