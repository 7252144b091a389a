import type { Result } from '../../bridge/result'
import { sha256 } from '../sha256'
import { keyOf, type Standing } from './catalog'
import type { CheckCounts, CheckRequest } from './check-task'

/** This many documents are checked together. After each group the page can show the results. */
const AT_ONCE = 20

interface Parts {
  /** Runs the checks on the worker thread. */
  readonly check: (request: CheckRequest) => Promise<Result<CheckCounts[]>>
  /** Returns the folder of a document's pictures and sounds. */
  readonly media: (standing: Standing) => string
  /** Called when results of further checks have arrived. */
  readonly told: () => void
  readonly report: (error: unknown) => void
}

interface Wanted {
  readonly key: string
  readonly standing: Standing
}

export interface Around {
  readonly floors: Readonly<Record<string, string>>
  readonly truths: Readonly<Record<string, string>>
}

/** Hashes everything besides its own text that a document's checks depend on: its floor, or a course's scenarios. */
function standsOn({ head }: Standing, { floors, truths }: Around): string {
  const parts = head.names.map(({ kind, id, as }) => [as, id, kind === 'floor' ? floors[id] : truths[id]])
  return sha256(JSON.stringify(parts))
}

/** Remembers the results of checks, so that the same text of a document is not checked twice. */
export class Checker {
  readonly #known = new Map<string, CheckCounts>()
  #waiting: Wanted[] = []
  #around: Around = { floors: {}, truths: {} }
  #work: Promise<void> | undefined
  #stopped = false

  constructor(private readonly parts: Parts) {}

  /**
   * Returns the known results for each document. It starts checking the others and calls `told` when results arrive.
   * @param media returns a mark that changes when the document's pictures or sounds change
   */
  counts(
    all: readonly Standing[],
    around: Around,
    media: (standing: Standing) => string,
  ): (CheckCounts | undefined)[] {
    this.#around = around
    this.#waiting = []
    const counts = all.map((standing) => {
      if (standing.fault) return undefined
      const key = sha256(
        [keyOf(standing), standsOn(standing, around), media(standing), standing.text].join('\n'),
      )
      const known = this.#known.get(key)
      if (!known) this.#waiting.push({ key, standing })
      return known
    })
    if (this.#waiting.length > 0) this.#start()
    return counts
  }

  #start(): void {
    if (this.#stopped) return
    this.#work ??= this.#check()
      .catch(this.parts.report)
      .finally(() => {
        this.#work = undefined
      })
  }

  async #check(): Promise<void> {
    const { check, media, told } = this.parts
    while (this.#waiting.length > 0 && !this.#stopped) {
      const some = this.#waiting.splice(0, AT_ONCE)
      const documents = some.map(({ standing }) => ({
        which: { kind: standing.kind, id: standing.id },
        text: standing.text,
        media: media(standing),
      }))
      const result = await check({ documents, ...this.#around })
      if (!result.ok) return
      result.value.forEach((counts, i) => this.#known.set(some[i]!.key, counts))
      told()
    }
  }

  /** Waits until the running checks have ended. */
  async settled(): Promise<void> {
    await this.#work
  }

  stop(): void {
    this.#stopped = true
    this.#waiting = []
  }
}
