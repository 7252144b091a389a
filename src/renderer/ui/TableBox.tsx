import type { ReactNode } from 'react'

interface TableBoxProps {
  readonly label: string
  /**
   * True under a heading of the same words. The box is then a group, because a second landmark of that name would be of
   * no use.
   */
  readonly underHeading?: boolean
  readonly children: ReactNode
}

/** A table that scrolls sideways in a narrow window, so it must be reachable by keyboard. */
export function TableBox({ label, underHeading = false, children }: TableBoxProps) {
  const Box = underHeading ? 'div' : 'section'
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <Box className="table" role={underHeading ? 'group' : undefined} aria-label={label} tabIndex={0}>
      <table>{children}</table>
    </Box>
  )
}
