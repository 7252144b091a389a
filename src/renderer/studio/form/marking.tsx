/** Shares the selected words in the text of a line, so that they can be marked as a cue. */
import { createContext, use, useMemo, useState, type ReactNode } from 'react'

export interface Selection {
  readonly language: string
  readonly words: string
}

interface MarkingState {
  readonly selection: Selection | undefined
  readonly select: (selection: Selection) => void
}

const MarkingContext = createContext<MarkingState | undefined>(undefined)

/** Surrounds the fields of a line. */
export function Marking({ children }: { readonly children: ReactNode }) {
  const [selection, setSelection] = useState<Selection>()
  const marking = useMemo(() => ({ selection, select: setSelection }), [selection])
  return <MarkingContext value={marking}>{children}</MarkingContext>
}

/** Returns the selection in the text of a line; `undefined` outside of a line's form. */
export const useMarking = (): MarkingState | undefined => use(MarkingContext)
