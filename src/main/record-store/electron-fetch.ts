import { session, type Session } from 'electron'
import type { Fetch } from './http'

let own: Session | undefined

/** Addresses that are being asked at this moment; the session lets nothing else out. */
const asked = new Map<string, number>()

/** A session of its own, in memory: the system's proxies and certificates, no cookies kept, no cache. */
function recordStoreSession(): Session {
  if (own) return own
  own = session.fromPartition('record-store', { cache: false })
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  own.setPermissionCheckHandler(() => false)
  own.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !asked.has(details.url) }))
  return own
}

/** Requests to the record store by Chromium's network, apart from the window's session, which has none. */
export const electronFetch: Fetch = async (url, init) => {
  // As Chromium writes it, in which form the session sees it.
  const { href } = new URL(url)
  asked.set(href, (asked.get(href) ?? 0) + 1)
  try {
    return await recordStoreSession().fetch(href, { ...init, bypassCustomProtocolHandlers: true })
  } finally {
    const left = (asked.get(href) ?? 1) - 1
    if (left > 0) asked.set(href, left)
    else asked.delete(href)
  }
}
