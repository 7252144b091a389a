import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

export interface DialogProps {
  readonly title: string
  /** Called on Escape as well. */
  readonly onClose: () => void
  readonly children: ReactNode
  readonly actions: ReactNode
  /** For a question that must be answered: `alertdialog`. */
  readonly role?: 'dialog' | 'alertdialog'
  /** As wide as the window lets it be, for a picture. */
  readonly wide?: boolean
}

/** Open as long as it is rendered; keeps the focus inside and gives it back afterwards. */
export function Dialog({ title, onClose, children, actions, role = 'dialog', wide = false }: DialogProps) {
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && onClose()}>
      <Modal className={wide ? 'dialog dialog-wide' : 'dialog'}>
        <AriaDialog role={role}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div className="dialog-body">{children}</div>
          <div className="dialog-actions">{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
