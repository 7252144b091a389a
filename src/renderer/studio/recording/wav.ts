/** Makes sound files that the program can play: 16 bits, one channel. */

/** The number of samples in a second, enough for every sound of speech. */
export const RATE = 24_000
/** A minute and a half takes 4.3 MB; a file may have 5. */
export const MOST_SECONDS = 90

const HEAD = 44

/** Mixes the channels of a recording into one. */
export function mixed(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(), ...more] = channels
  if (more.length === 0) return first
  return first.map((sample, i) => more.reduce((sum, one) => sum + (one[i] ?? 0), sample) / channels.length)
}

/** Returns how loud the loudest sample is, from 0 to 1. */
export const loudest = (samples: Float32Array): number =>
  samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)

/**
 * Writes a WAV file.
 * @param samples from -1 to 1; values beyond are cut off
 */
export function wavOf(samples: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD + samples.length * 2)
  const view = new DataView(bytes.buffer)
  const letters = (at: number, text: string) => {
    for (let i = 0; i < text.length; i += 1) view.setUint8(at + i, text.charCodeAt(i))
  }
  letters(0, 'RIFF')
  view.setUint32(4, bytes.length - 8, true)
  letters(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, RATE, true)
  view.setUint32(28, RATE * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  letters(36, 'data')
  view.setUint32(40, samples.length * 2, true)
  samples.forEach((sample, i) => {
    const cut = Math.max(-1, Math.min(1, sample))
    view.setInt16(HEAD + i * 2, Math.round(cut * (cut < 0 ? 0x8000 : 0x7fff)), true)
  })
  return bytes
}
