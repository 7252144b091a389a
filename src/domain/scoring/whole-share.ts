/**
 * A share in whole hundredths, as it is shown: what is not all is never said to be all, although 4,999 of 5,000 round
 * to 100 percent.
 * @param ratio from 0 to 1
 * @returns a ratio again, from 0 to 1
 */
export const wholeShare = (ratio: number): number =>
  ratio < 1 ? Math.min(0.99, Math.round(ratio * 100) / 100) : 1
