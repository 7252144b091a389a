export const peopleEn = {
  title: 'People',
  empty: 'Nobody but you is here yet. People appear once they join, are added, or come with a roster file.',
} as const
