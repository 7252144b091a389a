import type { PlanDifference, PlanResult, PlanRun } from '../../domain/scoring'
import { flagsInWords, flagWords } from './flag-words'
import { useNames } from './form/use-names'
import { usePlayWords, type PlayedParts } from './play-words'
import { usePlanText } from './words'

/** Explains the expectations of a test plan, and the results that differ, to people who have never seen the file. */
export function usePlanWords(parts: PlayedParts) {
  const t = usePlanText()
  const { wordFor } = useNames('disposition')
  const { titleOf, chosenWords } = usePlayWords(parts)
  const verdict = (passed: string) => t(passed === 'true' ? 'passed' : 'not-passed')
  const sayDifference = (found: PlanDifference): string => {
    switch (found.what) {
      case 'choice':
        return t('differs.choice', {
          number: found.number,
          choice: chosenWords(undefined, found.choice),
          scene: titleOf(found.scene),
        })
      case 'scene':
        return t('differs.scene', { got: titleOf(found.got), expected: titleOf(found.expected) })
      case 'disposition':
        return t('differs.disposition', {
          got: found.got === '' ? t('still-going') : wordFor(found.got),
          expected: wordFor(found.expected),
        })
      case 'score':
        return found.got === ''
          ? t('differs.no-score', { expected: Number(found.expected) })
          : t('differs.score', { got: Number(found.got), expected: Number(found.expected) })
      case 'passed':
        return t('differs.passed', { got: verdict(found.got), expected: verdict(found.expected) })
      case 'flags':
        return t('differs.flags', {
          got: flagWords(found.got) || t('no-flags'),
          expected: flagWords(found.expected) || t('no-flags'),
        })
    }
  }
  return {
    sayDifferences: ({ differences }: PlanResult): string => differences.map(sayDifference).join(' '),
    sayExpected: ({ expect }: Pick<PlanRun, 'expect'>): string =>
      [
        t('expects.scene', { scene: titleOf(expect.scene) }),
        expect.disposition !== undefined && wordFor(expect.disposition),
        expect.score !== undefined && t('expects.score', { score: expect.score }),
        expect.passed !== undefined && verdict(String(expect.passed)),
        expect.flags !== undefined &&
          expect.flags.length > 0 &&
          t('expects.flags', { flags: flagsInWords(expect.flags) }),
      ]
        .filter((part) => part !== false)
        .join(' · '),
  }
}
