/** Starts Electron as a person would, and asks its page by the DevTools protocol when its first screen was shown. */
import { spawn, type ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { memoryOf } from './memory'

const BETWEEN_LOOKS_MS = 2000
const MOST_LOOKS = 15
/** The share by which memory at rest may change between two looks. */
const STAYS = 0.005

interface Message {
  readonly id?: number
  readonly result?: Record<string, unknown>
  readonly error?: { message: string }
}

/** Speaks the DevTools protocol over two pipes, which need no port and can't be reached by others. */
class DevTools {
  #next = 0
  readonly #open = new Map<number, (message: Message) => void>()
  readonly #input: Writable

  constructor(child: ChildProcess) {
    this.#input = child.stdio[3] as Writable
    let text = ''
    ;(child.stdio[4] as Readable).setEncoding('utf8').on('data', (part: string) => {
      const messages = (text + part).split('\0')
      text = messages.pop() ?? ''
      for (const json of messages) {
        const message = JSON.parse(json) as Message
        if (message.id !== undefined) this.#open.get(message.id)?.(message)
      }
    })
    this.#input.on('error', () => {})
  }

  call(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    const id = (this.#next += 1)
    return new Promise((resolve, reject) => {
      this.#open.set(id, ({ result, error }) => {
        this.#open.delete(id)
        if (error) reject(new Error(`${method}: ${error.message}`))
        else resolve(result ?? {})
      })
      this.#input.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`)
    })
  }
}

/**
 * Runs in the page. It waits for a control that can be used while nothing says that more is loading, and returns the
 * time at which that was painted, in milliseconds since 1970. It takes the largest painted element, because a page may
 * show its frame before its content; not before the control existed, because the frame may be larger; and two frames
 * later, because the control may exist before it is painted.
 */
const FIRST_SCREEN = `new Promise((resolve) => {
  const usable = () => ![...document.querySelectorAll('.waiting')].some((element) => element.getClientRects().length > 0) &&
    [...document.querySelectorAll('button, input, a[href]')]
      .some((element) => !element.disabled && element.getClientRects().length > 0)
  const answer = (there) => {
    const read = () => new PerformanceObserver((list, observer) => {
      observer.disconnect()
      const last = list.getEntries().at(-1)
      resolve(performance.timeOrigin + Math.max(there, last.renderTime || last.loadTime))
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    requestAnimationFrame(() => requestAnimationFrame(read))
  }
  if (usable()) return answer(0)
  // The question is asked in a frame, where the page would compute its layout anyway.
  let asked
  const observer = new MutationObserver(() => {
    asked ??= requestAnimationFrame(() => {
      asked = undefined
      if (!usable()) return
      observer.disconnect()
      answer(performance.now())
    })
  })
  observer.observe(document, { childList: true, subtree: true, attributes: true })
})`

export interface Launched {
  /** Milliseconds from the start of the process to its first usable screen. */
  readonly startMs: number
  /** The memory of all its processes at rest, in megabytes; `undefined` if the system does not tell. */
  readonly memoryMb: number | undefined
}

/**
 * Reads the memory once the program rests. On a busy machine it takes longer until its last work is done and V8 has
 * given back what that took, so the memory is read until it stays as it is.
 * @param restMs the least time that it rests
 */
async function memoryAtRest(root: number, restMs: number): Promise<number | undefined> {
  await sleep(restMs)
  let before = memoryOf(root)
  for (let look = 0; look < MOST_LOOKS && before !== undefined; look += 1) {
    await sleep(BETWEEN_LOOKS_MS)
    const now = memoryOf(root)
    if (now === undefined || Math.abs(now - before) <= before * STAYS) return now
    before = now
  }
  return before
}

async function pageOf(devTools: DevTools): Promise<string> {
  for (;;) {
    const { targetInfos } = (await devTools.call('Target.getTargets')) as {
      targetInfos: { targetId: string; type: string; url: string }[]
    }
    const page = targetInfos.find(({ type, url }) => type === 'page' && !/^(about:blank)?$/.test(url))
    if (page) return page.targetId
    await sleep(20)
  }
}

async function firstScreen(devTools: DevTools): Promise<number> {
  const targetId = await pageOf(devTools)
  const { sessionId } = await devTools.call('Target.attachToTarget', { targetId, flatten: true })
  const question = { expression: FIRST_SCREEN, awaitPromise: true, returnByValue: true }
  for (;;) {
    try {
      const answer = (await devTools.call('Runtime.evaluate', question, sessionId as string)) as {
        result: { value: number }
        exceptionDetails?: { text: string }
      }
      if (answer.exceptionDetails) throw new Error(`The page failed: ${answer.exceptionDetails.text}`)
      await devTools.call('Target.detachFromTarget', { sessionId })
      return answer.result.value
    } catch (error) {
      // The page was replaced by the real one during the question.
      if (!/context/i.test(String(error))) throw error
    }
  }
}

/**
 * Starts a program once, measures it and ends it.
 * @param args the arguments after the switches: the folder or file of the program
 * @param restMs the least time that it rests before its memory is read; 0 leaves memory out
 */
export async function launch(
  electron: string,
  switches: readonly string[],
  args: readonly string[],
  restMs: number,
): Promise<Launched> {
  const startedAt = performance.timeOrigin + performance.now()
  const child = spawn(electron, [...switches, '--remote-debugging-pipe', ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr
    ?.setEncoding('utf8')
    .on('data', (text: string) => (complaint = (complaint + text).slice(-2000)))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const early = ended.then((code) => {
    throw new Error(`Electron ended with ${code} before its first screen:\n${complaint}`)
  })
  const late = sleep(60_000, undefined, { ref: false }).then(() => {
    throw new Error(`No first screen within 60 seconds:\n${complaint}`)
  })
  try {
    const devTools = new DevTools(child)
    const shownAt = await Promise.race([firstScreen(devTools), early, late])
    return {
      startMs: shownAt - startedAt,
      memoryMb: restMs > 0 ? await memoryAtRest(child.pid!, restMs) : undefined,
    }
  } finally {
    early.catch(() => {})
    late.catch(() => {})
    child.kill('SIGKILL')
    await ended
  }
}
