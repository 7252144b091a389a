import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

/** Listens to everything that comes to two ports of this computer. */
export interface Listener {
  readonly udp: number
  readonly tcp: number
  /** One line for each packet, connection or request that arrived. */
  readonly heard: readonly string[]
  close(): void
}

export async function listen(): Promise<Listener> {
  const heard: string[] = []
  const udp = createSocket('udp4')
  udp.on('message', (message) => heard.push(`UDP, ${message.length} bytes`))
  udp.bind(0, '127.0.0.1')
  const tcp = createServer((socket) => {
    heard.push('TCP, a connection')
    socket.on('data', (bytes) => heard.push(`TCP, ${bytes.toString('latin1').split('\r\n')[0]}`))
    socket.on('error', () => undefined)
  })
  tcp.listen(0, '127.0.0.1')
  await Promise.all([once(udp, 'listening'), once(tcp, 'listening')])
  return {
    udp: udp.address().port,
    tcp: (tcp.address() as AddressInfo).port,
    heard,
    close: () => {
      udp.close()
      tcp.close()
    },
  }
}

/** A name that does not exist, so that looking it up is noticed. */
export const LOOKED_UP = 'way-out.example'

export interface Tried {
  /** The ways that could be tried, and those that the page itself refused. */
  readonly begun: readonly string[]
  readonly refused: readonly string[]
}

/**
 * Tries every way to the network that a page has, in the page. It is sent there as text and therefore uses nothing from
 * outside.
 */
