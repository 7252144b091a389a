import { describe, expect, it } from 'vitest'
import { begin, choose, importTwine, said } from './drafts'

describe('links of Harlowe that do something and lead on', () => {
  it('keep the words and the conditions of their hook, but lead where they say', async () => {
    const hook = 'You pick up. (if: $k)[(set: $passed to true)You pass.](go-to: "Start")'
    const draft = await importTwine(
      'Harlowe',
      `:: Start\nWell?\n[[Ask]]\n(link-reveal-goto: "Yes", "D")[${hook}]`,
      ':: Ask\n(set: $k to true)You ask.\n[[Back->Start]]',
      ':: D\n(if: $passed)[Passed.](else:)[Not passed.]',
    )
    const start = begin(draft)
    expect(said(choose(start, 'Yes'))).toEqual(['You pick up.', 'Not passed.'])
    const asked = choose(choose(start, 'Ask'), 'Back')
    expect(said(choose(asked, 'Yes'))).toEqual(['You pick up. You pass.', 'Passed.'])
  })
})
