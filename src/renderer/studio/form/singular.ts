/** What one of a list is called by the fields that choose from elsewhere. */
export const singular = (name: string): string =>
  name === 'modules' || name === 'practice' ? 'scenario' : name === 'cues' ? 'cue' : name
