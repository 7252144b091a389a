import type { Api } from '../src/bridge'

declare global {
  /** Declares the API that preload gives the page, for tests that look at the page from outside the renderer. */
  interface Window {
    readonly api: Api
  }
}
