/**
 * Rounds a share to whole hundredths for display. A share below 1 never becomes 1, although 4,999 of 5,000 would round
 * to 100 percent.
 * @param ratio from 0 to 1
 * @returns a ratio from 0 to 1
 */
export const wholeShare = (ratio: number): number =>
  ratio < 1 ? Math.min(0.99, Math.round(ratio * 100) / 100) : 1
