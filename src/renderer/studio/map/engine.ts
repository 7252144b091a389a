/**
 * Runs the layout engine on a thread of its own. Its first answer takes a second or two, so it is started when the
 * Studio opens.
 */
import ELK from 'elkjs/lib/elk-api'
import workerFile from 'elkjs/lib/elk-worker.min.js?url'
import type { Layout } from './arrange'

let engine: InstanceType<typeof ELK> | undefined

const ready = (): InstanceType<typeof ELK> =>
  (engine ??= new ELK({ workerFactory: () => new Worker(workerFile) }))

export const layout: Layout = (graph) => ready().layout(graph)

/** Lets the engine load and compile itself. */
export function warmUp(): void {
  if (engine) return
  const line = { id: 'line', sources: ['one'], targets: ['other'] }
  const box = { width: 10, height: 10 }
  void layout({
    id: 'warm',
    layoutOptions: { 'elk.algorithm': 'layered' },
    children: [
      { id: 'one', ...box },
      { id: 'other', ...box },
    ],
    edges: [line],
  }).catch(() => undefined)
}
