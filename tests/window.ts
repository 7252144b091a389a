import type { Api } from '../src/bridge'

declare global {
  /** What preload gives the page, for tests that look at it from outside the renderer. */
  interface Window {
    readonly api: Api
  }
}
