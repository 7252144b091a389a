import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { contextOf, viewOf } from '../../src/domain/run'
import { readForeign } from '../../src/interchange/read'
import { begin, choose, OPTIONS, replies, said } from './drafts'
import { branching, h5p, PIXEL } from './h5p-sample'

const read = async (bytes: Uint8Array) => (await readForeign({ name: 'call.h5p', bytes }, OPTIONS))[0]!

describe('H5P Branching Scenario', () => {
  it('plays its screens, questions, feedback, pictures and endings', async () => {
    const draft = await read(h5p())
    const start = begin(draft)
    expect(said(start)).toEqual(['Closing time', 'One last call & a hurry.'])
    const words = choose(start, 'Continue')
    expect(said(words)).toEqual(['It is five to six.', 'The phone rings:', '- once\n- twice'])
    const question = choose(words, 'Continue')
    expect(replies(question)).toEqual(['Give it', 'Offer to call back', 'Ask again'])
    const given = choose(question, 'Give it')
    expect(viewOf(given).meta).toMatchObject({
      title: { en: 'Given' },
      debrief: { en: 'He called her at home.' },
    })
    const picture = choose(question, 'Offer to call back')
    expect(said(picture).slice(0, 2)).toEqual(['Well done', 'He hangs up.'])
    expect(viewOf(picture).beats.at(-1)!.media).toEqual({
      file: 'door-1.png',
      words: { en: 'A closed door' },
    })
    expect(contextOf(picture).assessments).toMatchObject([{ points: 3, of: 3 }])
    const film = choose(picture, 'Continue')
    expect(said(film)).toEqual(['A film'])
    expect(viewOf(choose(film, 'Continue')).meta).toMatchObject({ title: { en: 'The day is over' } })
  })

  it('takes its language and its pictures along, and lists the rest', async () => {
    const draft = await read(h5p(branching, {}, { defaultLanguage: 'pt-BR' }))
    expect(draft.document.title).toEqual({ 'pt-BR': 'The call at closing time' })
    expect([...draft.media]).toEqual([['door-1.png', expect.anything()]])
    expect(Buffer.compare(draft.media.get('door-1.png')!, PIXEL)).toBe(0)
    expect(draft.notes.map(({ code, text }) => [code, text])).toEqual(
      expect.arrayContaining([
        ['content', 'H5P.InteractiveVideo'],
        ['chance', 'randomizeBranchingQuestions'],
        ['score', 'dynamic-score'],
      ]),
    )
  })

  it('reads letters and signs that the editor wrote with their names or numbers', async () => {
    const scenario = structuredClone(branching.branchingScenario)
    const startScreenTitle =
      '<p>&Ecirc;tre o&ugrave;, na&iuml;ve, ma&ntilde;ana, &Oslash;re, Stra&szlig;e, c&oelig;ur, &frac12; &times; 2 &sigmaf;&Omega;&omega;, wo&shy;rd, it&#146;s &#128;5 &#x2013; a&#7;b, &valueOf; &toString; &nothing;</p>'
    const draft = await read(
      h5p({ branchingScenario: { ...scenario, startScreen: { ...scenario.startScreen, startScreenTitle } } }),
    )
    expect(said(begin(draft))[0]).toBe(
      'Être où, naïve, mañana, Øre, Straße, cœur, ½ × 2 ςΩω, word, it’s €5 – ab, &valueOf; &toString; &nothing;',
    )
  })

  it('gives the points of endings where those are what is scored', async () => {
    const { branchingScenario: scenario } = structuredClone(branching)
    const content = {
      branchingScenario: {
        ...scenario,
        scoringOptionGroup: { scoringOption: 'static-end-score' },
        endScreens: [{ ...scenario.endScreens[0], endScreenScore: 500 }],
      },
    }
    const draft = await read(h5p(content))
    const finals = Object.values(draft.document.machine.states).filter(({ type }) => type === 'final')
    expect(finals.map(({ entry }) => entry?.[0]!.params)).toMatchObject([
      { points: 0, of: 100 },
      { points: 100, of: 100 },
    ])
  })

  it('leaves out a picture that is none, and says so', async () => {
    const draft = await read(
      h5p(branching, { 'content/images/door-1.png': strToU8('<svg onload=alert(1)>') }),
    )
    expect(draft.media.size).toBe(0)
    expect(draft.notes).toContainEqual(expect.objectContaining({ code: 'media', text: 'images/door-1.png' }))
  })
})

