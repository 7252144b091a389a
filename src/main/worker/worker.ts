/** Runs long reading of the records on a thread of its own. It starts with the first task; see client.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { setImmediate as turn } from 'node:timers/promises'
import type { Failure, Result } from '../../bridge/result'
import { openEncrypted, type Database } from '../store/libsql'
import { Refused } from '../refused'
import type { TaskMessage, WorkerData, WorkerMessage } from './messages'
import type { Task, TaskContext } from '../store/task'
import { TASKS, type TaskName } from './tasks'

const PROGRESS_MS = 100

const { databasePath, databaseKey } = workerData as WorkerData
const tell = (message: WorkerMessage) => parentPort!.postMessage(message)

/** Connections that are not in use. Tasks take turns in `breathe`, and each needs a snapshot of its own. */
const idle: Database[] = []

function connect(): Database {
  const db = openEncrypted(databasePath, databaseKey)
  db.pragma('query_only = ON')
  // Temporary data on the disk would not be encrypted.
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -32000')
  return db
}

function contextOf({ id, stop }: TaskMessage, db: Database): TaskContext {
  let told = 0
  return {
    db,
    progress: (done, total) => {
      const now = performance.now()
      if (now - told < PROGRESS_MS && done < total) return
      told = now
      tell({ id, done, total })
    },
    breathe: async () => {
      await turn()
      if (Atomics.load(stop, 0) === 1) throw new Refused('cancelled', 'It was cancelled.')
    },
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof Refused) return { code: error.code, message: error.message }
  return {
    code: 'internal',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }
}

async function run(message: TaskMessage): Promise<void> {
  const { id, name, request } = message
  let db: Database | undefined
  let result: Result<unknown>
  try {
    db = idle.pop() ?? connect()
    // BEGIN alone takes no snapshot; the first read does.
    db.exec('BEGIN')
    db.pragma('user_version')
    const context = contextOf(message, db)
    await context.breathe()
    const task = TASKS[name as TaskName] as Task<unknown, unknown>
    result = { ok: true, value: await task(request, context) }
  } catch (error) {
    result = { ok: false, error: failureOf(error) }
  }
  // The end is reported last, so that the snapshot is gone when somebody hears of it.
  if (db) giveBack(db)
  tell({ id, result })
}

function giveBack(db: Database): void {
  try {
    db.exec('ROLLBACK')
    idle.push(db)
  } catch {
    // A connection that can't end its snapshot is not used again.
    db.close()
  }
}

parentPort!.on('message', (message: TaskMessage | 'close') => {
  if (message !== 'close') return void run(message)
  for (const db of idle.splice(0)) db.close()
  parentPort!.close()
})
