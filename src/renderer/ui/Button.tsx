import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly kind?: 'quiet' | 'primary' | 'link'
  readonly big?: boolean
  readonly className?: string
  readonly children: ReactNode
}

export function Button({ kind = 'quiet', big = false, className = '', ...rest }: ButtonProps) {
  const look = [kind === 'quiet' ? '' : `button-${kind}`, big ? 'button-big' : '', className]
  return <AriaButton {...rest} className={['button', ...look].filter(Boolean).join(' ')} />
}
