import { describe, expect, it } from 'vitest'
import { isWhatItSays, LARGEST_MEDIA } from '../../../../src/domain/scenario/media'
import { loudest, mixed, MOST_SECONDS, RATE, wavOf } from '../../../../src/renderer/studio/recording/wav'

describe('a recording as a file', () => {
  it('is a WAV of the rate at which it was recorded', () => {
    const file = wavOf(Float32Array.of(0, 0.5, -0.5, 1, -1, 7, -7))
    expect(isWhatItSays('line.wav', file)).toBe(true)
    const view = new DataView(file.buffer)
    expect(view.getUint32(4, true)).toBe(file.length - 8)
    expect(view.getUint32(24, true)).toBe(RATE)
    expect(view.getUint32(40, true)).toBe(14)
    const samples = Array.from({ length: 7 }, (_one, i) => view.getInt16(44 + i * 2, true))
    expect(samples).toEqual([0, 16384, -16384, 32767, -32768, 32767, -32768])
  })

  it('may be as long as it is said to be', () => {
    expect(wavOf(new Float32Array(RATE * MOST_SECONDS)).length).toBeLessThan(LARGEST_MEDIA)
  })

  it('has one channel, the mean of those that were recorded', () => {
    const left = Float32Array.of(1, 0.5, 0)
    expect([...mixed([left, Float32Array.of(0, 0.5, -1)])]).toEqual([0.5, 0.5, -0.5])
    expect(mixed([left])).toBe(left)
    expect(mixed([]).length).toBe(0)
  })

  it('is as loud as its loudest sample', () => {
    expect(loudest(Float32Array.of(0.25, -0.75, 0))).toBe(0.75)
    expect(loudest(new Float32Array())).toBe(0)
  })
})
