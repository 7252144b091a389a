import { describe, expect, it } from 'vitest'
import { difficultyOf } from '../../../src/domain/scenario/difficulty'
import { CUE_AMOUNTS, PREMISE_FITS } from '../../../src/domain/scenario/vocabulary'

describe('difficultyOf', () => {
  it('runs from 1 to 5 and grows with either input', () => {
    const rated = CUE_AMOUNTS.map((cues) => PREMISE_FITS.map((premise) => difficultyOf({ cues, premise })))
    expect(rated).toEqual([
      [1, 2, 3],
      [2, 3, 4],
      [3, 4, 5],
    ])
  })
})
