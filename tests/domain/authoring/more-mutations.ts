import {
  scenesOf,
  playable,
  endings,
  firstPlayable,
  firstMove,
  firstBeat,
  languages,
  inAll,
  withOption,
  intoGroup,
  when,
  type Loose,
  type Mutations,
} from './loose'

/** Mutations of names, the desk, scenes, choices, endings and texts. */
export const MORE_MUTATIONS: Mutations = {
  'field-not-masked': {
    'a field in the open': (document) => {
      const customer = document.desk.customers?.find((own: Loose) =>
        own.fields.some((field: Loose) => field.masked === undefined),
      )
      if (!customer) return false
      const field = customer.fields.find((own: Loose) => own.masked === undefined)
      withOption(document, {
        actions: [{ type: 'count', params: { counter: 'looks' } }],
        meta: { tool: 'reveal-field', customer: customer.id, field: field.id },
      })
    },
  },
  'unknown-contact': {
    'somebody else': (document) => {
      withOption(document, {
        actions: [{ type: 'count', params: { counter: 'looks' } }],
        meta: { tool: 'call-back', contact: 'nobody' },
      })
    },
  },
  'unknown-policy': {
    'another rule': (document) =>
      when(document.floor || document.desk.policies?.length, () =>
        withOption(document, {
          actions: [{ type: 'count', params: { counter: 'looks' } }],
          meta: { tool: 'open-policy', policy: 'nothing' },
        }),
      ),
  },
  'unknown-lead': {
    'somebody who does not lead': (document) =>
      when(document.desk.lead?.lead, () => {
        document.desk.lead.lead += 'x'
      }),
  },
  'own-policy': {
    'a rule of its own': (document) =>
      when(document.floor, () => {
        document.desk.policies = [
          { id: 'own', title: inAll(document, 'Own'), text: inAll(document, 'A rule.') },
        ]
      }),
  },
  'flag-never-raised': {
    'a critical act that nobody can do': (document) => {
      document.scoring.critical.push('never')
    },
    'a condition': (document) => {
      firstMove(document).guard = { type: 'when', params: { flag: 'never' } }
    },
  },
  'counter-never-counted': {
    'a condition': (document) => {
      firstMove(document).guard = { type: 'when', params: { not: { counter: 'never', atLeast: 2 } } }
    },
  },
  'cue-never-shown': {
    'one more cue': (document) => {
      document.cues.never = { label: inAll(document, 'is never there'), kind: 'warning', strength: 1 }
    },
  },
  'unused-object': {
    'a policy for a report': (document) => {
      withOption(document, {
        actions: [{ type: 'count', params: { counter: 'looks' } }],
        meta: { tool: 'hang-up', policy: 'anything' },
      })
    },
  },
  'tactic-without-cue': {
    'one more tactic': (document) =>
      when(document.floor && document.truth === 'attack', () => {
        const free = ['flattery', 'scarcity', 'social-proof'].find((own) => !document.tactics.includes(own))
        if (Object.values<Loose>(document.cues).some(({ tactic }) => tactic === free)) return
        document.tactics.push(free)
      }),
  },
  'cue-without-tactic': {
    'a tactic that is not in the header': (document) =>
      when(document.floor && document.truth === 'attack' && document.tactics.length > 1, () => {
        document.tactics = document.tactics.filter(
          (own: string) => !Object.values<Loose>(document.cues).some(({ tactic }) => tactic === own),
        )
        document.tactics.push('urgency')
      }),
  },
  'variant-names': {
    'a name in one set alone': (document) => {
      document.variants = [{ sum: '10' }, { sum: '20', extra: 'x' }]
      firstBeat(document).text = inAll(document, 'Send {sum}.')
      delete firstBeat(document).cues
    },
  },
  'variant-unused': {
    'a name that no text has': (document) => {
      document.variants = [{ sum: '10' }, { sum: '20' }]
    },
  },
  'twin-not-there': {},
  'media-kind': {
    'a drawing': (document) => {
      firstBeat(document).media = { file: 'ring.svg', words: inAll(document, 'A bell.') }
    },
  },
  'unknown-media': {
    'a picture that is not there': (document) => {
      firstBeat(document).media = { file: 'nowhere.png', words: inAll(document, 'A bell.') }
    },
  },
  'media-too-large': {
    'a film': (document) => {
      firstBeat(document).media = { file: 'large.png', words: inAll(document, 'A film.') }
    },
  },
  'media-content': {
    'a sound called a picture': (document) => {
      firstBeat(document).media = { file: 'wrong.png', words: inAll(document, 'A bell.') }
    },
  },
  'media-changed': {
    'another picture': (document) => {
      firstBeat(document).media = {
        file: 'right.png',
        words: inAll(document, 'A bell.'),
        sha256: 'f'.repeat(64),
      }
    },
  },
  'look-decides': {
    'opening a rule leads on': (document) =>
      when(document.floor === 'agents', () =>
        withOption(document, {
          target: scenesOf(document).find(([, own]) => own.type === 'final')![0],
          meta: { tool: 'open-policy', policy: 'reporting' },
        }),
      ),
  },
  'report-unheard': {
    'no report anywhere': (document) => {
      if (!document.floor || document.truth !== 'attack' || !document.machine.on?.report) return false
      delete document.machine.on.report
    },
    'no report in one scene': (document) => {
      const report = document.machine.on?.report
      if (!document.floor || document.truth !== 'attack' || !report) return false
      delete document.machine.on.report
      const beside = JSON.parse(JSON.stringify(report).replaceAll('"target":".', '"target":"')) as Loose
      for (const scene of playable(document).slice(1)) scene.on.report ??= beside
    },
  },
  'branch-never-taken': {
    'the open branch first': (document) => {
      const flag = document.scoring.critical[0]
      const { on } = firstPlayable(document)
      const [event] = Object.keys(on)
      if (flag === undefined || Array.isArray(on[event!])) return false
      on[event!] = [on[event!], { ...on[event!], guard: { type: 'when', params: { flag } } }]
    },
    'twice open': (document) => {
      const { on } = firstPlayable(document)
      const [event] = Object.keys(on)
      if (Array.isArray(on[event!])) return false
      on[event!] = [on[event!], on[event!]]
    },
  },
  'no-effect': {
    'a choice without a target': (document) => {
      withOption(document, { meta: { tool: 'hang-up' } })
    },
    'a rule that does nothing': (document) =>
      when(document.floor === 'agents', () =>
        withOption(document, { meta: { tool: 'open-policy', policy: 'reporting' } }),
      ),
    'a price that costs nothing': (document) => {
      ;(firstMove(document).actions ??= []).push({
        type: 'spend',
        params: { why: inAll(document, 'Nothing.') },
      })
    },
  },
  'choice-invisible': {
    'neither reply nor tool': (document) => {
      withOption(document, { target: scenesOf(document).find(([, own]) => own.type === 'final')![0] })
    },
  },
  'not-an-ending': {
    'a scene that counts as an ending': (document) => {
      firstPlayable(document).meta.disposition = 'refused'
    },
    'an ending that is none': (document) => {
      delete endings(document)[0].type
    },
  },
  'nested-ending': {
    'an ending in a group': (document) => {
      const [name, ending] = scenesOf(document).find(([, own]) => own.type === 'final')!
      const group = intoGroup(document)
      if (!group) return false
      const [first] = Object.keys(group.states)
      group.states[name] = ending
      delete document.machine.states[name]
      document.machine = JSON.parse(
        JSON.stringify(document.machine).replaceAll(
          `"target":"#${document.id}.${name}"`,
          `"target":"#${document.id}.${first!}-group.${name}"`,
        ),
      )
    },
  },
  'ending-goes-on': {
    'a reply in an ending': (document) => {
      endings(document)[0].on = {
        more: { target: document.machine.initial, meta: { say: inAll(document, 'One more thing.') } },
      }
    },
  },
  'nothing-to-show': {
    'no beats': (document) => {
      delete firstPlayable(document).meta.beats
      if (document.twin) delete document.twin
    },
  },
  'several-time-limits': {
    'two of them': (document) => {
      const target = scenesOf(document).find(([, own]) => own.type === 'final')![0]
      const scene = firstPlayable(document)
      scene.after = { 20000: { target }, 40000: { target } }
    },
  },
  'critical-lowered': {
    'taken back': (document) => {
      const flag = document.scoring.critical[0]
      if (flag === undefined) return false
      ;(firstMove(document).actions ??= []).push({ type: 'lower', params: { flag } })
    },
    'by a choice that does nothing else': (document) => {
      const flag = document.scoring.critical[0]
      if (flag === undefined) return false
      withOption(document, { actions: [{ type: 'lower', params: { flag } }], meta: { tool: 'hang-up' } })
    },
  },
  'unreachable-scene': {
    'a scene that nothing leads to': (document) => {
      const scene = structuredClone(firstPlayable(document))
      document.machine.states['left-over'] = scene
    },
  },
  'missing-translation': {
    'a text in one language': (document) => {
      if (languages(document).length < 2) return false
      delete document.keep[languages(document)[1]!]
    },
    'a phrase in one language': (document) => {
      const [first, second] = languages(document)
      const beat = playable(document)
        .flatMap(({ meta }) => meta.beats)
        .find(({ cues }) => cues?.some((mark: Loose) => typeof mark !== 'string'))
      if (!beat || second === undefined) return false
      const mark = beat.cues.find((own: Loose) => typeof own !== 'string')
      mark.phrase = { [first!]: mark.phrase[first!] }
    },
  },
  'stray-translation': {
    'one more language': (document) => {
      document.keep.de = 'Frag zuerst.'
    },
  },
  'unknown-placeholder': {
    'a slip of the finger': (document) => {
      document.keep = inAll(document, 'Ask first, {trainees}.')
    },
  },
  'placeholder-not-here': {
    'in a title': (document) => {
      document.title = inAll(document, 'A call for {trainee}')
    },
  },
  'bad-placeholder': {
    'one bracket': (document) => {
      document.keep = inAll(document, 'Ask first {now.')
    },
  },
  'unwelcome-markup': {
    html: (document) => {
      document.keep = inAll(document, '<b>Ask</b> first &amp; last.')
    },
    'a character by its number': (document) => {
      document.keep = inAll(document, 'Ask first &#128512; &#x1F600;')
    },
    'a link': (document) => {
      document.keep = inAll(document, 'See [the rules](https://example.org).')
    },
    'a picture': (document) => {
      document.keep = inAll(document, 'Look: ![a door](door.png).')
    },
  },
  'control-character': {
    'a sign that nobody sees in a name': (document) => {
      const [member] = Object.values(document.cast as Record<string, Loose>)
      if (typeof member?.name !== 'string') return false
      member.name = `${member.name}\u0007`
    },
    'a line break of another program': (document) => {
      document.keep = inAll(document, 'Ask.\u2028Then act.')
    },
    'a line break of Windows': (document) => {
      document.keep = inAll(document, 'Ask.\r\nThen act.')
    },
    'a sign that nobody sees': (document) => {
      document.keep = inAll(document, 'Ask\u0007 first.')
    },
  },
  'phrase-not-in-text': {
    'another phrase': (document) => {
      const [name] = Object.keys(document.cues)
      if (name === undefined) return false
      const beat = playable(document)
        .flatMap(({ meta }) => meta.beats)
        .find(({ cues }) => cues?.length)
      if (!beat) return false
      const mark = beat.cues[0]
      beat.cues[0] = {
        cue: typeof mark === 'string' ? mark : mark.cue,
        phrase: inAll(document, 'not there at all'),
      }
    },
  },
}
