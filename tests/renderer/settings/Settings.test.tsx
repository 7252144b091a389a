// @vitest-environment happy-dom
import { Suspense } from 'react'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { AppState } from '../../../src/bridge'
import type * as Translate from '../../../src/texts/translate'

// Each area's texts come on their own and late, as on a slow disk.
vi.mock('../../../src/texts/translate', async (original) => {
  const actual = await original<typeof Translate>()
  let asked = 0
  return {
    ...actual,
    loadTexts: async (...args: Parameters<typeof actual.loadTexts>) => {
      asked += 1
      await new Promise((resolve) => setTimeout(resolve, 10 * asked))
      return actual.loadTexts(...args)
    },
  }
})

vi.mock('../../../src/renderer/settings/About', () => ({ default: () => <p>Version 1</p> }))

afterEach(cleanup)

it('shows its sections when all their texts have come, one after the other', async () => {
  const { default: Settings } = await import('../../../src/renderer/settings/Settings')
  const { SECTIONS } = await import('../../../src/renderer/settings/sections')
  const { session } = await import('../../../src/renderer/session/session')
  const faults: unknown[] = []
  vi.spyOn(console, 'error').mockImplementation((fault) => void faults.push(fault))
  act(() =>
    session.setState({
      state: { person: { id: 'p', name: 'Ana Duarte', number: 'E-1', role: 'administrator' } } as AppState,
    }),
  )
  await act(async () => {
    render(
      <Suspense fallback={<p>waiting</p>}>
        <Settings section="about" />
      </Suspense>,
    )
  })
  await waitFor(() => screen.getByText('Version 1'), { timeout: 60_000 })
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toHaveLength(SECTIONS.length)
  expect(faults.map(String).filter((fault) => /update depth/.test(fault))).toEqual([])
})
