/** What is selected in the text of a line, so that it can be marked as a cue. */
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

/** Around the fields of a line. */
export function Marking({ children }: { readonly children: ReactNode }) {
  const [selection, setSelection] = useState<Selection>()
  const marking = useMemo(() => ({ selection, select: setSelection }), [selection])
  return <MarkingContext value={marking}>{children}</MarkingContext>
}

/** Where the text of a line tells what is selected in it; `undefined` elsewhere. */
export const useMarking = (): MarkingState | undefined => use(MarkingContext)
