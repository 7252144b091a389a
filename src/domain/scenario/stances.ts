/** The stance that a choice expresses. Strategy bots and statistics read it; the trainee never sees it. */
export const STANCES = ['comply', 'refuse', 'verify', 'ask', 'defer', 'care'] as const
export type Stance = (typeof STANCES)[number]
