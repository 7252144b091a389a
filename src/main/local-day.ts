const two = (value: number) => String(value).padStart(2, '0')

/** Returns the calendar day of a moment in this computer's time zone, YYYY-MM-DD. */
export const localDay = (at: Date): string =>
  `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
