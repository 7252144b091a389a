import { later } from './later'
import type { DialogProps } from './Dialog'

const useDialog = later(() => import('./Dialog'))

/** A dialog for the first pages, whose code is loaded when it opens. */
export function LaterDialog(props: DialogProps) {
  const code = useDialog(true)
  return code && <code.Dialog {...props} />
}
