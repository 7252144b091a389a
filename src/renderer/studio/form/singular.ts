/** Returns the name of a single entry of a list; words and choices for the entry are found under it. */
export const singular = (name: string): string =>
  name === 'modules' || name === 'practice' ? 'scenario' : name === 'cues' ? 'cue' : name
