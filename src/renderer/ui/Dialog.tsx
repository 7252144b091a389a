import { later } from './later'
import type { DialogProps } from './ModalDialog'

const useModalDialog = later(() => import('./ModalDialog'))

/** Open as long as it is rendered; keeps the focus inside and gives it back afterwards. */
export function Dialog(props: DialogProps) {
  const code = useModalDialog(true)
  return code && <code.ModalDialog {...props} />
}
