import { expect, it } from 'vitest'
import { groupHabits } from '../../../../src/renderer/studio/course/habit-groups'

const result = (passed: number, ...tools: string[]) =>
  ({
    habit: { tools, mode: 'first-scene', reply: 'second-shortest' },
    locale: 'en',
    passed,
    right: 0.5,
    short: 2,
  }) as unknown as Parameters<typeof groupHabits>[0][number]

it('puts habits together that differ only in their second tool and get equally far', () => {
  const best = [
    result(0.01, 'call-back'),
    result(0.01, 'call-back', 'escalate'),
    result(0.01, 'call-back', 'forward'),
    result(0.02, 'call-back', 'preserve'),
    result(0.01, 'report', 'forward'),
  ]
  const groups = groupHabits(best, ({ passed }) => `${passed}`)
  expect(groups.map(({ of, seconds }) => [of.passed, ...of.habit.tools.slice(0, 1), seconds])).toEqual([
    [0.01, 'call-back', []],
    [0.01, 'call-back', ['escalate', 'forward']],
    [0.02, 'call-back', ['preserve']],
    [0.01, 'report', ['forward']],
  ])
})
