// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { create } from 'mutative'
import { scenarioSchema } from '../../../../src/domain/scenario/schema'
import { courseSchema } from '../../../../src/domain/course'
import { resolvePart } from '../../../../src/domain/scenario/mend'
import type { PartSchema } from '../../../../src/domain/authoring/key-order'
import { CallFailed } from '../../../../src/renderer/api'
import { FormContext } from '../../../../src/renderer/studio/form/context'
import { Field, Fields } from '../../../../src/renderer/studio/form/Fields'
import { schemaAt } from '../../../../src/renderer/studio/form/fresh'
import { at, type Path } from '../../../../src/renderer/studio/outline'
import { loadAllTexts } from '../../../../src/renderer/i18n/text'
import { loadTexts } from '../../../../src/texts/translate'
import type { DraftMedia } from '../../../../src/renderer/studio/draft-media'

await loadAllTexts('en')
const none = () => Promise.reject(new Error('none'))
const noMedia: DraftMedia = { files: [], choose: none, put: none, remove: none, address: () => '' }

const t = await loadTexts('en', 'studio')
const m = await loadTexts('en', 'studio-media')
const errors = await loadTexts('en', 'errors')
const names = await loadTexts('en', 'studio-fields')

afterEach(cleanup)

// The page never becomes idle.
vi.stubGlobal('requestIdleCallback', () => 0)

const LINE = ['machine', 'states', 'hook', 'meta', 'beats', 0] as const
const REPLY = ['machine', 'states', 'hook', 'on', 'no'] as const
const GUARD = [...REPLY, 'guard'] as const
const OTHERS = [
  { kind: 'scenario', id: 'parcel', text: 'A parcel · call · an attack' },
  { kind: 'scenario', id: 'parcel-true', text: 'A parcel · call · genuine' },
  { kind: 'floor', id: 'agents', text: 'The agents’ floor' },
] as const

const scenario = () => ({
  id: 'a-call',
  title: { en: 'A call' },
  cues: {
    hurry: { label: { en: 'Hurry' }, kind: 'warning', strength: 2 },
    odd: { label: { en: 'An odd number' }, kind: 'warning', strength: 1 },
  },
  cast: { mara: { name: { en: 'Mara' }, channel: 'call' } },
  scoring: { pass: 0.8, critical: ['told'] },
  machine: {
    initial: 'hook',
    states: {
      hook: {
        meta: {
          title: { en: 'Hook' },
          beats: [{ id: 'b1', from: 'mara', text: { en: 'Quick, before they close.' }, delay: 1500 }],
        },
        on: {
          no: {
            meta: { say: { en: 'No.' } },
            guard: { type: 'when', params: { flag: 'told' } },
            actions: [{ type: 'raise', params: { flag: 'refused' } }],
          },
        },
      },
    },
  },
})

interface Shown {
  document: unknown
}

/** Shows a part of a document, and keeps the changed document. */
function show(
  path: Path,
  {
    document = scenario() as unknown,
    root = scenarioSchema as PartSchema,
    readOnly = false,
    media = noMedia,
    name = undefined as string | undefined,
  } = {},
): Shown {
  const shown: Shown = { document }
  function Part() {
    const [value, setValue] = useState(document)
    const edit = (_label: unknown, recipe: (document: Record<string, unknown>) => void) => {
      shown.document = create(value as Record<string, unknown>, recipe)
      setValue(shown.document)
    }
    const schema = schemaAt(root, value, path)
    return (
      <FormContext
        value={{
          document: value,
          root,
          languages: ['en'],
          readOnly,
          edit,
          say: undefined,
          issueAt: () => undefined,
          narrator: 'Nobody',
          media,
          others: OTHERS,
          shared: undefined,
          goal: undefined,
        }}
      >
        {name === undefined ? (
          <Fields schema={schema} path={path} value={at(value, path)} />
        ) : (
          <Field schema={schema} name={name} path={path} value={at(value, path)} />
        )}
      </FormContext>
    )
  }
  render(<Part />)
  return shown
}

