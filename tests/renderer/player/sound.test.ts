// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  followVoices,
  mute,
  sound,
  soundStarted,
  soundStopped,
  stopSound,
} from '../../../src/renderer/player/sound'

const media = () => ({ pause: vi.fn() }) as unknown as HTMLMediaElement & { pause: ReturnType<typeof vi.fn> }
const START = sound.getState()

afterEach(() => {
  sound.setState(START, true)
  vi.unstubAllGlobals()
})

describe('sounds', () => {
  it('play one at a time', () => {
    const [one, other] = [media(), media()]
    soundStarted(one)
    soundStarted(one)
    expect(one.pause).not.toHaveBeenCalled()
    soundStarted(other)
    expect(one.pause).toHaveBeenCalledOnce()
    // The first sound reports late that it has stopped; the second one plays on and can be stopped.
    soundStopped(one)
    expect(sound.getState().playing).toBe(other)
    stopSound()
    expect(other.pause).toHaveBeenCalledOnce()
    soundStopped(other)
    stopSound()
    expect(other.pause).toHaveBeenCalledOnce()
    expect(sound.getState().playing).toBeUndefined()
  })

  it('tell whoever listens only what concerns them', () => {
    const heard = vi.fn()
    const stop = sound.subscribe(({ muted }, before) => muted !== before.muted && heard(muted))
    soundStarted(media())
    expect(heard).not.toHaveBeenCalled()
    mute(true)
    expect(heard).toHaveBeenCalledExactlyOnceWith(true)
    stop()
  })
})

describe('voices', () => {
  it('come when the system knows them, and are followed until nobody listens', () => {
    const system = Object.assign(new EventTarget(), { all: [] as string[], getVoices: () => system.all })
    vi.stubGlobal('speechSynthesis', system)
    const stop = followVoices()
    expect(sound.getState().voices).toEqual([])
    system.all = ['Alice']
    system.dispatchEvent(new Event('voiceschanged'))
    expect(sound.getState().voices).toEqual(['Alice'])
    stop()
    system.all = ['Alice', 'Bob']
    system.dispatchEvent(new Event('voiceschanged'))
    expect(sound.getState().voices).toEqual(['Alice'])
    // Voices that arrive while nobody listens are there for the next call.
    followVoices()()
    expect(sound.getState().voices).toEqual(['Alice', 'Bob'])
  })
})
