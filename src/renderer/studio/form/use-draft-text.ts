import { use, useEffect, useEffectEvent, useRef, useState } from 'react'
import { TypingContext } from './context'

/** After this many milliseconds without a key, the typing becomes an act. */
const PAUSE = 450

/**
 * Holds a text while it is being typed, and makes an act of it when the typing pauses or the field is left.
 * @param kept the text in the document; when it changes from elsewhere, the field follows
 * @param keep makes the act
 * @param pausing false if a pause must not store the text, because half a number is another number
 */
export function useDraftText(kept: string, keep: (text: string) => unknown, { pausing = true } = {}) {
  const typing = use(TypingContext)
  const [written, setWritten] = useState(kept)
  const [known, setKnown] = useState(kept)
  // A change of the document's text, for example by an undo, must not be overwritten by earlier typing: what was typed
  // counts for the text over which it was typed.
  const typed = useRef<{ readonly text: string; readonly over: string }>(undefined)
  if (known !== kept) {
    setKnown(kept)
    setWritten(kept)
  }
  const flush = useEffectEvent(() => {
    const last = typed.current
    typed.current = undefined
    if (last?.over === kept && last.text !== kept) keep(last.text)
  })
  useEffect(() => {
    if (written === kept || !pausing) return undefined
    const timer = setTimeout(() => flush(), PAUSE)
    return () => clearTimeout(timer)
  }, [written, kept, pausing])
  // Somebody else's act may be brought in at any moment. What is being typed becomes an act before that.
  useEffect(() => (pausing ? typing?.(() => flush()) : undefined), [typing, pausing])
  // A field can vanish without being left, for example when somebody selects another scene.
  useEffect(() => () => flush(), [])
  return {
    value: written,
    onChange: (text: string) => {
      typed.current = { text, over: kept }
      setWritten(text)
    },
    onBlur: () => flush(),
  }
}
