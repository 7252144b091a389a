export type AddressFault = 'not-an-address' | 'not-https' | 'with-credentials' | 'with-query'

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost'])

/**
 * The address of a record store, as it is used: without a slash at its end, and without `/statements`.
 * Plain http is for this computer itself alone.
 */
export function storeAddress(text: string): { readonly address: string } | { readonly fault: AddressFault } {
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