function select(field: HTMLElement, words: string) {
  const area = field as HTMLTextAreaElement
  const start = area.value.indexOf(words)
  area.setSelectionRange(start, start + words.length)
  fireEvent.select(area)
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

describe('a line', () => {
  it('is marked with a cue by selecting words in it', () => {
    const shown = show(LINE)
    select(screen.getByLabelText('Text, English'), 'Quick, ')
    press(t('cue.mark', { words: 'Quick,' }))
    expect(at(shown.document, [...LINE, 'cues'])).toEqual([{ cue: 'hurry', phrase: { en: 'Quick,' } }])
    // Other words are then chosen for it in the same way.
    select(screen.getByLabelText('Text, English'), 'before they close')
    press(t('cue.take'))
    expect(at(shown.document, [...LINE, 'cues', 0, 'phrase'])).toEqual({ en: 'before they close' })
    // The next mark gets a cue that the line does not carry yet.
    press(t('cue.whole'))
    expect(at(shown.document, [...LINE, 'cues', 1])).toBe('odd')
  })

  it('makes a cue where there is none to be marked', () => {
    const shown = show(LINE, { document: { ...scenario(), cues: {} } })
    press(t('cue.whole'))
    const [made] = at(shown.document, [...LINE, 'cues']) as string[]
    expect(at(shown.document, ['cues', made!])).toMatchObject({ kind: 'warning', strength: 2 })
  })

  it('has its pause in seconds', () => {
    const shown = show(LINE)
    const pause = screen.getByLabelText(names('label.delay'))
    expect((pause as HTMLInputElement).value).toBe('1.5')
    fireEvent.change(pause, { target: { value: '0,25' } })
    fireEvent.blur(pause)
    expect(at(shown.document, [...LINE, 'delay'])).toBe(250)
  })

  it('keeps what is seldom written behind a button, and in sight once it is written', () => {
    show(LINE)
    expect(screen.queryByText(names('label.media'))).toBeNull()
    expect(screen.getByLabelText(names('label.delay'))).toBeDefined()
    press(/^More: /)
    expect(screen.getByText(t('form.add', { field: names('label.media') }))).toBeDefined()
    press(t('form.less'))
    expect(screen.queryByText(t('form.add', { field: names('label.media') }))).toBeNull()
  })

  it('takes a picture that is dropped on it, whose words are still to be written', async () => {
    const put = vi.fn((file: File) => Promise.resolve({ file: file.name, size: 1, hash: '0'.repeat(64) }))
    const shown = show(LINE, { media: { ...noMedia, put } })
    const line = screen.getByLabelText('Text, English')
    const dropped = (...files: File[]) => ({ dataTransfer: { types: ['Files'], files } })
    fireEvent.dragEnter(line, dropped())
    expect(screen.getByText(m('drop.here'))).toBeDefined()
    fireEvent.drop(line, dropped(new File(['x'], 'badge.png')))
    expect(screen.queryByText(m('drop.here'))).toBeNull()
    await vi.waitFor(
      () => expect(at(shown.document, [...LINE, 'media'])).toEqual({ file: 'badge.png', words: { en: '…' } }),
      60_000,
    )
    // Words that somebody wrote stay when another file takes its place.
    fireEvent.change(screen.getByLabelText(`${names('label.words')}, English`), {
      target: { value: 'A badge' },
    })
    fireEvent.blur(screen.getByLabelText(`${names('label.words')}, English`))
    fireEvent.drop(line, dropped(new File(['y'], 'other.png')))
    await vi.waitFor(
      () =>
        expect(at(shown.document, [...LINE, 'media'])).toEqual({
          file: 'other.png',
          words: { en: 'A badge' },
        }),
      60_000,
    )
  })

  it('says what is wrong with a file, and does not mistake words that are dragged for one', async () => {
    const put = vi.fn(() => Promise.reject(new CallFailed('media-type', 'no')))
    const shown = show(LINE, { media: { ...noMedia, put } })
    const line = screen.getByLabelText('Text, English')
    fireEvent.drop(line, { dataTransfer: { types: ['text/plain'], files: [] } })
    expect(put).not.toHaveBeenCalled()
    fireEvent.drop(line, { dataTransfer: { types: ['Files'], files: [new File(['x'], 'a.svg')] } })
    expect(await screen.findByText(errors('media-type'))).toBeDefined()
    expect(at(shown.document, [...LINE, 'media'])).toBeUndefined()
  })

  it('for reading has no button and no field that seems to take something', () => {
    show(LINE, { readOnly: true })
    expect(screen.queryAllByRole('button')).toEqual([])
    expect(screen.getByText('Mara')).toBeDefined()
  })
})

describe('every member of every part', () => {
  /** Members that nobody writes by hand, or that have another form. */
  const ELSEWHERE = new Set(['machine', 'cast', 'cues', 'desk', 'variants'])
  const PROGRAM = new Set(['$schema', 'format', 'sha256', 'id'])

  it('has a label in the form of a whole line, or behind its button', () => {
    show(LINE)
    press(/^More: /)
    const { definition } = resolvePart(schemaAt(scenarioSchema, scenario(), LINE)!)
    for (const member of Object.keys(definition.shape!).filter((one) => !PROGRAM.has(one))) {
      expect(
        screen.getAllByText(new RegExp(names(`label.${member}` as 'label.text'))).length,
      ).toBeGreaterThan(0)
    }
  })

  it('has one in the form of the header, apart from the parts with their own', () => {
    show([])
    for (const member of Object.keys(scenarioSchema.shape)) {
      if (PROGRAM.has(member) || ELSEWHERE.has(member)) continue
      expect(
        screen.getAllByText(new RegExp(names(`label.${member}` as 'label.text'))).length,
      ).toBeGreaterThan(0)
    }
  })
})

describe('a condition', () => {
  const guardOf = (shown: Shown) => at(shown.document, [...REPLY, 'guard', 'params'])
  const choose = async (label: RegExp, option: string) => {
    fireEvent.click(screen.getAllByRole('button', { name: label })[0]!)
    fireEvent.click(await screen.findByRole('option', { name: option }))
  }

  it('is kept when another is put around it, and comes out of it again', async () => {
    const shown = show(GUARD, { name: 'guard' })
    await choose(/the flag is set/, t('condition.all'))
    expect(guardOf(shown)).toEqual({ all: [{ flag: 'told' }] })
    press(t('condition.more'))
    await choose(/all of these/, t('condition.any'))
    expect(guardOf(shown)).toEqual({ any: [{ flag: 'told' }, { flag: 'refused' }] })
    press(t('form.remove.what', { field: t('condition.named', { n: 2 }) }))
    expect(guardOf(shown)).toEqual({ any: [{ flag: 'told' }] })
    await choose(/at least one/, t('condition.flag'))
    expect(guardOf(shown)).toEqual({ flag: 'told' })
  })

  it('is offered once there is something to ask for', () => {
    const { scoring: _, ...rest } = scenario()
    const bare = create(rest as Record<string, unknown>, (draft) => {
      const reply = at(draft, REPLY) as Record<string, unknown>
      delete reply['guard']
      reply['actions'] = []
    })
    show(GUARD, { document: bare, name: 'guard' })
    expect(screen.getByText(t('condition.no-flags'))).toBeDefined()
  })

  it('can be read where nothing can be changed', () => {
    show(GUARD, { name: 'guard', readOnly: true })
    expect(screen.getByText(`${t('condition.flag')}: told`)).toBeDefined()
  })
})

describe('other fields', () => {
  it('show shares in percent, without what floating point adds', () => {
    const course = { rule: { kind: 'fixed', hitRate: 0.07, falseAlarmRate: 0.29, reportShare: 0.5 } }
    const shown = show(['rule'], { document: course, root: courseSchema, name: 'rule' })
    const hits = screen.getByLabelText(names('label.hitRate')) as HTMLInputElement
    expect(hits.value).toBe('7')
    fireEvent.change(hits, { target: { value: '14,5' } })
    fireEvent.blur(hits)
    expect(at(shown.document, ['rule', 'hitRate'])).toBe(0.145)
  })

  it('name other documents by their titles, and keep one that is not there', () => {
    const course = { id: 'first', modules: ['parcel-true', 'gone'] }
    show(['modules'], { document: course, root: courseSchema, name: 'modules' })
    const [first, second] = screen.getAllByRole('button', { name: new RegExp(names('label.scenario')) })
    expect(first!.textContent).toContain('A parcel · call · genuine')
    expect(second!.textContent).toContain('gone')
  })

  it('show the texts of a course side by side', () => {
    const course = { id: 'first', title: { en: 'First', fr: 'Premier' } }
    show(['title'], { document: course, root: courseSchema, name: 'title' })
    expect(screen.getByLabelText(new RegExp(`${names('label.title')}.*English`))).toBeDefined()
  })

  it('call cues by their words', () => {
    show(['cues'], { name: 'cues' })
    expect(screen.getByRole('group', { name: 'An odd number' })).toBeDefined()
    expect(screen.getByRole('button', { name: t('form.remove.what', { field: 'Hurry' }) })).toBeDefined()
  })

  it('tick the flags that fail a contact among those that are set', () => {
    const shown = show(['scoring'], { name: 'scoring' })
    const group = screen.getByText(names('label.critical')).closest('fieldset')!
    fireEvent.click(within(group).getByLabelText('refused'))
    expect(at(shown.document, ['scoring', 'critical'])).toEqual(['told', 'refused'])
  })

  it('give the keyboard to a line that was added', async () => {
    show(LINE.slice(0, -1), { name: 'beats' })
    press(names('add.beats'))
    await new Promise((go) => requestAnimationFrame(go))
    const second = screen.getByRole('group', { name: /2 of 2/ })
    expect(second.contains(document.activeElement)).toBe(true)
  })
})
