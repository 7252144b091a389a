import type { Database } from './libsql'

export interface TaskContext {
  /** Reads one consistent snapshot from the beginning of the task to its end, whatever main writes meanwhile. */
  readonly db: Database
  /** Reports progress, at most ten times a second. */
  progress(done: number, total: number): void
  /**
   * Gives other tasks their turn. Call it often, about every 50 ms of work.
   * @throws Refused `cancelled` when the task was cancelled or the program ends
   */
  breathe(): Promise<void>
}

/**
 * Work on the records for which main must not wait. Request and answer are plain values that are copied to another
 * thread. If it throws a `Refused`, the caller gets its code and sentence.
 */
export type Task<Q, A> = (request: Q, context: TaskContext) => A | Promise<A>

/** Options for running a task. */
export interface RunOptions {
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}
