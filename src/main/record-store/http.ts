/** Sends one request to a record store and interprets the answer. It knows nothing of the queue. */

import type { STORE_PROBLEMS } from '../../bridge/areas/record-store'

/** The part of `fetch` that is used: Electron's in the application, Node's in tests. */
export type Fetch = (
  url: string,
  init: {
    method: string
    headers: Record<string, string>
    body?: string
    redirect: 'error'
    credentials: 'omit'
    cache: 'no-store'
    signal: AbortSignal
  },
) => Promise<Response>

export interface Connection {
  readonly address: string
  /** The value of the header `Authorization`. */
  readonly authorization: string
}

/** Explains why nothing could be delivered. */
export interface Problem {
  readonly code: (typeof STORE_PROBLEMS)[number]
  /** The exact observation, for the people who run the record store. */
  readonly detail: string
}

export type Answer =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly body: string
      readonly retryAfterMs: number | null
    }
  | { readonly kind: 'problem'; readonly problem: Problem }

export const VERSION = '1.0.3'
const LONGEST_ANSWER = 4 * 1024 * 1024
const LONGEST_WAIT_MS = 24 * 3_600_000

/**
 * Reads a `Retry-After` header, which holds seconds or a date.
 * @param clocks the times of the answer by our clock and by the store's. One of them may be wrong; the shorter wait
 *   counts
 * @returns milliseconds from now, a day at most; `null` when there is none or it can't be read
 */
export function retryAfterMs(header: string | null, ...clocks: readonly Date[]): number | null {
  const text = header?.trim() ?? ''
  if (text === '') return null
  if (/^\d+$/.test(text)) return Math.min(LONGEST_WAIT_MS, Number(text) * 1000)
  const until = Date.parse(text)
  if (Number.isNaN(until)) return null
  const waits = clocks.map((clock) => until - clock.getTime()).filter((ms) => ms > 0)
  return waits.length === 0 ? 0 : Math.min(LONGEST_WAIT_MS, ...waits)
}

async function bodyOf(response: Response): Promise<string> {
  const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined
  if (!reader) return ''
  const parts: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > LONGEST_ANSWER) {
      await reader.cancel()
      break
    }
    parts.push(value)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Joins the messages of an error and of its causes. Node wraps the real cause; Electron uses Chromium's names. */
function wordsOf(error: unknown): string {
  const words: string[] = []
  for (let at = error; at instanceof Error && words.length < 5; at = at.cause) {
    const { code } = at as { code?: unknown }
    words.push(typeof code === 'string' ? `${at.message} (${code})` : at.message)
  }
  return words.join(': ')
}

function problemOf(error: unknown): Problem {
  const detail = wordsOf(error)
  if (error instanceof Error && /^(TimeoutError|AbortError)$/.test(error.name))
    return { code: 'slow', detail }
  if (/redirect/i.test(detail)) return { code: 'redirect', detail }
  if (/ERR_(CERT|SSL|TLS)|CERT_|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|certificate|EPROTO/i.test(detail))
    return { code: 'certificate', detail }
  if (/PROXY|TUNNEL/i.test(detail)) return { code: 'proxy', detail }
  return { code: 'unreachable', detail }
}

export interface AskOptions {
  readonly timeoutMs: number
  readonly now: () => Date
  /** Ends the request, for example when the program ends. */
  readonly signal?: AbortSignal
}

/** Runs a request and ends it when it has taken too long or `signal` is raised, even if the network does not notice. */
async function within<T>(
  { timeoutMs, signal }: AskOptions,
  request: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController()
  let end: ((name: string, message: string) => void) | undefined
  const ended = new Promise<never>((_resolve, reject) => {
    end = (name, message) => {
      reject(Object.assign(new Error(message), { name }))
      abort.abort()
    }
  })
  const onEnd = () => end?.('AbortError', 'The program ends.')
  signal?.addEventListener('abort', onEnd)
  // The time limit covers reading the whole answer, not only its beginning.
  const timer = setTimeout(
    () => end?.('TimeoutError', `No answer within ${Math.round(timeoutMs / 1000)} s.`),
    timeoutMs,
  )
  try {
    return await Promise.race([request(abort.signal), ended])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onEnd)
  }
}

/** Sends one request. It never throws: a failure to reach the store is an answer, too. */
export async function ask(
  fetch: Fetch,
  connection: Connection,
  path: string,
  options: AskOptions & { readonly post?: string },
): Promise<Answer> {
  const { post, now } = options
  try {
    return await within(options, async (signal): Promise<Answer> => {
      const response = await fetch(connection.address + path, {
        method: post === undefined ? 'GET' : 'POST',
        headers: {
          Authorization: connection.authorization,
          'X-Experience-API-Version': VERSION,
          Accept: 'application/json',
          ...(post !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(post !== undefined && { body: post }),
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        signal,
      })
      return {
        kind: 'answered',
        status: response.status,
        body: await bodyOf(response),
        retryAfterMs: retryAfterMs(
          response.headers.get('retry-after'),
          now(),
          new Date(response.headers.get('date') ?? Number.NaN),
        ),
      }
    })
  } catch (error) {
    return { kind: 'problem', problem: problemOf(error) }
  }
}

/** Parses a JSON text; `undefined` if it is not valid. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Shortens a server's answer to one line that a person can read. */
export const excerpt = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 300)

/** Finds the problem behind an answer whose status the request did not expect. */
export function problemOfStatus(status: number, body: string): Problem {
  const detail = `${status}${body.trim() === '' ? '' : `: ${excerpt(body)}`}`
  if (status === 401 || status === 403) return { code: 'credentials', detail }
  if (status === 407) return { code: 'proxy', detail }
  if (status === 404 || status === 405 || status === 410) return { code: 'not-found', detail }
  if (status === 429 || status === 503) return { code: 'busy', detail }
  if (status >= 300 && status < 400) return { code: 'redirect', detail }
  if (status >= 500) return { code: 'server-fault', detail }
  return { code: 'not-understood', detail }
}

/**
 * Checks that there is a record store that speaks our version.
 * @returns the problem, or `null` when all is well
 */
export async function checkAbout(
  fetch: Fetch,
  connection: Connection,
  options: AskOptions,
): Promise<Problem | null> {
  const answer = await ask(fetch, connection, '/about', options)
  if (answer.kind === 'problem') return answer.problem
  if (answer.status !== 200) return problemOfStatus(answer.status, answer.body)
  const about = json(answer.body) as { version?: unknown } | null | undefined
  const versions = Array.isArray(about?.version) ? about.version.map(String) : undefined
  if (!versions) return { code: 'not-understood', detail: excerpt(answer.body) }
  return versions.some((version) => /^1\.0(\.\d+)?$/.test(version))
    ? null
    : { code: 'version', detail: versions.join(', ') }
}

/**
 * Checks whether the key gives access to the statements by asking for one of them. It writes nothing.
 * @returns the problem, or whether statements may be read; a key that may only write is good enough
 */
export async function checkStatements(
  fetch: Fetch,
  connection: Connection,
  options: AskOptions,
): Promise<Problem | { readonly mayRead: boolean }> {
  const answer = await ask(fetch, connection, '/statements?limit=1', options)
  if (answer.kind === 'problem') return answer.problem
  if (answer.status === 403) return { mayRead: false }
  if (answer.status !== 200) return problemOfStatus(answer.status, answer.body)
  const found = json(answer.body) as { statements?: unknown } | null | undefined
  return Array.isArray(found?.statements)
    ? { mayRead: true }
    : { code: 'not-understood', detail: excerpt(answer.body) }
}
