import { createStore } from 'zustand/vanilla'
import { loudest, mixed, MOST_SECONDS, RATE } from './wav'

/** The reasons why nothing can be recorded. */
export type RecorderFault = 'refused' | 'system' | 'none' | 'busy' | 'failed'

export type RecorderState =
  | { readonly name: 'ready' }
  /** The microphone is being opened. */
  | { readonly name: 'opening' }
  | { readonly name: 'recording'; readonly seconds: number; readonly loud: number }
  /** The recording is being decoded. */
  | { readonly name: 'reading' }
  | {
      readonly name: 'recorded'
      readonly samples: Float32Array
      readonly seconds: number
      readonly silent: boolean
    }
  | { readonly name: 'fault'; readonly fault: RecorderFault }

/** The seconds and the loudness are shown this often, in milliseconds. */
const TICK = 100
/** A recording whose loudest sample is below this has no voice in it. */
const SILENCE = 0.01

/** The functions of the page and of main that the recorder needs. */
export interface RecorderParts {
  /**
   * Asks main for the microphone.
   * @returns false if the system does not let the program use one
   */
  readonly open: () => Promise<boolean>
  readonly close: () => void
  /** Opens the microphone. @throws the error of the browser */
  readonly listen: () => Promise<MediaStream>
}

const FAULTS: Readonly<Record<string, RecorderFault>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
}

/** Tells why the browser gave no microphone. */
export const faultOf = (error: unknown): RecorderFault =>
  FAULTS[error instanceof Error || error instanceof DOMException ? error.name : ''] ?? 'failed'

/** Returns the samples of a browser's recording, in one channel. */
async function samplesOf(recorded: Blob): Promise<Float32Array> {
  // Decoding converts every recording to this rate.
  const audio = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await recorded.arrayBuffer())
  const channels = Array.from({ length: audio.numberOfChannels }, (_one, i) => audio.getChannelData(i))
  return mixed(channels).slice(0, MOST_SECONDS * RATE)
}

/** Records one line. The microphone is open from `start` to `stop` and at no other time. */
export function lineRecorder({ open, close, listen }: RecorderParts) {
  const store = createStore<RecorderState>(() => ({ name: 'ready' }))
  const show = (state: RecorderState) => store.setState(state, true)
  let running: { readonly end: () => void; readonly recorder: MediaRecorder } | undefined
  let ended = false

  const fail = (fault: RecorderFault) => {
    close()
    if (!ended) show({ name: 'fault', fault })
  }

  async function keep(recorded: Blob): Promise<void> {
    try {
      const samples = await samplesOf(recorded)
      const silent = loudest(samples) < SILENCE
      if (!ended) show({ name: 'recorded', samples, seconds: samples.length / RATE, silent })
    } catch {
      fail('failed')
    }
  }

  function run(stream: MediaStream): void {
    const recorder = new MediaRecorder(stream)
    const context = new AudioContext()
    const analyser = context.createAnalyser()
    context.createMediaStreamSource(stream).connect(analyser)
    const heard = new Float32Array(analyser.fftSize)
    const began = performance.now()
    const pieces: Blob[] = []
    const look = setInterval(() => {
      const seconds = (performance.now() - began) / 1000
      analyser.getFloatTimeDomainData(heard)
      show({ name: 'recording', seconds, loud: loudest(heard) })
      if (seconds >= MOST_SECONDS) stop()
    }, TICK)
    const end = () => {
      clearInterval(look)
      for (const track of stream.getTracks()) track.stop()
      void context.close()
      close()
    }
    recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data))
    recorder.addEventListener('stop', () => {
      end()
      if (ended) return
      show({ name: 'reading' })
      void keep(new Blob(pieces))
    })
    // If the microphone is unplugged, the recording up to then is kept.
    stream.getAudioTracks()[0]?.addEventListener('ended', stop)
    running = { end, recorder }
    show({ name: 'recording', seconds: 0, loud: 0 })
    recorder.start()
  }

  function stop(): void {
    const { recorder } = running ?? {}
    running = undefined
    if (recorder && recorder.state !== 'inactive') recorder.stop()
  }

  return {
    store,
    start: async () => {
      ended = false
      show({ name: 'opening' })
      try {
        if (!(await open())) {
          fail('system')
          return
        }
        const stream = await listen()
        if (ended) {
          for (const track of stream.getTracks()) track.stop()
          close()
        } else run(stream)
      } catch (error) {
        fail(faultOf(error))
      }
    },
    stop,
    /** Forgets the recording. */
    again: () => show({ name: 'ready' }),
    /** Ends everything and keeps nothing. */
    end: () => {
      ended = true
      const { end, recorder } = running ?? {}
      running = undefined
      if (recorder && recorder.state !== 'inactive') recorder.stop()
      else close()
      end?.()
      show({ name: 'ready' })
    },
  }
}

export type LineRecorder = ReturnType<typeof lineRecorder>
