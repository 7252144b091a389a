import { use, useEffect, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { mediaKindOf } from '../../domain/scenario/media'
import type { Media } from '../../domain/scenario/schema'
import { plainText } from '../../domain/scenario/text-language'
import { Button, Dialog } from '../ui'
import { clockTime } from './clock'
import { useMediaUrl } from './host'
import { soundStarted, soundStopped } from './sound'
import { Prose, TextValues } from './Prose'
import { usePlayerText, useScenarioText } from './words'
import './media.css'

interface PartProps {
  /** The address of the file. */
  readonly address: string
  /** A description of the picture, or the words of the sound. */
  readonly words: string
  readonly onGone: () => void
}

function Picture({ address, words, onGone }: PartProps) {
  const t = usePlayerText()
  const [open, setOpen] = useState(false)
  const alternative = plainText(words, use(TextValues))
  return (
    <>
      <AriaButton className="picture" onPress={() => setOpen(true)}>
        <img src={address} alt={alternative} onError={onGone} />
        <span className="picture-more">{t('media.enlarge')}</span>
      </AriaButton>
      {open && (
        <Dialog
          title={t('media.picture')}
          wide
          onClose={() => setOpen(false)}
          actions={
            <Button kind="primary" autoFocus onPress={() => setOpen(false)}>
              {t('media.close')}
            </Button>
          }
        >
          <img className="picture-large" src={address} alt={alternative} />
          {/* For whoever sees badly; a screen reader has just read it. */}
          <div className="muted dense" aria-hidden="true">
            <Prose text={words} />
          </div>
        </Dialog>
      )}
    </>
  )
}

function Sound({ address, words, onGone }: PartProps) {
  const t = usePlayerText()
  const audio = useRef<HTMLAudioElement>(null)
  const [playing, setPlaying] = useState(false)
  const [at, setAt] = useState(0)
  const [length, setLength] = useState(0)

  useEffect(() => {
    const element = audio.current!
    return () => {
      element.pause()
      soundStopped(element)
    }
  }, [])

  const toggle = () => {
    const element = audio.current!
    // A sound that can't be played reports that by an event of its own.
    if (element.paused) element.play().catch(() => {})
    else element.pause()
  }
  return (
    <div className="sound" role="group" aria-label={t('media.sound')}>
      <span className="label">{t('media.heard')}</span>
      <Prose text={words} />
      <div className="sound-control">
        <Button onPress={toggle}>{t(playing ? 'media.pause' : 'media.play')}</Button>
        <input
          type="range"
          min={0}
          max={length}
          step={0.1}
          value={Math.min(at, length)}
          disabled={length === 0}
          aria-label={t('media.position')}
          aria-valuetext={t('media.at', { at: clockTime(at), length: clockTime(length) })}
          onChange={(event) => {
            audio.current!.currentTime = event.target.valueAsNumber
            setAt(event.target.valueAsNumber)
          }}
        />
        <span className="mono small" aria-hidden="true">
          {clockTime(at)} / {clockTime(length)}
        </span>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- its words stand above */}
      <audio
        ref={audio}
        src={address}
        preload="metadata"
        onDurationChange={({ currentTarget: { duration } }) =>
          setLength(Number.isFinite(duration) ? duration : 0)
        }
        onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
        onPlay={({ currentTarget }) => {
          setPlaying(true)
          soundStarted(currentTarget)
        }}
        onPause={({ currentTarget }) => {
          setPlaying(false)
          soundStopped(currentTarget)
        }}
        onError={onGone}
      />
    </div>
  )
}

/** Shows a picture or sound of a beat. If it is gone or has changed, its words are shown instead. */
export function MediaView({ media }: { readonly media: Media }) {
  const t = usePlayerText()
  const words = useScenarioText()(media.words)
  const mediaUrl = useMediaUrl()
  const [gone, setGone] = useState(false)
  const { file, sha256 } = media
  const kind = mediaKindOf(file)?.kind ?? 'picture'
  if (gone || sha256 === undefined) {
    return (
      <div className="media-gone">
        <p className="muted small">{t(`media.gone.${kind}`)}</p>
        <Prose text={words} />
      </div>
    )
  }
  const Part = kind === 'picture' ? Picture : Sound
  return <Part address={mediaUrl({ file, sha256 })} words={words} onGone={() => setGone(true)} />
}
