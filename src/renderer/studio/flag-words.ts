/** Shows the name of a flag as words. Authors write it as an id, with hyphens. */
export const flagWords = (flag: string): string => flag.replaceAll('-', ' ')

export const flagsInWords = (flags: readonly string[]): string => flags.map(flagWords).join(', ')
