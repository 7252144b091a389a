import type { Result } from '../../bridge/result'
import { readJson } from '../../domain/scenario/json-text'
import { Refused } from '../refused'
import type { RunOptions } from '../store/task'
import { sha256 } from '../sha256'
import type { ProveRequest, ScenarioProof, Written } from './prove-task'

/** This many proofs are remembered. */
const KEPT = 20

interface Parts {
  /** Proves a scenario on the worker thread. */
  readonly run: (request: ProveRequest, options: RunOptions) => Promise<Result<ScenarioProof | null>>
  /** Returns the present text of a scenario or a floor; `undefined` if it does not exist. */
  readonly find: (kind: 'scenario' | 'floor', id: string) => Promise<string | undefined>
  readonly tell: (progress: { readonly done: number; readonly total: number }) => void
}

/** Returns the id of the floor or twin that a scenario names; `undefined` when its text can't be read. */
function named(text: string, name: 'floor' | 'twin'): string | undefined {
  const read = readJson(text)
  const value =
    read.ok && typeof read.raw === 'object' && read.raw !== null
      ? (read.raw as Record<string, unknown>)[name]
      : undefined
  return typeof value === 'string' ? value : undefined
}

/** Proves one scenario at a time and remembers the proof of each text. */
export class Prover {
  readonly #known = new Map<string, ScenarioProof>()
  #running: AbortController | undefined

  constructor(private readonly parts: Parts) {}

  async #written(text: string): Promise<Written> {
    const floor = named(text, 'floor')
    const found = floor === undefined ? undefined : await this.parts.find('floor', floor)
    return { text, floors: found === undefined ? {} : { [floor!]: found } }
  }

  /**
   * Proves a scenario, and ends another proof that is running.
   * @returns `null` for a scenario with errors
   * @throws Refused `cancelled`
   */
  async prove(text: string): Promise<ScenarioProof | null> {
    this.stop()
    const running = new AbortController()
    this.#running = running
    const twin = named(text, 'twin')
    const other = twin === undefined ? undefined : await this.parts.find('scenario', twin)
    const request: ProveRequest = {
      ...(await this.#written(text)),
      twin: other === undefined ? null : await this.#written(other),
    }
    const key = sha256(JSON.stringify(request))
    const known = this.#known.get(key)
    if (known) return known
    const { tell, run } = this.parts
    const result = await run(request, {
      signal: running.signal,
      onProgress: (done, total) => {
        if (!running.signal.aborted) tell({ done, total })
      },
    })
    if (this.#running === running) this.#running = undefined
    if (!result.ok) throw new Refused(result.error.code, result.error.message)
    if (result.value) {
      this.#known.set(key, result.value)
      if (this.#known.size > KEPT) this.#known.delete(this.#known.keys().next().value!)
    }
    return result.value
  }

  stop(): void {
    this.#running?.abort()
    this.#running = undefined
  }
}
