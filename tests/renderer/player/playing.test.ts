import { describe, expect, it, vi } from 'vitest'
import { soundStarted, soundStopped, stopSound } from '../../../src/renderer/player/playing'

const sound = () => ({ pause: vi.fn() }) as unknown as HTMLMediaElement & { pause: ReturnType<typeof vi.fn> }

describe('sounds', () => {
  it('play one at a time', () => {
    const [one, other] = [sound(), sound()]
    soundStarted(one)
    soundStarted(one)
    expect(one.pause).not.toHaveBeenCalled()
    soundStarted(other)
    expect(one.pause).toHaveBeenCalledOnce()
    // The first one tells late that it has stopped; the other one plays on and can be stopped.
    soundStopped(one)
    stopSound()
    expect(other.pause).toHaveBeenCalledOnce()
    soundStopped(other)
    stopSound()
    expect(other.pause).toHaveBeenCalledOnce()
  })
})
