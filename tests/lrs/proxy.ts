/** Stands between the program and a real record store and causes faults that the store can't be made to have. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

export interface Seen {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
  /** The ids of the statements in the body. */
  readonly ids: readonly string[]
}

export type Fault =
  | 'pass'
  /** The connection is cut before the store has seen the request. */
  | 'cut-before'
  /** The store takes the request; its answer never arrives. */
  | 'cut-after'
  /** Nothing ever comes. */
  | 'hang'
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  /** The store takes the request, and the proxy answers with this. */
  | { readonly says: { readonly status: number; readonly body?: string } }

export interface Proxy {
  readonly address: string
  readonly seen: Seen[]
  /** Sets the behaviour for all further requests. */
  behave(fault: (seen: Seen) => Fault): void
  close(): Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function idsOf(body: string): string[] {
  try {
    return (JSON.parse(body) as { id: string }[]).map(({ id }) => id)
  } catch {
    return []
  }
}

/** @param store the address of the real store */
export async function startProxy(store: string): Promise<Proxy> {
  const target = new URL(store)
  const seen: Seen[] = []
  let behaviour: (seen: Seen) => Fault = () => 'pass'
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request)
    const now: Seen = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body,
      ids: idsOf(body),
    }
    seen.push(now)
    const fault = behaviour(now)
    if (fault === 'hang') return
    if (fault === 'cut-before') return void request.socket.destroy()
    if (typeof fault === 'object' && 'status' in fault) {
      response.writeHead(fault.status, fault.headers ?? {})
      response.end(fault.body ?? '')
      return
    }
    const { authorization = '', 'content-type': type = '' } = request.headers
    const answer = await fetch(target.origin + now.path, {
      method: now.method,
      headers: {
        authorization,
        'x-experience-api-version': String(request.headers['x-experience-api-version'] ?? ''),
        ...(type && { 'content-type': type }),
      },
      ...(body && { body }),
    }).catch(() => undefined)
    if (!answer || fault === 'cut-after') return void request.socket.destroy()
    const text = await answer.text()
    if (typeof fault === 'object') {
      response.writeHead(fault.says.status, { 'content-type': 'application/json' })
      response.end(fault.says.body ?? '')
      return
    }
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' })
    response.end(text)
  }
  const server: Server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    address: `http://127.0.0.1:${port}${target.pathname}`,
    seen,
    behave: (fault) => (behaviour = fault),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
