/** Sends every event to everybody: nobody, each role, and each role while it is blocked. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EVENT_NAMES } from '../../../src/bridge/event-names'
import { events, type EventName } from '../../../src/bridge/events'
import { channels, EVERYONE, type SessionBlock, type Role } from '../../../src/bridge/channels'
import { mayGet, PageEvents } from '../../../src/main/ipc/events'

const SESSION_BLOCKS: readonly (SessionBlock | undefined)[] = [undefined, 'locked', 'must-change']
const person = (role: Role) => ({ id: 'x', name: 'X', number: '1', role })
const names = Object.keys(events) as EventName[]

/** The call that the page makes after each event. Everybody who gets the event must be allowed to make it. */
const ASKS = {
  'app.changed': 'app.state',
  'certificates.signed': 'certificate.open',
  'certificates.job': 'certificates.job',
  'exchange.changed': 'exchange.state',
  'export.progress': 'export.run',
  'recordStore.changed': 'recordStore.state',
  'studio.changed': 'studio.list',
  'studio.proving': 'studio.prove',
} as const satisfies Record<EventName, keyof typeof channels>

describe('who may get what', () => {
  it('is settled for each name that preload knows', () => {
    expect([...names].sort()).toEqual([...EVENT_NAMES].sort())
  })

  it.each(names)('%s goes to those who may ask for what it speaks of, and to nobody else', (name) => {
    const { roles, answersWhile } = channels[ASKS[name]]
    for (const role of [undefined, ...EVERYONE]) {
      for (const state of SESSION_BLOCKS) {
        if (!role && state) continue
        const caller = { person: role && person(role), blockedBy: state }
        const mayAsk =
          (roles === null || (role !== undefined && (roles as readonly Role[]).includes(role))) &&
          (state === undefined || (answersWhile as readonly SessionBlock[]).includes(state))
        expect([role, state, mayGet(events[name], caller)]).toEqual([role, state, mayAsk])
      }
    }
  })
})

describe('telling the page', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  function page(role: Role | undefined) {
    const sent: unknown[] = []
    const reports: unknown[] = []
    const caller = {
      person: role && (person(role) as ReturnType<typeof person> | undefined),
      blockedBy: undefined as SessionBlock | undefined,
    }
    const told = new PageEvents({
      caller: () => caller,
      send: (name, payload) => void sent.push(payload === undefined ? name : [name, payload]),
      report: (error) => void reports.push(error),
      readEvents: () => Promise.resolve(events),
    })
    return { told, sent, reports, caller }
  }
  const settled = () => vi.advanceTimersByTimeAsync(150)

  it('tells many changes as one', async () => {
    const { told, sent } = page('hr')
    for (let i = 0; i < 50; i += 1) told.changed('exchange.changed')
    await settled()
    expect(sent).toEqual(['exchange.changed'])
    told.changed('exchange.changed')
    await settled()
    expect(sent).toHaveLength(2)
  })

  it('looks at who is there when it is told, not when it happened', async () => {
    const { told, sent, caller } = page('hr')
    told.changed('exchange.changed')
    caller.blockedBy = 'locked'
    told.changed('app.changed')
    await settled()
    expect(sent).toEqual(['app.changed'])
  })

  it('says no more than the schema has, and nothing that does not fit it', async () => {
    const { told, sent, reports } = page('administrator')
    told.tell('export.progress', { done: 1, total: 2, path: '/somewhere' } as never)
    told.tell('export.progress', { done: 'a name' } as never)
    await settled()
    expect(sent).toEqual([['export.progress', { done: 1, total: 2 }]])
    expect(reports).toHaveLength(1)
  })

  it('tells nothing once it has stopped', async () => {
    const { told, sent } = page('hr')
    told.changed('exchange.changed')
    told.stop()
    await settled()
    expect(sent).toEqual([])
  })
})

describe('every event', () => {
  it('is told by somebody in main', () => {
    const folder = join(__dirname, '../../../src/main')
    const sources = readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.name.endsWith('.ts'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    const silent = EVENT_NAMES.filter(
      (name) =>
        !sources.some((source) =>
          new RegExp(`(?:tell|changed|send)\\('${name.replace('.', '\\.')}'`).test(source),
        ),
    )
    expect(silent).toEqual([])
  })
})
