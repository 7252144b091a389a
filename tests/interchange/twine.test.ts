import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextOf, viewOf } from '../../src/domain/run'
import { begin, choose, hasShape, importText, issuesOf, lost, replies, said } from './drafts'
import { PIXEL } from './h5p-sample'

const sample = (name: string) => readFileSync(path.join(import.meta.dirname, 'samples', name), 'utf8')
const one = async (name: string, text: string) => (await importText(name, text))[0]!
const codes = (draft: { notes: readonly { code: string; text: string }[] }) =>
  draft.notes.map(({ code }) => code)

/** Makes a story of some passages. */
const twee = (...passages: readonly string[]) => `:: StoryTitle\nA test\n\n${passages.join('\n\n')}\n`

describe('Twee 3', () => {
  it('begins where the story says, and gives words to who says them', async () => {
    const draft = await one('badge.twee', sample('badge.twee'))
    expect(draft.id).toBe('the-forgotten-badge')
    expect(draft.document.machine.initial).toBe('at-the-door')
    expect(Object.values(draft.document.cast).map(({ name }) => name)).toEqual(['Ines'])
    const [rain, ines] = draft.document.machine.states['at-the-door']!.meta!.beats!
    expect(rain).toMatchObject({ from: 'narrator', text: { en: expect.stringContaining('It is raining') } })
    expect(ines).toMatchObject({
      from: 'ines',
      text: { en: 'Hi! I left my badge upstairs. **Could you** hold the *door*?' },
    })
  })

  it('reads every form of a link', async () => {
    const draft = await one(
      'a.twee',
      twee(':: Start\nWords.\n[[Right->B]] [[B<-Left]] [[Bar|B]] [[B]] [[say -> it->B]]', ':: B\nEnd.'),
    )
    expect(replies(begin(draft))).toEqual(['Right', 'Left', 'Bar', 'B', 'say -> it'])
  })

  it('keeps flags, conditions and counters, and lists what it can’t keep with its place', async () => {
    const draft = await one('badge.twee', sample('badge.twee'))
    expect(lost(draft, 'macro')).toEqual(['(cycling-link: "tea", "coffee")'])
    expect(lost(draft, 'style')).toEqual(['(text-colour: red)'])
    expect(lost(draft, 'condition')).toEqual(['(if: (random: 1, 6) > 3) (else:)'])
    expect(lost(draft, 'dead-link')).toEqual(['Nowhere at all'])
    expect(draft.notes.find(({ code }) => code === 'macro')?.place).toBe('Her name')
    expect(JSON.stringify(draft.document)).not.toMatch(/\(if:|\(set:|\(cycling|\(text-colour|\$asked/)
  })

  it('plays what depends on a variable as the story would', async () => {
    const draft = await one(
      'a.twee',
      twee(
        ':: Start\nThe hall. (if: $key)[A key glints.]\n[[Take it->Table]]\n(if: $key is true)[[[Open->Room]]]',
        ':: Table\n(set: $key to true)A table.\n[[Back->Start]]',
        ':: Room\nA room.',
      ),
    )
    const start = begin(draft)
    expect(said(start)).toEqual(['The hall.'])
    expect(replies(start)).toEqual(['Take it'])
    const table = choose(start, 'Take it')
    expect(contextOf(table).flags).toEqual(['key'])
    const again = choose(table, 'Back')
    expect(said(again)).toEqual(['The hall. A key glints.'])
    expect(viewOf(choose(again, 'Open')).ending).toBeDefined()
  })

  it('counts what only grows, and says where the thresholds are', async () => {
    const draft = await one(
      'a.twee',
      twee(
        ':: Start\n(set: $n to 0)(set: $limit to 2)Begin.\n[[Go->Ring]]',
        ':: Ring\n(set: $n to it + 1)(if: $n >= $limit)[Nobody answers.](else:)[It rings.]\n[[Again->Ring]]\n[[Stop->End]]',
        ':: End\nOver.',
      ),
    )
    const first = choose(begin(draft), 'Go')
    expect(said(first)).toEqual(['It rings.'])
    const second = choose(first, 'Again')
    expect(said(second)).toEqual(['Nobody answers.'])
    expect(said(choose(second, 'Again'))).toEqual(['Nobody answers.'])
  })

  it('has passages with the same name twice, and tells so', async () => {
    const draft = await one('a.twee', twee(':: Start\n[[B]]', ':: B\nFirst.', ':: B\nSecond.'))
    expect(Object.keys(draft.document.machine.states)).toEqual(['start', 'b', 'b-2'])
    expect(codes(draft)).toContain('duplicate')
  })

  it('takes the first passage where the one to begin with is missing, and tells so', async () => {
    const draft = await one(
      'a.twee',
      ':: StoryData\n{"start":"Gone"}\n\n:: One\nHello. [[Two]]\n\n:: Two\nBye.',
    )
    expect(draft.document.machine.initial).toBe('one')
    expect(lost(draft, 'no-start')).toEqual(['Gone'])
  })

  it('reads the last passage though no line ends behind its name', async () => {
    const draft = await one('a.twee', ':: Start\nHello. [[The end]]\n\n:: The end')
    expect(Object.keys(draft.document.machine.states)).toEqual(['start', 'the-end'])
    expect(codes(draft)).not.toContain('dead-link')
  })

  it('ends with itself where passages only lead on to each other', async () => {
    const draft = await one('a.twee', twee(':: Start\n(goto: "B")', ':: B\n(goto: "Start")'))
    expect(hasShape(draft.document)).toBe(true)
    expect(issuesOf(draft).map(({ code }) => code)).toContain('no-way-out')
  })
})

describe('SugarCube, Chapbook and Snowman', () => {
  it('plays SugarCube with its states, setters and constants', async () => {
    const draft = await one('parcel.twee', sample('parcel.sugarcube.twee'))
    const start = begin({ ...draft, document: { ...draft.document } })
    expect(said(start)).toEqual(['Le livreur de Colis Bleu appelle. Une voix pressée.'])
    expect(replies(start)).toEqual(['Demander son nom', 'Raccrocher'])
    const hung = choose(start, 'Raccrocher')
    expect(said(hung)).toEqual(['Vous avez raccroché.'])
    const name = choose(start, 'Demander son nom')
    expect(said(name).join(' ')).toContain('Il crie.')
    const again = choose(name, 'Retour')
    expect(said(again)[0]).toContain('Encore lui.')
    expect(replies(again)).toContain('S’excuser'.replace('’', "'"))
    expect(codes(draft)).toEqual(expect.arrayContaining(['script', 'special', 'macro', 'style', 'print']))
    expect(JSON.stringify(draft.document)).not.toMatch(/<<|>>|@@|\$mood/)
  })

  it('joins lines that SugarCube joins', async () => {
    const first = async (...passages: string[]) =>
      said(begin(await one('a.twee', twee(':: StoryData\n{"format":"SugarCube"}', ...passages))))
    const apart = await first(':: Start\nHello.\n\nWho is it?')
    const together = await first(':: Start\nHello. Who is it?')
    expect(apart).not.toEqual(together)
    expect(await first(':: Start\n<<nobr>>\nHello.\n\nWho is it?\n<</nobr>>')).toEqual(together)
    expect(await first(':: Start [nobr]\nHello.\n\nWho is it?')).toEqual(together)
    const setting = ':: Settings [script]\nConfig.passages.nobr = true;'
    expect(await first(':: Start\nHello.\n\nWho is it?', setting)).toEqual(together)
  })

  it('keeps the notation of SugarCube out of the words: parts of values, temporary ones, what is silent', async () => {
    const draft = await one(
      'a.twee',
      `:: Start
<<set _who to "Mr Oduya">><<silently>>
Remember the door.
<<set $open to true>>[[Hidden|End]]
<</silently>>
Hello $caller.name, or $list[0]["x"]! _who calls, a file_who _says. It is $mood.

<<link "Go on" $next>><</link>>
[[End]]

:: End
<<if $open>>Open.<<else>>Shut.<</if>>
`,
    )
    const start = begin(draft)
    expect(said(start)).toEqual(['Hello …, or …! Mr Oduya calls, a file_who _says. It is ….'])
    expect(replies(start)).toEqual(['Go on', 'End'])
    expect(said(choose(start, 'End'))).toEqual(['Open.'])
    expect(lost(draft, 'print')).toEqual(['$caller.name', '$list[0]["x"]', '$mood'])
    expect(lost(draft, 'open-link')).toEqual(['Go on → $next'])
  })

  it('says of a link of Harlowe that leads to a variable nothing sets, and makes no ending of its words', async () => {
    const draft = await one(
      'a.twee',
      ':: Start\n(link-goto: "Go on", $next) (link-goto: "Leave", "End") [[End]]\n\n:: End\nBye.\n',
    )
    expect(lost(draft, 'open-link')).toEqual(['Go on → $next'])
    expect(replies(begin(draft))).toEqual(['Go on', 'Leave', 'End'])
    expect(lost(draft, 'dead-link')).toEqual([])
    expect(Object.keys(draft.document.machine.states)).toEqual(['start', 'end'])
  })

  it('plays Chapbook with its variables, modifiers and inserts', async () => {
    const draft = await one('hotline.twee', sample('hotline.chapbook.twee'))
    const start = begin(draft)
    expect(said(start).join(' ')).toContain('The phone rings. It is Mr Oduya.')
    expect(said(start).join(' ')).toContain('You do not know this voice.')
    expect(said(choose(start, 'Listen'))).toEqual(['He breathes.'])
    expect(said(choose(start, 'Ask'))).toEqual(['He says nothing of use.'])
    expect(lost(draft, 'macro')).toEqual([
      "{cycling link for: 'tone', choices: ['kind', 'cold']}",
      '[align center]',
    ])
  })

  it('plays Snowman with what is plain in its code', async () => {
    const draft = await one('till.twee', sample('till.snowman.twee'))
    const start = begin(draft)
    expect(said(start).join(' ')).toContain('You have counted it.')
    expect(replies(start)).toEqual(['Tell the lead', 'Write it down'])
    expect(lost(draft, 'macro')).toEqual(['<% $("body").addClass("dark") %>'])
    expect(JSON.stringify(draft.document)).not.toContain('<%')
  })
})

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const story = (title: string, passages: readonly (readonly [string, string])[], more = '') =>
  `<tw-storydata name="${escaped(title)}" startnode="2" format="Harlowe" ifid="X" ${more}>` +
  `<script role="script" id="twine-user-script">alert(1)</script>` +
  passages
    .map(
      ([name, text], i) =>
        `<tw-passagedata pid="${i + 1}" name="${escaped(name)}" tags="">${escaped(text)}</tw-passagedata>`,
    )
    .join('') +
  '</tw-storydata>'

describe('Twine 2 HTML', () => {
  it('reads a published story, with its language, its start and what it escapes', async () => {
    const html = `<!doctype html><html lang="fr"><body>${story('Thé & pain', [
      ['Fin', 'Au revoir.'],
      ['Départ "1"', 'Bonjour <b>vous</b> & moi. [[Fin]]'],
    ])}</body></html>`
    const draft = await one('a.html', html)
    expect(draft.document.title).toEqual({ fr: 'Thé & pain' })
    expect(draft.document.machine.initial).toBe('depart-1')
    expect(said(begin(draft))).toEqual(['Bonjour vous & moi.'])
    expect(codes(draft)).not.toContain('language')
    expect(codes(draft)).toContain('script')
  })

  it('makes a draft of each story of an archive, with ids of their own', async () => {
    const drafts = await importText(
      'archive.html',
      story('Same', [
        ['A', '[[B]]'],
        ['B', 'b'],
      ]) +
        story('Same', [
          ['A', 'a'],
          ['B', '[[A]]'],
        ]),
    )
    expect(drafts.map(({ id }) => id)).toEqual(['same', 'same-2'])
  })

  it('takes a picture along that stands in the story, and lists one that does not', async () => {
    const source = `data:image/png;base64,${PIXEL.toString('base64')}`
    const draft = await one(
      'a.html',
      story('P', [
        ['E', 'end'],
        ['S', `<img src="${source}" alt="A dot"> Words. <img src="https://pictures.example/x.png"> [[E]]`],
      ]),
    )
    expect([...draft.media.keys()]).toEqual(['picture.png'])
    expect(draft.document.machine.states['s']!.meta!.beats!.find(({ media }) => media)?.media).toEqual({
      file: 'picture.png',
      words: { en: 'A dot' },
    })
    expect(lost(draft, 'media')).toEqual(['https://pictures.example/x.png'])
    expect(issuesOf(draft).filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

const name = fc
  .string({ unit: fc.constantFrom(...'abcXYZ é-_?!.日9'.split('')), minLength: 1, maxLength: 8 })
  .filter((text) => text.trim() !== '')
const stories = fc
  .uniqueArray(name, { minLength: 1, maxLength: 12, selector: (text) => text.trim() })
  .chain((names) =>
    fc.record({
      names: fc.constant(names.map((text) => text.trim())),
      links: fc.array(fc.array(fc.nat(names.length - 1), { maxLength: 4 }), {
        minLength: names.length,
        maxLength: names.length,
      }),
      words: fc.array(fc.string({ maxLength: 40 }), { minLength: names.length, maxLength: names.length }),
    }),
  )

describe('any story', () => {
  it('gives a draft that opens, with a scene for each passage, and as many within reach', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async ({ names, links }) => {
        const text = names
          .map(
            (passage, i) =>
              `:: ${passage}\nWords of ${i}.\n${links[i]!.map((to, k) => `[[Reply ${k}->${names[to]}]]`).join('\n')}`,
          )
          .join('\n\n')
        const draft = await one('a.twee', text)
        expect(hasShape(draft.document)).toBe(true)
        expect(Object.keys(draft.document.machine.states)).toHaveLength(names.length)
        const reached = new Set<number>()
        const begins = Math.max(names.indexOf('Start'), 0)
        const open = [begins]
        while (open.length > 0) {
          const at = open.pop()!
          if (reached.has(at)) continue
          reached.add(at)
          open.push(...links[at]!)
        }
        const unreachable = issuesOf(draft).filter(
          ({ code, params }) =>
            code === 'unreachable-scene' && (params as { what?: string }).what === 'no-way',
        )
        expect(unreachable).toHaveLength(names.length - reached.size)
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['Harlowe', '(if: $a)['.repeat(5000) + ']'.repeat(5000)],
    ['Harlowe', '(if: $a)[='.repeat(5000)],
    ['SugarCube', '<<if $a>>'.repeat(20_000)],
  ])('refuses %s that is nested to break readers', async (format, text) => {
    const file = `:: StoryData\n{"format":"${format}"}\n\n:: Start\n${text}`
    await expect(importText('a.twee', file)).rejects.toMatchObject({ code: 'too-deep' })
  })

  it('gives a draft or a refusal for whatever stands in its passages', async () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        '(if: $a)[',
        ']',
        '(set: $a to ',
        ')',
        '[[',
        ']]',
        '->B',
        '<<if $a>>',
        '<</if>>',
        '<<link "x" "B">>',
        '<</link>>',
        '<<set $a = 1>>',
        '<% if (s.a) { %>',
        '<% } %>',
        '{embed passage: "B"}',
        '[if a]\n',
        '\n--\n',
        'a: true\n',
        '(display: "A")',
        '<<include "A">>',
        '$a',
        '_t',
        '(set: _t to "x")',
        '<<set _t to "x">>',
        '(live: 2s)[(go-to: "B")',
        '<<timed 2s>><<goto "B">>',
        '<</timed>>',
        '[[(if: $a)[x](else:)[y] $a->B]]',
        '(link: $a)[',
        '<<link $a "B">>',
        '<%= s.a || "x" %>',
        '[[<%= s.a %>|B]]',
        '> [[B]]',
        '[append]\n',
        '[=',
        '\n==>\n',
        '"""',
        '`',
        '{{{',
        '|h>[',
        '<img src=x>',
        '((((',
        '[[[[',
        '"',
        "'",
        '\n',
        '{',
        '}',
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 25 }),
        fc.constantFrom('Harlowe', 'SugarCube', 'Chapbook', 'Snowman'),
        async (pieces, format) => {
          const body = pieces.join('').replaceAll(/^::/gm, '')
          const draft = await one(
            'a.twee',
            `:: StoryData\n{"format":"${format}"}\n\n:: A\n${body}\n\n:: B\nEnd.`,
          )
          expect(hasShape(draft.document)).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })
})
