import type { Result } from '../../bridge/result'

/** The data with which the worker is made. */
export interface WorkerData {
  readonly databasePath: string
  /** 64 hexadecimal digits. */
  readonly databaseKey: string
}

/** To the worker: do this. `stop` is one shared integer that turns from 0 to 1 when the task is cancelled. */
export interface TaskMessage {
  readonly id: number
  readonly name: string
  readonly request: unknown
  readonly stop: Int32Array
}

/** From the worker: how far a task is, or how it ended. */
export type WorkerMessage =
  | { readonly id: number; readonly done: number; readonly total: number }
  | { readonly id: number; readonly result: Result<unknown> }
