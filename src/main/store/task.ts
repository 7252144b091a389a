import type { Database } from './libsql'

export interface TaskContext {
  /** Reads one consistent snapshot from the task's beginning to its end, whatever main writes meanwhile. */
  readonly db: Database
  /** Reported at most ten times a second. */
  progress(done: number, total: number): void
  /**
   * Call it often (each 50 ms or so of work): other tasks get their turn here.
   * @throws Refused `cancelled` when the task was cancelled or the program ends
   */
  breathe(): Promise<void>
}

/**
 * Work on the records that main must not wait for. Request and answer are plain values: they cross to another thread.
 * A `Refused` that it throws is answered with its code and sentence.
 */
export type Task<Q, A> = (request: Q, context: TaskContext) => A | Promise<A>

/** Options for running a task. */
export interface RunOptions {
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}
