import { describe, expect, it } from 'vitest'
import { begin, choose, importTwine, lost, replies, said } from './drafts'

const ENDS = [':: Late\nToo late.', ':: Given\n(set: $a to true)Given.', ':: Safe\nSafe.']
const LINKS = '[[Give the code->Given]]\n[[Hang up->Safe]]'

const TIMED = [
  ['Harlowe', '(live: 8s)[(go-to: "Late")]'],
  ['Harlowe', '(after: 8000ms)[(go-to: "Late")]'],
  ['Harlowe', '(after: 8s)\n  [(go-to: "Late")]'],
  ['SugarCube', '<<timed 8s>><<goto "Late">><</timed>>'],
  ['SugarCube', '<<repeat 8s>><<goto "Late">><</repeat>>'],
] as const

const WAITING = [
  ['Harlowe', '(event: when $a > 3)[(go-to: "Late")]', ['(event: when $a > 3) → Late']],
  ['Harlowe', '(after: $long)[(go-to: "Late")]', ['(after: $long) → Late']],
  ['Harlowe', '(live: 8s)[(if: $a)[(go-to: "Late")]]', ['(live: 8s)', '(live: 8s) → Late']],
  ['Harlowe', '(click: ?phone)[(go-to: "Late")]', ['(click: ?phone) → Late']],
  ['Harlowe', '(mouseover: ?phone)[(go-to: "Late")]', ['(mouseover: ?phone) → Late']],
  ['Harlowe', '|later)[(go-to: "Late")]', ['|later)[', '|later)[ → Late']],
  ['Harlowe', '(own-thing:)[(go-to: "Late")]', ['(own-thing:)', '(own-thing:) → Late']],
  [
    'SugarCube',
    '<<timed 4s>>Well?<<next>><<goto "Late">><</timed>>',
    ['<<next>>', '<<timed 4s>>', '<<timed 4s>> → Late'],
  ],
  ['SugarCube', '<<ownthing>><<goto "Late">><</ownthing>>', ['<<ownthing>>', '<<ownthing>> → Late']],
  [
    'Snowman',
    '<% setTimeout(function() {\n  story.show("Late");\n}, 8000); %>',
    [
      '<% setTimeout(function() { %>',
      '<% }, 8000) %>',
      '<% setTimeout(function() { story.show("Late"); }, 8000); %> → Late',
    ],
  ],
] as const

describe('what happens later in a passage of Twine', () => {
  it.each(TIMED)('limits the time for a reply where a jump of %s waits: %s', async (format, jump) => {
    const draft = await importTwine(format, `:: Start\nYour code, now!\n${jump}\n${LINKS}`, ...ENDS)
    const start = begin(draft)
    expect(said(start)).toEqual(['Your code, now!'])
    expect(replies(start)).toEqual(['Give the code', 'Hang up'])
    expect(draft.document.machine.states['start']!.after).toEqual({ 8000: { target: 'late' } })
    expect(lost(draft, 'macro')).toEqual([])
  })

  it.each(WAITING)('keeps what follows a jump of %s that waits for more: %s', async (format, jump, notes) => {
    const draft = await importTwine(format, `:: Start\n${jump}Words after.\n${LINKS}`, ...ENDS)
    const start = draft.document.machine.states['start']!
    expect(JSON.stringify(start.meta!.beats)).toContain('Words after.')
    expect(Object.keys(start.on!)).toEqual(['give-the-code', 'hang-up'])
    expect(start.after).toBeUndefined()
    expect(lost(draft, 'macro')).toEqual(notes)
  })

  it('takes the first of several limits, and none that no scene can have', async () => {
    const jumps = '(live: 9s)[(go-to: "Safe")](live: 2s)[(go-to: "Late")](live: 20ms)[(go-to: "Given")]'
    const draft = await importTwine('Harlowe', `:: Start\nNow!\n${jumps}\n${LINKS}`, ...ENDS)
    expect(draft.document.machine.states['start']!.after).toEqual({ 2000: { target: 'late' } })
    expect(lost(draft, 'macro')).toEqual(['(live: 20ms) → Given'])
  })

  it('goes on by itself where nothing else leads on, and behind an answer', async () => {
    const draft = await importTwine(
      'Harlowe',
      ':: Start\nIt rings.\n(live: 8s)[(go-to: "Desk")]',
      ':: Desk\nWell?\n(link: "Wait")[You wait. (after: 3s)[(go-to: "Late")]]\n[[Hang up->Safe]]\n[[Give it->Given]]',
      ...ENDS,
    )
    const desk = choose(begin(draft), 'Continue')
    expect(replies(desk)).toEqual(['Wait', 'Hang up', 'Give it'])
    expect(said(choose(desk, 'Wait')).at(-1)).toEqual('Too late.')
  })

  it('raises no flag on arrival that is raised later, and keeps the words that depend on it', async () => {
    const draft = await importTwine(
      'Harlowe',
      `:: Start\n(live: 8s)[(set: $late to true)]Now!\n${LINKS}`,
      ':: Given\n(if: $late)[She waited.](else:)[She is quick.]',
      ':: Safe\nSafe.',
    )
    const { start, given } = draft.document.machine.states
    expect(start).not.toHaveProperty('entry')
    expect(given!.always).toMatchObject([{ guard: { params: { flag: 'late' } } }, {}])
    expect(JSON.stringify(draft.document)).toContain('She waited.')
    expect(lost(draft, 'variable')).toEqual(['(set: $late to true)'])
  })

  it('jumps at once from what is only shown in another way', async () => {
    const late = ':: Late\nToo late.'
    const style = await importTwine('Harlowe', ':: Start\nHello. (text-colour: red)[(go-to: "Late")]', late)
    expect(replies(begin(style))).toEqual(['Continue'])
    const within = '<<capture _x>><<goto "Late">><</capture>>'
    const capture = await importTwine('SugarCube', `:: Start\nHello. ${within}`, late)
    expect(replies(begin(capture))).toEqual(['Continue'])
  })
})
