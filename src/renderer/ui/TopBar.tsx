import type { ReactNode } from 'react'

function Brand() {
  return (
    <span className="brand">
      <svg className="brand-mark" viewBox="0 0 22 8" aria-hidden="true">
        <rect x="0" y="3" width="22" height="2" />
        <circle cx="11" cy="4" r="4" />
      </svg>
      <span>Hold the Line</span>
    </span>
  )
}

export function TopBar({ children }: { readonly children?: ReactNode }) {
  return (
    <header className="top-bar">
      <Brand />
      {children}
    </header>
  )
}
