import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { channels, type ChannelName, type Response } from '../../bridge/channels'
import type { ErrorCode, Failure, Result } from '../../bridge/result'
import type { Person } from '../records/store'

/** A refusal with a code, thrown by handlers and answered as a value. */
export class Refused extends Error {
  override readonly name = 'Refused'
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message)
  }
}

export interface Caller {
  /** The signed-in person. Channels that name roles always have one. */
  readonly person: Person | undefined
}

type Parsed<C extends ChannelName> = (typeof channels)[C]['request']['_zod']['output']
export type Handlers = {
  [C in ChannelName]: (request: Parsed<C>, caller: Caller) => Response<C> | Promise<Response<C>>
}

export interface Gate {
  /** Whether a message comes from our own page in our own window. */
  isOurs(event: IpcMainInvokeEvent): boolean
  caller(): Caller
  report(error: unknown): void
}

const fail = (code: ErrorCode, message: string): { ok: false; error: Failure } => ({
  ok: false,
  error: { code, message },
})

/**
 * One call: who sends it, what it asks, who may ask, what it answers. Exported for tests, which have no ipcMain.
 */
export async function answer<C extends ChannelName>(
  name: C,
  handlers: Handlers,
  gate: Pick<Gate, 'caller' | 'report'>,
  raw: unknown,
): Promise<Result<Response<C>>> {
  const { request, response, roles } = channels[name]
  const parsed = request.safeParse(raw)
  if (!parsed.success) {
    const first = parsed.error.issues[0]
    return fail('bad-request', `${first?.path.join('.') || name}: ${first?.message ?? 'not understood'}`)
  }
  const caller = gate.caller()
  if (roles) {
    if (!caller.person) return fail('not-signed-in', 'Sign in first.')
    if (!(roles as readonly string[]).includes(caller.person.role)) {
      return fail('not-allowed', 'This is for the people who keep the records.')
    }
  }
  try {
    const handle = handlers[name] as (request: unknown, caller: Caller) => unknown
    const value = response.parse(await handle(parsed.data, caller))
    return { ok: true, value: value as Response<C> }
  } catch (error) {
    if (error instanceof Refused) return fail(error.code, error.message)
    gate.report(error)
    return fail('internal', 'Something went wrong inside the program. Nothing was lost; try again.')
  }
}

/** Registers every channel of the table; a channel without a handler is a type error. */
export function registerHandlers(handlers: Handlers, gate: Gate): void {
  for (const name of Object.keys(channels) as ChannelName[]) {
    ipcMain.handle(name, (event, raw: unknown) =>
      gate.isOurs(event)
        ? answer(name, handlers, gate, raw)
        : fail('not-allowed', 'This call does not come from the program’s own window.'),
    )
  }
}