/** Overwrites some bytes of an archive, wherever they stand. */
function patched(
  bytes: Uint8Array,
  change: (view: DataView, at: number) => void,
  signature: number,
): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 4 < copy.length; at += 1) if (view.getUint32(at, true) === signature) change(view, at)
  return copy
}
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50

describe('hostile and broken packages', () => {
  it.each([
    ['one that is cut off', () => h5p().subarray(0, 400), 'zip-damaged'],
    [
      'one whose header lies about a size',
      () => patched(h5p(), (view, at) => view.setUint32(at + 24, 5, true), CENTRAL),
      'zip-damaged',
    ],
    [
      'bytes that are changed inside',
      () => patched(h5p(), (view, at) => view.setUint8(at + 45, 7), LOCAL),
      undefined,
    ],
    ['names that lead out', () => h5p(branching, { '../../evil.png': PIXEL }), 'zip-name'],
    ['names that begin at the root', () => h5p(branching, { '/etc/evil.png': PIXEL }), 'zip-name'],
    [
      'a bomb',
      () =>
        h5p(
          branching,
          Object.fromEntries(
            // What these bytes are packed with makes no difference to what they become.
            Array.from({ length: 60 }, (_, i) => [
              `content/images/${i}.png`,
              [new Uint8Array(4_900_000), { level: 1 }],
            ]),
          ),
        ),
      'zip-too-much',
    ],
    [
      'thousands of entries',
      () =>
        h5p(
          branching,
          Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`content/${i}.txt`, strToU8('x')])),
        ),
      'zip-damaged',
    ],
    ['a package without content', () => zipSync({ 'h5p.json': strToU8('{}') }), 'no-content'],
    ['content that is no JSON', () => h5p('{'), 'content-not-json'],
    [
      'another kind of H5P',
      () => h5p({ questions: [] }, {}, { mainLibrary: 'H5P.QuestionSet' }),
      'not-branching',
    ],
    ['a package of something else', () => zipSync({ 'word/document.xml': strToU8('<w/>') }), 'no-content'],
    ['an empty scenario', () => h5p({ branchingScenario: { content: [] } }), 'no-passages'],
  ])('refuses %s', async (_, make, code) => {
    const told = await read(make()).then(
      () => 'taken',
      (error: { code?: string }) => error.code,
    )
    if (code === undefined) expect(told).toMatch(/^(?:taken|zip-damaged|content-not-json)$/)
    else expect(told).toBe(code)
  })

  it('survives contents of any kind', async () => {
    const odd = {
      branchingScenario: {
        content: [
          null,
          5,
          { type: { library: 7 } },
          {
            type: {
              library: 'H5P.BranchingQuestion 1.0',
              params: { branchingQuestion: { alternatives: [null, { nextContentId: 99 }] } },
            },
          },
        ],
      },
    }
    const draft = await read(h5p(odd))
    expect(draft.notes.map(({ code }) => code)).toContain('dead-link')
  })
})

describe('files of another kind', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['blanks', Buffer.from(' \n'), 'empty'],
    ['another encoding', Buffer.from('caf\xe9 :: Start', 'latin1'), 'not-text'],
    ['a picture', PIXEL, 'not-text'],
    ['a page of the web', Buffer.from('<html><body>Hi</body></html>'), 'other-kind'],
    ['a document of ours', Buffer.from('{"format":2,"machine":{}}'), 'own-document'],
    ['Twine 1', Buffer.from('<div id="storeArea"><div tiddler="Start">x</div></div>'), 'twine-1'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(readForeign({ name: 'a.txt', bytes }, OPTIONS)).rejects.toMatchObject({ code })
  })

  it('reads UTF-16 with its mark', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(':: Start\nÇa va ?', 'utf16le')])
    const [draft] = await readForeign({ name: 'a.twee', bytes }, OPTIONS)
    expect(JSON.stringify(draft!.document)).toContain('Ça va ?')
  })

  it('refuses a language that is none', async () => {
    const bytes = Buffer.from(':: Start\nHi')
    await expect(
      readForeign({ name: 'a.twee', bytes }, { ...OPTIONS, language: 'français' }),
    ).rejects.toMatchObject({ code: 'bad-language' })
  })
})
