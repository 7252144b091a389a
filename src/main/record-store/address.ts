import type { STORE_FAULTS } from '../../bridge/areas/record-store'

export type StoreFault = (typeof STORE_FAULTS)[number]

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost'])

/**
 * Normalises the address of a record store: no slash at the end and no `/statements`. Plain http is only allowed for
 * this computer itself.
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

/** Checks the organisation's own address, to which the accounts in statements belong. An empty text means none. */
export function homePageOf(
  text: string,
): { readonly homePage: string | null } | { readonly fault: StoreFault } {
  if (text.trim() === '') return { homePage: null }
  try {
    const url = new URL(text.trim())
    if (url.protocol === 'https:' && url.username === '' && url.password === '') return { homePage: url.href }
  } catch {
    // The fault is returned below.
  }
  return { fault: 'home-page' }
}
