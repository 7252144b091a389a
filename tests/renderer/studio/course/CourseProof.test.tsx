// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openCourse } from '../../../../src/domain/course'
import { proveTable } from '../../../../src/domain/course/prove-table'
import type { CompiledScenario } from '../../../../src/domain/run'
import { loadAllTexts } from '../../../../src/renderer/i18n/text'
import { Chances } from '../../../../src/renderer/studio/course/Chances'
import CourseProof from '../../../../src/renderer/studio/course/CourseProof'
import { openDocument } from '../../../../src/renderer/studio/document-store'
import { loadTexts } from '../../../../src/texts/translate'

await loadAllTexts('en')
const t = await loadTexts('en', 'studio-course')
const TEXT = readFileSync('scenarios/courses/first-week.course.json', 'utf8')
const course = openCourse(TEXT).value!

afterEach(cleanup)
vi.stubGlobal('requestIdleCallback', () => 0)

const row = (id: string, i: number) => ({
  kind: 'scenario',
  id,
  title: { en: `Contact ${i}` },
  changedAt: null,
  channel: i === 0 ? 'call' : 'chat',
  truth: i % 2 === 0 ? 'attack' : 'legitimate',
  tactics: i === 0 ? ['urgency', 'fear'] : ['urgency'],
})

describe('the proof of a course', () => {
  it('shows what it holds as a table that a screen reader can read, and what is missing', async () => {
    const documents = course.modules.map(row)
    Object.assign(window, {
      api: { studio: { list: async () => ({ ok: true, value: { documents } }) }, on: () => () => {} },
    })
    const open = openDocument(
      {
        kind: 'course',
        id: course.id,
        readOnly: false,
        journal: { base: { text: TEXT }, entries: [] },
      } as never,
      {} as never,
    )
    await act(async () => void render(<CourseProof open={open} />))
    const urgency = await screen.findByRole('row', { name: /urgency/i })
    const told = t('matrix.cell', { attacks: 1, genuine: 0, titles: 'Contact 0' })
    expect(within(urgency).getByText(told)).toBeDefined()
    expect(screen.getByText(/^Only attacks have: .*fear/i)).toBeDefined()
    expect(screen.getByText(/^No contact comes by/)).toBeDefined()
    expect(screen.getByRole('button', { name: t('prove.go') })).toBeDefined()
  })

  it('shows the chances as a picture with words, and the same numbers as a table', async () => {
    const truths = course.modules.map((id, i) => ({
      scenario: { id, truth: i % 2 === 0 ? 'attack' : 'legitimate' },
    }))
    const table = proveTable(course, truths as unknown as CompiledScenario[])
    await act(async () => void render(<Chances table={table} certified />))
    expect(
      screen.getByRole('img', {
        name: /^Chance to pass by skill\. Over all rounds that are allowed: [\d.]+% for whoever guesses/,
      }),
    ).toBeDefined()
    const [head, ...rows] = screen.getAllByRole('row', { hidden: true })
    expect(head).toBeDefined()
    expect(rows).toHaveLength(table.skills.length)
    expect(screen.queryByText(t('chart.practice'))).toBeNull()
    cleanup()
    await act(async () => void render(<Chances table={table} certified={false} />))
    expect(screen.getByText(t('chart.practice'))).toBeDefined()
  })
})
