import type { Result } from '../../bridge/result'

/** The data with which the worker is made. */
export interface WorkerData {
  readonly databasePath: string
  /** 64 hexadecimal digits. */
  readonly databaseKey: string
}

/** Asks the worker to run a task. `stop` is a shared integer that changes from 0 to 1 when the task is cancelled. */
export interface TaskMessage {
  readonly id: number
  readonly name: string
  readonly request: unknown
  readonly stop: Int32Array
}

/** Reports the progress of a task, or its end. */
export type WorkerMessage =
  | { readonly id: number; readonly done: number; readonly total: number }
  | { readonly id: number; readonly result: Result<unknown> }
