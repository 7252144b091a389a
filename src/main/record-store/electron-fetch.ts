import { session, type Session } from 'electron'
import type { Fetch } from './http'

let own: Session | undefined

/** Counts the requests to each address. The session lets out no others. */
const asked = new Map<string, number>()

/**
 * Makes a session of its own in memory. It uses the system's proxies and certificates, and keeps no cookies and no
 * cache.
 */
function recordStoreSession(): Session {
  if (own) return own
  own = session.fromPartition('record-store', { cache: false })
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  own.setPermissionCheckHandler(() => false)
  own.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !asked.has(details.url) }))
  return own
}

/**
 * Sends requests to the record store through Chromium's network, separate from the window's session, which has none.
 */
export const electronFetch: Fetch = async (url, init) => {
  // The session sees the address in the form that Chromium gives it.
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
