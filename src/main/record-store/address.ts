import type { STORE_FAULTS } from '../../bridge/areas/record-store'

export type StoreFault = (typeof STORE_FAULTS)[number]

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost'])

/**
 * The address of a record store, as it is used: without a slash at its end, and without `/statements`.
 * Plain http is for this computer itself alone.
 */
export function storeAddress(text: string): { readonly address: string } | { readonly fault: StoreFault } {
  let url: URL
  try {
    url = new URL(text.trim())
  } catch {
    return { fault: 'not-an-address' }
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { fault: 'not-an-address' }
  if (url.username !== '' || url.password !== '') return { fault: 'with-credentials' }
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname)) return { fault: 'not-https' }
  if (url.search !== '' || url.hash !== '') return { fault: 'with-query' }
  const path = url.pathname.replace(/\/+$/, '').replace(/\/statements$/, '')
  return { address: url.origin + path }
}

/** The organisation's own address, to which the accounts in the statements belong; empty for none. */
export function homePageOf(
  text: string,
): { readonly homePage: string | null } | { readonly fault: StoreFault } {
  if (text.trim() === '') return { homePage: null }
  try {
    const url = new URL(text.trim())
    if (url.protocol === 'https:' && url.username === '' && url.password === '') return { homePage: url.href }
  } catch {
    // Told below.
  }
  return { fault: 'home-page' }
}
