import type { ChannelName, Channels, SessionBlock, Response } from '../../bridge/channels'
import type { ErrorCode, Failure, Result } from '../../bridge/result'
import { fullOr } from '../files/errors'
import { isBusy } from '../store/libsql'
import { Refused } from '../refused'
import type { Person } from '../store/records'
import { isPlainData } from './plain'

export interface Caller {
  readonly person: Person | undefined
  /** The reason why this person may do nothing yet. */
  readonly blockedBy?: SessionBlock | undefined
}

export interface SignedInCaller extends Caller {
  readonly person: Person
}

/** A channel that names roles is only answered for a person with one of them. */
type CallerOf<C extends ChannelName> = Channels[C]['roles'] extends null ? Caller : SignedInCaller
type Parsed<C extends ChannelName> = Channels[C]['request']['_zod']['output']
export type Handlers = {
  [C in ChannelName]: (request: Parsed<C>, caller: CallerOf<C>) => Response<C> | Promise<Response<C>>
}

export interface Circumstances {
  caller(): Caller
  report(error: unknown): void
}

export const fail = (code: ErrorCode, message: string, wait?: number): { ok: false; error: Failure } => ({
  ok: false,
  error: { code, message, ...(wait === undefined ? {} : { wait }) },
})

const BLOCK_MESSAGES: Readonly<Record<SessionBlock, string>> = {
  locked: 'The screen is locked. Unlock it first.',
  'must-change': 'Choose a PIN or a passphrase of your own first.',
}

/** Parses a request, or says why it can't be read. It never throws and never takes long, whatever was sent. */
function read(name: string, { request, bytes }: Channels[ChannelName], raw: unknown) {
  try {
    if (!isPlainData(raw, bytes)) return { fault: `${name}: not plain data` }
    const parsed = request.safeParse(raw)
    if (parsed.success) return { data: parsed.data as unknown }
    const first = parsed.error.issues[0]
    return { fault: `${first?.path.join('.') || name}: ${first?.message ?? 'not understood'}` }
  } catch {
    return { fault: `${name}: not understood` }
  }
}

/** Answers one call: checks the sender, the caller and the request, and runs the handler. It never rejects. */
export async function answer<C extends ChannelName>(
  name: C,
  channel: Channels[C],
  handle: Handlers[C],
  gate: Circumstances,
  raw: unknown,
): Promise<Result<Response<C>>> {
  try {
    const { response, roles, answersWhile } = channel
    const caller = gate.caller()
    if (caller.blockedBy && !(answersWhile as readonly SessionBlock[]).includes(caller.blockedBy)) {
      return fail(caller.blockedBy, BLOCK_MESSAGES[caller.blockedBy])
    }
    if (roles) {
      if (!caller.person) return fail('not-signed-in', 'Sign in first.')
      if (!(roles as readonly string[]).includes(caller.person.role)) {
        return fail('not-allowed', 'This is not for people of this role.')
      }
    }
    const asked = read(name, channel, raw)
    if ('fault' in asked) return fail('bad-request', asked.fault)
    const call = handle as (request: unknown, caller: Caller) => unknown
    const value = response.parse(await call(asked.data, caller))
    return { ok: true, value: value as Response<C> }
  } catch (thrown) {
    const error = fullOr(thrown)
    if (error instanceof Refused) return fail(error.code, error.message, error.wait)
    gate.report(error)
    if (isBusy(error)) {
      return fail('records-busy', 'Another program is using the records. Nothing was lost; try again.')
    }
    return fail('internal', 'Something went wrong inside the program. Nothing was lost; try again.')
  }
}
