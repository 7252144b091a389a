/**
 * Writes a colour profile of sRGB in the format ICC.1:2010 (version 4.3), from IEC 61966-2-1 with a white point of D50.
 */

const fixed = (value: number): number[] => word(Math.round(value * 65536))
const word = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255)
const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0))
const padded = (bytes: readonly number[]): number[] => [
  ...bytes,
  ...Array<number>((4 - (bytes.length % 4)) % 4).fill(0),
]

const xyz = (...values: readonly number[]): number[] => [
  ...ascii('XYZ '),
  ...word(0),
  ...values.flatMap(fixed),
]

/** Encodes an English text as a tag of type `mluc`, in UTF-16. */
const text = (value: string): number[] => [
  ...ascii('mluc'),
  ...word(0),
  ...word(1),
  ...word(12),
  ...ascii('enUS'),
  ...word(value.length * 2),
  ...word(28),
  ...[...value].flatMap((character) => [0, character.charCodeAt(0)]),
]

/** Y = ((a X + b) for X ≥ d)^g, else c X: the curve of IEC 61966-2-1. */
const CURVE = [
  ...ascii('para'),
  ...word(0),
  0,
  3,
  0,
  0,
  ...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].flatMap(fixed),
]

/** The Bradford adaptation from D65 to D50. */
const ADAPTATION = [
  ...ascii('sf32'),
  ...word(0),
  ...[1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168].flatMap(fixed),
]

/** 1 January 2026, midnight: two bytes each for year, month, day, hour, minute and second. */
const DAY = [7, 234, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]

/** Returns the bytes of an sRGB profile. A PDF contains it to define the meaning of its RGB values. */
export function srgbProfile(): Uint8Array {
  const tags: readonly (readonly [string, number[]])[] = [
    ['desc', text('sRGB')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['chad', ADAPTATION],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', CURVE],
    ['gTRC', CURVE],
    ['bTRC', CURVE],
  ]
  const table: number[] = [...word(tags.length)]
  const data: number[] = []
  const begin = 128 + 4 + tags.length * 12
  for (const [name, bytes] of tags) {
    table.push(...ascii(name), ...word(begin + data.length), ...word(bytes.length))
    data.push(...padded(bytes))
  }
  const header = [
    ...word(begin + data.length),
    ...word(0),
    ...word(0x04300000),
    ...ascii('mntrRGB XYZ '),
    ...DAY,
    ...ascii('acsp'),
    ...word(0),
    ...word(0),
    ...word(0),
    ...word(0),
    ...word(0),
    ...word(0),
    // The rendering intent is perceptual, under D50.
    ...word(0),
    ...[0.9642, 1, 0.8249].flatMap(fixed),
    ...Array<number>(48).fill(0),
  ]
  return Uint8Array.from([...header, ...table, ...data])
}
