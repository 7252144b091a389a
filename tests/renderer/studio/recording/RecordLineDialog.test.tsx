// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { loadAllTexts } from '../../../../src/renderer/i18n/text'
import RecordLineDialog from '../../../../src/renderer/studio/recording/RecordLineDialog'
import { loadTexts } from '../../../../src/texts/translate'

await loadAllTexts('en')
const t = await loadTexts('en', 'studio-media')

afterEach(cleanup)
Object.assign(window, {
  api: { studio: { microphone: async () => ({ ok: true, value: { allowed: false } }) }, on: () => () => {} },
})

it.each([
  [1, false],
  [2, true],
])(
  'says of a document in %d languages, of which one is written, that all hear the recording: %s',
  (languages, told) => {
    render(
      <RecordLineDialog
        line="hi"
        texts={['Hello.']}
        languages={languages}
        onUse={() => Promise.resolve(true)}
        problem={undefined}
        onClose={() => {}}
      />,
    )
    expect(screen.queryByText(t('record.languages')) !== null).toBe(told)
  },
)

it.each([
  ['Hello {trainee}.', true],
  ['Hello {first-name}.', true],
  ['Hello {name2}.', true],
  ['Hello.', false],
  ['Hello {}, {Name}, {1}.', false],
])('says of the words %j whether a name is filled in that a recording can’t say: %s', (text, told) => {
  render(
    <RecordLineDialog
      line="hi"
      texts={['Hello.', text]}
      languages={2}
      onUse={() => Promise.resolve(true)}
      problem={undefined}
      onClose={() => {}}
    />,
  )
  expect(screen.queryByText(t('record.names')) !== null).toBe(told)
})
