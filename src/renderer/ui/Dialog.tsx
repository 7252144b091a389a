import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

export interface DialogProps {
  readonly title: string
  /** Also called on Escape. */
  readonly onClose: () => void
  readonly children: ReactNode
  readonly actions: ReactNode
  /** `alertdialog` is for a question that must be answered. */
  readonly role?: 'dialog' | 'alertdialog'
  /** True for a dialog that is as wide as the window allows, for a picture. */
  readonly wide?: boolean
}

/** A dialog that is open as long as it is rendered. It keeps the focus inside and returns it afterwards. */
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
