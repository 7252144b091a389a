import { useEffect, useRef, type ReactNode } from 'react'

/** The first heading of a screen. It gets the focus when the screen appears, so that a screen reader starts there. */
export function ScreenTitle({
  title,
  className,
  children,
}: {
  /** The window's title, which the heading also shows unless it has children. */
  readonly title: string
  readonly className?: string
  readonly children?: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    document.title = `${title} · Hold the Line`
  }, [title])
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children ?? title}
    </h1>
  )
}
