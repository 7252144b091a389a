import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { faultOf, lineRecorder } from '../../../../src/renderer/studio/recording/recorder'

/** A browser with a microphone that hears these samples. */
function browser(heard: Float32Array) {
  const tracks = [{ stop: vi.fn(), addEventListener: () => {} }]
  const stream = { getTracks: () => tracks, getAudioTracks: () => tracks } as unknown as MediaStream
  class Recorder extends EventTarget {
    state = 'inactive'
    start() {
      this.state = 'recording'
    }
    stop() {
      this.state = 'inactive'
      this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob(['x']) }))
      this.dispatchEvent(new Event('stop'))
    }
  }
  class Context {
    createAnalyser = () => ({ fftSize: 4, getFloatTimeDomainData: (into: Float32Array) => into.fill(0.4) })
    createMediaStreamSource = () => ({ connect: () => {} })
    close = () => Promise.resolve()
    decodeAudioData = () => Promise.resolve({ numberOfChannels: 1, getChannelData: () => heard })
  }
  vi.stubGlobal('MediaRecorder', Recorder)
  vi.stubGlobal('AudioContext', Context)
  vi.stubGlobal('OfflineAudioContext', Context)
  return { stream, released: () => tracks[0]!.stop.mock.calls.length > 0 }
}

const failing = (name: string) => () => Promise.reject(new DOMException('no', name))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function recorderOn(heard = Float32Array.of(0.5, -0.5)) {
  const { stream, released } = browser(heard)
  const calls: string[] = []
  const made = lineRecorder({
    open: () => {
      calls.push('open')
      return Promise.resolve(true)
    },
    close: () => void calls.push('close'),
    listen: () => Promise.resolve(stream),
  })
  return { ...made, stream, released, calls, state: () => made.store.getState() }
}

describe('recording a line', () => {
  it('has the microphone from start to stop alone, and keeps what was said', async () => {
    const { start, stop, state, calls, released } = recorderOn()
    expect([state().name, calls]).toEqual(['ready', []])
    await start()
    expect([state().name, calls]).toEqual(['recording', ['open']])
    vi.advanceTimersByTime(1000)
    expect(state()).toMatchObject({ name: 'recording', loud: expect.closeTo(0.4, 5) })
    stop()
    expect([released(), calls]).toEqual([true, ['open', 'close']])
    await vi.waitFor(() => expect(state().name).toBe('recorded'), 60_000)
    expect(state()).toMatchObject({ samples: Float32Array.of(0.5, -0.5), silent: false })
  })

  it('says so where nothing can be heard', async () => {
    const { start, stop, state } = recorderOn(new Float32Array(100))
    await start()
    stop()
    await vi.waitFor(() => expect(state()).toMatchObject({ name: 'recorded', silent: true }), 60_000)
  })

  it('ends by itself after the longest time', async () => {
    const { start, state, released } = recorderOn()
    await start()
    vi.advanceTimersByTime(91_000)
    expect(released()).toBe(true)
    await vi.waitFor(() => expect(state().name).toBe('recorded'), 60_000)
  })

  it('lets the microphone go, and keeps nothing, where the dialog is closed meanwhile', async () => {
    const { start, end, state, released, calls } = recorderOn()
    await start()
    end()
    expect([released(), state().name, calls.at(-1)]).toEqual([true, 'ready', 'close'])
    await vi.advanceTimersByTimeAsync(1000)
    expect(state().name).toBe('ready')
  })

  it('lets a microphone go that was given after the dialog was closed', async () => {
    const { stream, released } = browser(new Float32Array())
    let give = (_stream: MediaStream) => {}
    const given = new Promise<MediaStream>((resolve) => (give = resolve))
    const made = lineRecorder({ open: () => Promise.resolve(true), close: () => {}, listen: () => given })
    const started = made.start()
    await Promise.resolve()
    made.end()
    give(stream)
    await started
    expect([released(), made.store.getState().name]).toEqual([true, 'ready'])
  })

  it.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'none'],
    ['NotReadableError', 'busy'],
    ['EncodingError', 'failed'],
  ] as const)('says why it can’t: %s', async (name, fault) => {
    const close = vi.fn()
    const { start, store } = lineRecorder({
      open: () => Promise.resolve(true),
      close,
      listen: failing(name),
    })
    await start()
    expect(store.getState()).toEqual({ name: 'fault', fault })
    expect(close).toHaveBeenCalled()
  })

  it('does not ask the browser where the system refuses', async () => {
    const listen = vi.fn(failing('NotAllowedError'))
    const { start, store } = lineRecorder({ open: () => Promise.resolve(false), close: () => {}, listen })
    await start()
    expect(store.getState()).toEqual({ name: 'fault', fault: 'system' })
    expect(listen).not.toHaveBeenCalled()
  })

  it('calls what is no error of the browser a failure', () => {
    expect([faultOf('x'), faultOf(undefined), faultOf(new Error('x'))]).toEqual([
      'failed',
      'failed',
      'failed',
    ])
  })
})
