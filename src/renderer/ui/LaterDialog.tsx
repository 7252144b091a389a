import { later } from './later'
import type { DialogProps } from './Dialog'

const useDialog = later(() => import('./Dialog'))

/** A dialog of the pages that come first, whose code is read when it opens. */
export function LaterDialog(props: DialogProps) {
  const code = useDialog(true)
  return code && <code.Dialog {...props} />
}
