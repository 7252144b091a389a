/** Calls every channel as everybody: nobody, each role, and each role while it is blocked. */
import { describe, expect, it } from 'vitest'
import {
  channels,
  EVERYONE,
  type ChannelName,
  type SessionBlock,
  type Role,
} from '../../../src/bridge/channels'
import { answer } from '../../../src/main/ipc/answer'

const names = Object.keys(channels) as ChannelName[]
const SESSION_BLOCKS: readonly (SessionBlock | undefined)[] = [undefined, 'locked', 'must-change']
const callers: readonly { role: Role | undefined; blockedBy: SessionBlock | undefined }[] = [
  { role: undefined, blockedBy: undefined },
  ...EVERYONE.flatMap((role) => SESSION_BLOCKS.map((blockedBy) => ({ role, blockedBy }))),
]

/**
 * The calls that are allowed while the screen is locked, or before a given secret is replaced. None of them shows a
 * record.
 */
const WHILE_BLOCKED: Readonly<Record<SessionBlock, readonly string[]>> = {
  locked: ['app.state', 'app.preferences', 'session.signOut', 'session.unlock'],
  'must-change': ['app.state', 'app.preferences', 'session.signOut', 'session.changeSecret', 'session.lock'],
}

/** The calls that need no sign-in. A new call belongs here only if it shows and changes nothing of anybody. */
const WITHOUT_SIGN_IN = [
  'app.state',
  'app.preferences',
  // This only forgets the name of a file that nobody has looked at.
  'app.leaveFile',
  'session.setUp',
  'session.signIn',
  'session.join',
  'session.recover',
  // These work without records and people. Main refuses them as soon as an organisation exists.
  'rescue.list',
  'rescue.choose',
  'rescue.run',
  'rescue.beginAnew',
  'rescue.lookAgain',
]

/** Returns the code with which a caller is refused; `undefined` if the request was read, whatever came of it. */
async function turnedAway(name: ChannelName, role: Role | undefined, blockedBy: SessionBlock | undefined) {
  let reached = false
  const person = role && { id: 'x', name: 'X', number: '1', role }
  const handle = () => {
    reached = true
    throw new Error('reached')
  }
  const gate = { caller: () => ({ person, blockedBy }), report: () => {} }
  // The caller is checked before the request is read, so the request need not fit.
  const result = await answer(name, channels[name], handle, gate, {})
  return reached || result.ok || result.error.code === 'bad-request' ? undefined : result.error.code
}

describe('who may call what', () => {
  it.each(names)('%s', async (name) => {
    const { roles } = channels[name]
    for (const { role, blockedBy } of callers) {
      const who = `${role ?? 'nobody'}${blockedBy ? `, ${blockedBy}` : ''}`
      const code = await turnedAway(name, role, blockedBy)
      if (blockedBy && !WHILE_BLOCKED[blockedBy].includes(name)) expect([who, code]).toEqual([who, blockedBy])
      else if (roles === null) expect([who, code]).toEqual([who, undefined])
      else if (!role) expect([who, code]).toEqual([who, 'not-signed-in'])
      else if (!(roles as readonly Role[]).includes(role)) expect([who, code]).toEqual([who, 'not-allowed'])
      else expect([who, code]).toEqual([who, undefined])
    }
  })

  it('lets nobody in without a sign-in but at the few doors that are meant for it', () => {
    const open = names.filter((name) => channels[name].roles === null)
    expect(open.filter((name) => !WITHOUT_SIGN_IN.includes(name) && !name.startsWith('exchange.'))).toEqual(
      [],
    )
  })

  it('gives trainees nothing of the list of people, of assignments, of the organisation or of others’ records', () => {
    const areas = /^(?:people|assignment|roster|organisation|recovery|records|export|audit|studio)\./
    const wrong = names.filter(
      (name) => areas.test(name) && (channels[name].roles as readonly string[] | null)?.includes('trainee'),
    )
    expect(wrong).toEqual([])
  })

  it('gives the Studio to those who write, and its folder and rules to administrators alone', () => {
    const forAdministrators = /^studio\.(?:settings|changeSettings|chooseFolder|ownFolder)$/
    for (const name of names.filter((one) => one.startsWith('studio.'))) {
      const roles = forAdministrators.test(name) ? ['administrator'] : ['trainer', 'administrator']
      expect([name, channels[name].roles]).toEqual([name, roles])
    }
  })
})
