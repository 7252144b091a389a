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

/** Returns a share as whole percent, by the rule of `wholeShare`. */
export const wholePercent = (ratio: number): number => Math.round(wholeShare(ratio) * 100)

/**
 * Returns a score and the mark that it has to reach as percents that can stand side by side: the score reaches the mark
 * exactly if the points do. 2 of 3 points are 67 percent, but miss a mark of 0.67; they are shown as 66.7 beside 67.
 * @param ratio the points, from 0 to 1
 * @param mark from 0 to 1
 * @returns the score in whole percent, or with one decimal where a whole number would deny the verdict; the mark with at
 *   most one decimal
 */
export function scoreBesideMark(ratio: number, mark: number): { score: number; mark: number } {
  const shown = barPercent(mark)
  const reached = ratio >= mark
  const score = [wholePercent(ratio), barPercent(ratio)].find((one) => one >= shown === reached)
  return { score: score ?? (reached ? shown : Math.round(shown * 10 - 1) / 10), mark: shown }
}
