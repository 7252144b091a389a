import { Worker, type WorkerOptions } from 'node:worker_threads'
import type { Result } from '../../bridge/result'
import type { TaskMessage, WorkerData, WorkerMessage } from './messages'
import type { RunOptions } from '../store/task'
import type { TaskAnswer, TaskName, TaskRequest } from './tasks'

interface Running {
  readonly stop: Int32Array
  readonly onProgress: RunOptions['onProgress']
  settle(result: Result<unknown>): void
}

/** A task has this long to notice that the program ends. */
const GRACE_MS = 3000

const cancelled: Result<never> = { ok: false, error: { code: 'cancelled', message: 'It was cancelled.' } }

/** Runs long reading of the records on a thread beside main, so that it does not hold up the window. */
export class RecordWorker {
  #worker: Worker | undefined
  #next = 0
  #ending = false
  readonly #running = new Map<number, Running>()

  /**
   * @param file the built worker
   * @param data names the database that main writes
   * @param report is told errors inside the thread
   */
  constructor(
    private readonly file: string,
    private readonly data: WorkerData,
    private readonly report: (error: unknown) => void,
    private readonly options: WorkerOptions = {},
  ) {}

  /** The number of tasks that have not ended. */
  get busy(): number {
    return this.#running.size
  }

  /**
   * Runs a task on its own snapshot of the records. Never rejects: errors are part of the answer.
   * @returns the task's value, or `cancelled`, or the code with which it refused, or `internal`
   */
  run<N extends TaskName>(
    name: N,
    request: TaskRequest<N>,
    { onProgress, signal }: RunOptions = {},
  ): Promise<Result<TaskAnswer<N>>> {
    if (this.#ending || signal?.aborted) return Promise.resolve(cancelled)
    const id = (this.#next += 1)
    const stop = new Int32Array(new SharedArrayBuffer(4))
    const abort = () => void Atomics.store(stop, 0, 1)
    signal?.addEventListener('abort', abort)
    return new Promise((resolve) => {
      this.#running.set(id, {
        stop,
        onProgress,
        settle: (result) => {
          this.#running.delete(id)
          signal?.removeEventListener('abort', abort)
          resolve(result as Result<TaskAnswer<N>>)
        },
      })
      this.#thread().postMessage({ id, name, request, stop } satisfies TaskMessage)
    })
  }

  #thread(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(this.file, { ...this.options, workerData: this.data })
    this.#worker = worker
    worker.on('message', (message: WorkerMessage) => {
      const running = this.#running.get(message.id)
      if (!running) return
      if (!('result' in message)) return running.onProgress?.(message.done, message.total)
      const { result } = message
      if (!result.ok && result.error.code === 'internal') this.report(new Error(result.error.message))
      running.settle(result)
    })
    worker.on('error', (error) => this.report(error))
    worker.on('exit', () => {
      // The next task starts a new thread.
      if (this.#worker === worker) this.#worker = undefined
      const message = 'The thread that reads the records ended too early.'
      for (const running of this.#running.values()) {
        running.settle(this.#ending ? cancelled : { ok: false, error: { code: 'internal', message } })
      }
    })
    return worker
  }

  /** Cancels all tasks, waits until they have cleaned up, and ends the thread. No task runs afterwards. */
  async close(): Promise<void> {
    this.#ending = true
    const worker = this.#worker
    if (!worker) return
    for (const { stop } of this.#running.values()) Atomics.store(stop, 0, 1)
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    const settled = new Promise<void>((resolve) => {
      const look = () => (this.#running.size === 0 ? resolve() : setTimeout(look, 10))
      look()
    })
    const late = new Promise((resolve) => setTimeout(resolve, GRACE_MS).unref())
    await Promise.race([settled, late])
    worker.postMessage('close')
    await Promise.race([ended, late])
    await worker.terminate()
  }
}