export async function tryWaysOut({
  udp,
  tcp,
  name,
}: {
  udp: number
  tcp: number
  name: string
}): Promise<Tried> {
  const begun: string[] = []
  const refused: string[] = []
  const at = (way: string, host = '127.0.0.1', scheme = 'http') => `${scheme}://${host}:${tcp}/${way}`
  const both = (way: string) => [at(way), at(way, `${way}.${name}`)]
  const wide = globalThis as unknown as Record<string, new (...args: unknown[]) => unknown>
  const attempt = async (way: string, run: () => unknown) => {
    try {
      const ended = await Promise.race([
        Promise.resolve(run()).then(() => 'begun'),
        new Promise<string>((done) => setTimeout(() => done('begun'), 700)),
      ])
      if (ended === 'begun') begun.push(way)
    } catch {
      refused.push(way)
    }
  }
  const add = <K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, string>) => {
    const element = document.createElement(tag)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    document.body.append(element)
    return element
  }

  const call = async (from: typeof globalThis, way: string) => {
    const login = { username: 'a', credential: 'b' }
    const peer = new from.RTCPeerConnection({
      iceServers: [
        { urls: [`stun:127.0.0.1:${udp}`, `stun:stun-${way}.${name}:${udp}`] },
        { urls: `turn:127.0.0.1:${udp}`, ...login },
        { urls: `turn:127.0.0.1:${tcp}?transport=tcp`, ...login },
        { urls: `turns:127.0.0.1:${tcp}?transport=tcp`, ...login },
        { urls: `turn:turn-${way}.${name}:${tcp}?transport=tcp`, ...login },
      ],
    })
    peer.createDataChannel('way out')
    await peer.setLocalDescription(await peer.createOffer())
    for (const [port, kind] of [
      [udp, 'udp 1'],
      [tcp, 'tcp 1 127.0.0.1'],
    ] as const) {
      const candidate = `candidate:1 1 ${kind.split(' ')[0]} 1 127.0.0.1 ${port} typ host${kind.startsWith('tcp') ? ' tcptype passive' : ''}`
      await peer.addIceCandidate({ candidate, sdpMid: '0' }).catch(() => undefined)
    }
  }
  await attempt('WebRTC', () => call(globalThis, 'page'))
  await attempt('WebRTC of a frame', () =>
    call(add('iframe', {}).contentWindow as unknown as typeof globalThis, 'frame'),
  )
  await attempt('WebRTC of a described frame', () =>
    call(add('iframe', { srcdoc: '<p>x' }).contentWindow as unknown as typeof globalThis, 'srcdoc'),
  )

  const hints = [
    'dns-prefetch',
    'preconnect',
    'prefetch',
    'prerender',
    'modulepreload',
    'stylesheet',
    'icon',
    'manifest',
  ]
  for (const rel of hints) {
    for (const href of both(rel)) await attempt(`link ${rel}`, () => add('link', { rel, href }))
  }
  for (const as of ['script', 'style', 'image', 'font', 'fetch', 'track']) {
    await attempt(`preload ${as}`, () =>
      add('link', { rel: 'preload', as, href: at(`preload-${as}`), crossorigin: '' }),
    )
  }
  await attempt('speculation rules', () => {
    const script = document.createElement('script')
    script.type = 'speculationrules'
    const rules = [{ source: 'list', urls: both('speculation') }]
    script.textContent = JSON.stringify({ prefetch: rules, prerender: rules })
    document.head.append(script)
  })

  for (const [tag, attribute] of [
    ['img', 'src'],
    ['script', 'src'],
    ['video', 'src'],
    ['audio', 'src'],
    ['embed', 'src'],
    ['iframe', 'src'],
    ['object', 'data'],
    ['webview', 'src'],
    ['portal', 'src'],
    ['fencedframe', 'src'],
  ] as const) {
    for (const address of both(tag)) await attempt(tag, () => add(tag as 'img', { [attribute]: address }))
  }
  await attempt('picture in SVG', () => {
    const frame = document.createElement('div')
    frame.innerHTML = `<svg><image href="${at('svg')}"/><use href="${at('use')}#x"/></svg>`
    document.body.append(frame)
  })
  await attempt('picture of a style', () => (document.body.style.backgroundImage = `url(${at('style')})`))
  await attempt('font', () => new FontFace('x', `url(${at('font')})`).load())

  await attempt('fetch', () => fetch(at('fetch'), { mode: 'no-cors' }))
  await attempt('fetch that outlives the page', () =>
    fetch(at('keepalive'), { mode: 'no-cors', keepalive: true }),
  )
  await attempt('XMLHttpRequest', () => {
    const request = new XMLHttpRequest()
    request.open('POST', at('xhr'))
    request.send('x')
  })
  await attempt('beacon', () => navigator.sendBeacon(at('beacon'), 'x'))
  await attempt('WebSocket', () => new WebSocket(at('socket', '127.0.0.1', 'ws')))
  await attempt('EventSource', () => new EventSource(at('events')))
  await attempt('WebTransport', () => {
    const transport = new wide['WebTransport']!(at('transport', '127.0.0.1', 'https')) as {
      ready: Promise<void>
    }
    return transport.ready
  })
  await attempt('WebSocketStream', () => new wide['WebSocketStream']!(at('stream', '127.0.0.1', 'ws')))
  await attempt('worker', () => new Worker(at('worker')))
  await attempt('worker of data', () => {
    const text = `fetch(${JSON.stringify(at('data-worker'))}, { mode: 'no-cors' })`
    return new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })))
  })
  await attempt('shared worker', () => new SharedWorker(at('shared-worker')))
  await attempt('service worker', () => navigator.serviceWorker.register(`${location.origin}/worker.js`))
  await attempt('import', () => import(/* @vite-ignore */ at('import')))

  await attempt('ping', () => {
    const link = add('a', { href: '#x', ping: both('ping').join(' ') })
    link.click()
  })
  await attempt('form', () => {
    const form = add('form', { action: at('form'), method: 'post', target: 'elsewhere' })
    add('iframe', { name: 'elsewhere' })
    form.submit()
  })
  await attempt('download', () => add('a', { href: at('download'), download: 'x' }).click())
  await attempt('window', () => window.open(at('window')))
  await attempt('window that is nobody’s', () => window.open(at('nobody'), '_blank', 'noopener'))
  await attempt('frame that goes on', () => {
    const frame = add('iframe', {})
    frame.contentWindow!.location.href = at('frame')
  })
  await attempt('refresh', () => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'refresh'
    meta.content = `0;url=${at('refresh')}`
    document.head.append(meta)
  })
  return { begun, refused }
}
