import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** After this many milliseconds without a key, the typing becomes an act. */
const PAUSE = 450

/**
 * Holds a text while it is being typed, and makes an act of it when the typing pauses or the field is left.
 * @param kept the text in the document; when it changes from elsewhere, the field follows
 * @param keep makes the act
 * @param pausing false if a pause must not store the text, because half a number is another number
 */
export function useDraftText(kept: string, keep: (text: string) => unknown, { pausing = true } = {}) {
  const [written, setWritten] = useState(kept)
  const [known, setKnown] = useState(kept)
  const typed = useRef<string>(undefined)
  if (known !== kept) {
    setKnown(kept)
    setWritten(kept)
  }
  // A change of the document's text, for example by an undo, must not be overwritten by earlier typing.
  useEffect(() => {
    typed.current = undefined
  }, [kept])
  const flush = useEffectEvent(() => {
    const text = typed.current
    typed.current = undefined
    if (text !== undefined && text !== kept) keep(text)
  })
  useEffect(() => {
    if (written === kept || !pausing) return undefined
    const timer = setTimeout(() => flush(), PAUSE)
    return () => clearTimeout(timer)
  }, [written, kept, pausing])
  // A field can vanish without being left, for example when somebody selects another scene.
  useEffect(() => () => flush(), [])
  return {
    value: written,
    onChange: (text: string) => {
      typed.current = text
      setWritten(text)
    },
    onBlur: () => flush(),
  }
}
