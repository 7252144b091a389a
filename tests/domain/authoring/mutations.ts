import {
  scenesOf,
  playable,
  endings,
  firstPlayable,
  moves,
  firstMove,
  firstBeat,
  languages,
  inAll,
  rename,
  assessOf,
  withOption,
  openCustomer,
  intoGroup,
  when,
  type Loose,
  type Mutations,
} from './loose'
import { MORE_MUTATIONS } from './more-mutations'

/** For each code that a fix mends, the ways in which a sound scenario can get it. */
export const MUTATIONS: Mutations = {
  'id-differs': {
    'another id': (document) => {
      document.id = 'another'
      if (document.machine.id !== undefined) document.machine.id = 'another'
      const inner = (own: Loose): void => {
        if (typeof own !== 'object' || own === null) return
        if (typeof own.target === 'string') own.target = own.target.replace(/^#[^.]+\./, '#another.')
        for (const next of Object.values(own)) inner(next)
      }
      inner(document.machine)
    },
  },
  'bad-id': {
    'a scene with a capital letter': (document) => {
      const [name] = scenesOf(document)[1]!
      if (JSON.stringify(document.machine).includes(`.${name}"`)) return false
      const point = (own: Loose): void => {
        if (typeof own !== 'object' || own === null) return
        if (own.target === name) own.target = 'My Scene'
        for (const next of Object.values(own)) point(next)
      }
      point(document.machine)
      rename(document.machine.states, name, 'My Scene')
    },
    'a cue with a dot': (document) =>
      when(Object.keys(document.cues).length > 0, () => {
        const [name] = Object.keys(document.cues)
        const text = JSON.stringify(document.machine).replaceAll(`"${name!}"`, '"my.cue"')
        if (Object.keys(document.machine.states).includes(name!)) return
        document.machine = JSON.parse(text)
        rename(document.cues, name!, 'my.cue')
      }),
    'a choice with a space': (document) => {
      const { on } = firstPlayable(document)
      rename(on, Object.keys(on)[0]!, 'Take it!')
    },
    'a beat in capitals': (document) => {
      firstBeat(document).id = 'HELLO'
    },
    'another machine': (document) => {
      if (document.machine.id !== undefined) return false
      document.machine.id = 'another'
    },
  },
  'reserved-id': {
    'a choice called timeout': (document) => {
      const { on } = firstPlayable(document)
      rename(on, Object.keys(on)[0]!, 'timeout')
    },
  },
  missing: {
    'no version': (document) => {
      delete document.version
    },
    'no format': (document) => {
      delete document.format
    },
    'no sources': (document) => {
      delete document.sources
    },
    'no disposition': (document) => {
      delete endings(document)[0].meta.disposition
    },
    'no debrief': (document) => {
      delete endings(document).at(-1).meta.debrief
    },
    'no tactics': (document) => {
      if (document.truth !== 'attack') return false
      document.tactics = []
    },
    'a group without a first scene': (document) => {
      const group = intoGroup(document)
      if (!group) return false
      delete group.initial
    },
    'a tool without its object': (document) =>
      when(openCustomer(document), () =>
        withOption(document, {
          actions: [{ type: 'count', params: { counter: 'looks' } }],
          meta: { tool: 'verify-identity' },
        }),
      ),
  },
  'unknown-key': {
    'a slip of the finger': (document) => {
      rename(document, 'minutes', 'minuts')
    },
    'a name of another program': (document) => {
      firstPlayable(document).meta.position = { x: 1, y: 2 }
    },
  },
  'unknown-action': {
    'a slip of the finger': (document) =>
      when(assessOf(document), () => {
        assessOf(document).type = 'asess'
      }),
    'one that nobody knows': (document) => {
      ;(firstMove(document).actions ??= []).push({ type: 'explode', params: {} })
    },
  },
  'unknown-guard': {
    'another word': (document) =>
      when(assessOf(document), () => {
        const scene = firstPlayable(document)
        const [event] = Object.keys(scene.on)
        const move = moves(scene)[0]
        const flag = JSON.stringify(document.machine).match(/"raise","params":\{"flag":"([^"]+)"/)?.[1]
        if (flag === undefined) return
        scene.on[event!] = [{ ...move, guard: { type: 'if', params: { flag } } }, move]
      }),
  },
  'wrong-type': {
    'a number as text': (document) => {
      document.minutes = String(document.minutes)
    },
    'a text as number': (document) => {
      firstBeat(document).delay = '1200'
    },
    'one for a list': (document) => {
      if (document.sources.length !== 1) return false
      document.sources = document.sources[0]
    },
    'one text for all languages': (document) => {
      document.keep = 'Ask first.'
    },
    'a number for a version': (document) => {
      document.cast[Object.keys(document.cast)[0]!].handle = 42
    },
    'true as text': (document) => {
      firstMove(document).reenter = 'true'
    },
  },
  'bad-value': {
    seconds: (document) => {
      const scene = playable(document).find((own) => own.after)
      if (!scene) return false
      rename(scene.after, Object.keys(scene.after)[0]!, '30 s')
    },
    'a language in capitals': (document) => {
      rename(document.keep, languages(document)[0]!, languages(document)[0]!.toUpperCase())
    },
    'a word with a capital letter': (document) => {
      document.truth = document.truth === 'attack' ? 'Attack' : 'Legitimate'
    },
    'a short version': (document) => {
      document.version = '1.0'
    },
    'a date with slashes': (document) => {
      document.sources[0].date = '2025/5/3'
    },
    'too long': (document) => {
      document.minutes = 90
    },
    'too short': (document) => {
      document.minutes = 0
    },
    'more points than possible': (document) =>
      when(assessOf(document), () => {
        const { params } = assessOf(document)
        params.points = params.of + 1
      }),
    'an empty answer': (document) => {
      const move = playable(document)
        .flatMap(moves)
        .find(({ meta }) => meta?.say && !meta.answer)
      if (!move) return false
      move.meta.answer = []
    },
  },
  'dangling-initial': {
    'another scene': (document) => {
      document.machine.initial += 'x'
    },
    'no scenes to begin with': (document) => {
      firstPlayable(document).initial = 'start'
    },
  },
  'dangling-target': {
    'a slip of the finger': (document) => {
      const move = playable(document)
        .flatMap(moves)
        .find(({ target }) => target && document.machine.states[target])
      if (!move) return false
      move.target += 's'
    },
    'without a dot': (document) => {
      document.machine.on = {
        ...document.machine.on,
        'give-up': {
          target: scenesOf(document).find(([, own]) => own.type === 'final')![0],
          meta: { say: inAll(document, 'Bye.') },
        },
      }
    },
  },
  'duplicate-id': {
    'two beats': (document) => {
      const scene = playable(document).find((own) => own.meta.beats.length > 1)
      if (!scene) return false
      scene.meta.beats[1].id = scene.meta.beats[0].id
    },
    'two fields': (document) =>
      when(document.desk.customers?.[0]?.fields.length > 1, () => {
        const { fields } = document.desk.customers[0]
        fields.push({ ...fields[0] })
      }),
    'cast of the floor': (document) =>
      when(document.floor === 'agents', () => {
        document.cast.leonor = { name: 'Leonor Quintela', channel: 'desk' }
      }),
  },
  'unknown-cast': {
    'a slip of the finger': (document) => {
      firstBeat(document).from += 'x'
    },
    'nobody on the line': (document) => {
      firstPlayable(document).meta.contact = 'nobody'
    },
  },
  'unknown-cue': {
    'a cue that is not there': (document) => {
      firstBeat(document).cues = [...(firstBeat(document).cues ?? []), 'nothing']
    },
    'with a phrase': (document) => {
      const [language] = languages(document)
      const phrase = firstBeat(document).text[language!].split(/\s/)[0]
      firstBeat(document).cues = [
        ...(firstBeat(document).cues ?? []),
        { cue: 'nothing', phrase: { ...inAll(document, phrase), ...firstBeat(document).text } },
      ]
      if (/[*{]/.test(Object.values<string>(firstBeat(document).text).join(''))) return false
    },
  },
  'unknown-customer': {
    'another customer': (document) =>
      when(document.desk.customers?.length, () =>
        withOption(document, {
          actions: [{ type: 'count', params: { counter: 'looks' } }],
          meta: { tool: 'verify-identity', customer: `${document.desk.customers[0].id}x` },
        }),
      ),
  },
  'unknown-field': {
    'another field': (document) =>
      when(openCustomer(document), () => {
        const customer = openCustomer(document)
        const field = customer.fields.find((own: Loose) => own.masked !== undefined)
        withOption(document, {
          actions: [{ type: 'count', params: { counter: 'looks' } }],
          meta: { tool: 'reveal-field', customer: customer.id, field: `${field.id}x` },
        })
      }),
    'what is given away': (document) => {
      ;(firstMove(document).actions ??= []).push({
        type: 'disclose',
        params: { customer: 'nobody', field: 'nothing' },
      })
    },
  },
  ...MORE_MUTATIONS,
}
