import { describe, expect, it } from 'vitest'
import { DEFAULT_ORGANISATION_SETTINGS, EVERYTHING } from '../../../src/domain/records'
import { groupResultsView } from '../../../src/main/reporting/results'
import type { ResultCounts } from '../../../src/domain/records'
import type { GroupResults } from '../../../src/main/store/group-results'
import { testSystem } from '../helpers'

const counts = (name: string, people: number): ResultCounts => ({
  name,
  people,
  attempts: people * 4,
  attacks: people * 2,
  hits: people,
  legitimate: people * 2,
  falseAlarms: 1,
  critical: 0,
})

const results = (people: number, teams: readonly number[]): GroupResults => ({
  all: counts('', people),
  byCompetency: [{ name: 'reporting', people, earned: 3, possible: 4 }],
  byChannel: [counts('chat', people)],
  byTactic: [],
  byScenario: [counts('bribe', people)],
  byTeam: teams.map((size, i) => counts(`Team ${i}`, size)),
})

const view = (found: GroupResults, privacy: 'named') =>
  groupResultsView(
    {
      system: testSystem(),
      worker: { run: () => Promise.resolve({ ok: true, value: found }) },
      organisation: { settings: () => ({ ...DEFAULT_ORGANISATION_SETTINGS, privacy }) },
      library: { scenario: (file: string) => ({ kind: 'scenario', file, message: 'gone' }) },
    } as unknown as Parameters<typeof groupResultsView>[0],
    EVERYTHING,
  )

describe('groupResultsView', () => {
  it('shows every group in named mode, however small', async () => {
    const shown = await view(results(3, [1, 2]), 'named')
    expect(shown.release).toBeNull()
    expect(shown.all).toMatchObject({ people: 3 })
    expect(shown.byTeam.map(({ counts: c }) => c.people)).toEqual([1, 2])
    expect(shown.byScenario[0]!.title).toEqual({ en: 'bribe' })
  })
})
