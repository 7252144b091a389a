import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** Milliseconds without a key after which what was typed is an act. */
const PAUSE = 450

/**
 * What is being typed, which becomes an act when the typing pauses or the field is left.
 * @param pausing whether a pause is enough: half a number is another number
 * @param kept what the document says; when that changes from elsewhere the field follows
 */
export function useDraftText(kept: string, keep: (text: string) => unknown, { pausing = true } = {}) {
  const [written, setWritten] = useState(kept)
  const [known, setKnown] = useState(kept)
  const typed = useRef<string>(undefined)
  if (known !== kept) {
    setKnown(kept)
    setWritten(kept)
  }
  // What was typed before somebody undid it, say, is not written over what came of that.
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
  // Whoever goes to another scene at once has typed it all the same.
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
