/**
 * Rounds a share to whole hundredths for display. A share below 1 never becomes 1, although 4,999 of 5,000 would round
 * to 100 percent.
 * @param ratio from 0 to 1
 * @returns a ratio from 0 to 1
 */
export const wholeShare = (ratio: number): number =>
  ratio < 1 ? Math.min(0.99, Math.round(ratio * 100) / 100) : 1

/**
 * Converts a bar of a rule to percent with at most one decimal. A whole number would ask for more than the rule does:
 * 7 of 8 pass a bar of 0.875, but are no 88 percent. A share below 1 never becomes all, nor one above 0 nothing.
 * @param share from 0 to 1
 */
export function barPercent(share: number): number {
  const percent = Math.round(share * 1000) / 10
  if (share > 0 && percent === 0) return 0.1
  return share < 1 ? Math.min(99.9, percent) : percent
}
