import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { unwrap } from '../../api'
import { PLACEHOLDER } from '../../../domain/scenario/variants'
import { clockTime } from '../../player/clock'
import { Button, Dialog, Live, Notice } from '../../ui'
import { useMediaText } from '../words'
import { lineRecorder, type RecorderState } from './recorder'
import { MOST_SECONDS, RATE, wavOf } from './wav'
import './recording.css'

const newRecorder = () =>
  lineRecorder({
    open: async () => (await unwrap(window.api.studio.microphone({ open: true }))).allowed,
    close: () => void unwrap(window.api.studio.microphone({ open: false })).catch(() => {}),
    listen: () => navigator.mediaDevices.getUserMedia({ audio: true }),
  })

/** Plays the recording, and knows whether it is playing. */
function usePlayback(samples: Float32Array | undefined) {
  const [playing, setPlaying] = useState(false)
  const stopIt = useRef<() => void>(undefined)
  const stop = () => stopIt.current?.()
  useEffect(() => () => stopIt.current?.(), [samples])
  const play = () => {
    if (!samples) return
    const context = new AudioContext()
    const buffer = context.createBuffer(1, samples.length, RATE)
    buffer.copyToChannel(new Float32Array(samples), 0)
    const source = new AudioBufferSourceNode(context, { buffer })
    source.connect(context.destination)
    const end = () => {
      stopIt.current = undefined
      setPlaying(false)
      void context.close()
    }
    source.addEventListener('ended', end)
    stopIt.current = () => {
      source.removeEventListener('ended', end)
      end()
    }
    setPlaying(true)
    source.start()
  }
  return { playing, play, stop }
}

interface RecordLineDialogProps {
  /** The id of the line, after which the file is named. */
  readonly line: string
  /** The words to read aloud, in each language in which they are written. */
  readonly texts: readonly string[]
  /** The number of languages of the document. All of them hear the one recording. */
  readonly languages: number
  /**
   * Gives the recording to the line.
   * @returns whether that worked
   */
  readonly onUse: (file: File) => Promise<boolean>
  readonly problem: string | undefined
  readonly onClose: () => void
}

/** Records a line with the microphone: start, stop, listen, use it or discard it. */
export default function RecordLineDialog({
  line,
  texts,
  languages,
  onUse,
  problem,
  onClose,
}: RecordLineDialogProps) {
  const t = useMediaText()
  const [recorder] = useState(newRecorder)
  useEffect(() => () => recorder.end(), [recorder])
  const state = useStore(recorder.store)
  const recorded = state.name === 'recorded' ? state : undefined
  const { playing, play, stop } = usePlayback(recorded?.samples)
  const [working, setWorking] = useState(false)
  const use = async () => {
    if (!recorded) return
    stop()
    setWorking(true)
    const file = new File([wavOf(recorded.samples)], `${line}.wav`, { type: 'audio/wav' })
    if (await onUse(file)) onClose()
    else setWorking(false)
  }
  return (
    <Dialog
      title={t('record.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t(recorded ? 'record.discard' : 'cancel')}</Button>
          <Button kind="primary" isDisabled={!recorded || working} onPress={() => void use()}>
            {t('record.use')}
          </Button>
        </>
      }
    >
      <Live urgent>
        {problem !== undefined && <Notice kind="attention">{problem}</Notice>}
        {state.name === 'fault' && <Notice kind="attention">{t(`record.fault.${state.fault}`)}</Notice>}
        {recorded?.silent === true && <Notice kind="attention">{t('record.silent')}</Notice>}
      </Live>
      {languages > 1 && <p>{t('record.languages')}</p>}
      {texts.length > 0 && (
        <div>
          <span className="label">{t('record.read')}</span>
          {/* Words that are the same in two languages are read once. */}
          {[...new Set(texts)].map((text) => (
            <blockquote key={text} className="recording-text">
              {text}
            </blockquote>
          ))}
        </div>
      )}
      <div className="recording" data-state={state.name}>
        <Stand state={state} />
        <div className="row">
          {/* The keyboard stands on what comes next, and never on what would lose the recording. */}
          {recorded && (
            <Button key="listen" autoFocus onPress={playing ? stop : play}>
              {t(playing ? 'record.silence' : 'record.listen')}
            </Button>
          )}
          {state.name === 'recording' ? (
            <Button key="stop" autoFocus onPress={recorder.stop}>
              {t('record.stop')}
            </Button>
          ) : (
            <Button
              key="start"
              isDisabled={state.name === 'opening' || state.name === 'reading' || working}
              onPress={() => {
                stop()
                void recorder.start()
              }}
            >
              {t(recorded ? 'record.again' : 'record.start')}
            </Button>
          )}
        </div>
      </div>
      {texts.some((text) => PLACEHOLDER.test(text)) && <p className="field-hint">{t('record.names')}</p>}
      <p className="field-hint">{t('record.text', { most: clockTime(MOST_SECONDS) })}</p>
    </Dialog>
  )
}

/**
 * Shows the state of the microphone. Screen readers do not read the seconds, because the recording would contain them.
 */
function Stand({ state }: { readonly state: RecorderState }) {
  const t = useMediaText()
  if (state.name === 'recording') {
    return (
      <div className="recording-stand">
        <Live>
          <b className="recording-on">{t('record.on')}</b>
        </Live>
        <span className="mono">
          {t('record.time', { at: clockTime(state.seconds), most: clockTime(MOST_SECONDS) })}
        </span>
        <meter
          className="recording-meter"
          aria-label={t('record.loud')}
          min={0}
          max={1}
          value={Math.min(1, state.loud)}
        />
      </div>
    )
  }
  return (
    <div className="recording-stand">
      <Live>
        {state.name === 'recorded'
          ? t('record.done', { length: clockTime(state.seconds) })
          : t(`record.${state.name === 'fault' ? 'ready' : state.name}`)}
      </Live>
    </div>
  )
}
