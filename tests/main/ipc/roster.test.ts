import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Dialogs } from '../../../src/main/files/dialogs'
import { rosterHandlers, type RosterNeeds } from '../../../src/main/ipc/roster'
import type { Task } from '../../../src/main/store/task'
import { TASKS, type TaskName } from '../../../src/main/worker/tasks'
import { KEY, temporaryFolder } from '../helpers'
import { installation, refusal, setUp } from '../people/installation'

let chosen = ''
vi.mock('electron', () => ({
  BrowserWindow: { getFocusedWindow: () => null },
  dialog: { showOpenDialog: () => Promise.resolve({ canceled: chosen === '', filePaths: [chosen] }) },
}))

const choose = (text: string) => {
  chosen = join(temporaryFolder(), 'roster.csv')
  writeFileSync(chosen, text)
}
const file = (...names: readonly string[]) =>
  ['number,name', ...names.map((name, i) => `E-${i},${name}`)].join('\n')

async function desk() {
  const one = installation()
  await setUp(one)
  let gate: Promise<void> | undefined
  let waiting = 0
  const run = async (name: TaskName, request: unknown) => {
    if (gate) {
      waiting += 1
      await gate
    }
    try {
      const task = TASKS[name] as Task<unknown, unknown>
      const value = await task(request, { db: one.db, progress: () => {}, breathe: () => Promise.resolve() })
      return { ok: true, value }
    } catch (error) {
      return { ok: false, error }
    }
  }
  const handlers = rosterHandlers({
    dialogs: new Dialogs(() => 'en'),
    db: one.db,
    worker: { run },
    assignments: one.assignments,
    system: one.system,
    dataFolder: one.folder,
    databaseKey: KEY,
  } as unknown as RosterNeeds)
  const ines = { person: one.signedIn.person! }
  const open = () => handlers['roster.open'](undefined, ines)
  const preview = (opened: Awaited<ReturnType<typeof open>>) =>
    handlers['roster.preview']({ id: opened.id, mapping: opened.mapping }, ines)
  const apply = (plan: string) =>
    handlers['roster.apply'](
      { plan, onlyGood: false, markLeft: false, markLeavers: false, takeBack: false },
      ines,
    )
  const names = () =>
    one.people
      .list({ search: '', teams: [], sites: [], roles: ['trainee'], left: false }, 'name', 0, 99)
      .map(({ name }) => name)
  return {
    one,
    handlers,
    ines,
    open,
    preview,
    apply,
    names,
    hold: (until: Promise<void>) => (gate = until),
    waiting: () => waiting,
  }
}

afterEach(() => {
  chosen = ''
})

describe('an import does what was shown', () => {
  it('and nothing of a file of the same name and length that was chosen since', async () => {
    const { open, preview, apply, names } = await desk()
    choose(file('Ana Sol', 'Bo Li'))
    const first = await preview(await open())
    choose(file('Ana Sol', 'Bob Lee'))
    const opened = await open()
    expect(await refusal(() => apply(first.plan))).toEqual({ code: 'stale' })
    const second = await preview(opened)
    expect(second.plan).not.toBe(first.plan)
    expect(await refusal(() => apply(first.plan))).toEqual({ code: 'stale' })
    expect(names()).toEqual([])
    expect(await apply(second.plan)).toMatchObject({ added: 2 })
    expect(names()).toEqual(['Ana Sol', 'Bob Lee'])
    // A plan can be applied only once.
    expect(await refusal(() => apply(second.plan))).toEqual({ code: 'not-found' })
  })

  it('and nothing once other columns or another way of reading were chosen', async () => {
    const { handlers, ines, open, preview, apply, names } = await desk()
    choose('number,name,Known as\n1,Ana Sol,Annie\n')
    const opened = await open()
    const first = await preview(opened)
    const other = await handlers['roster.preview'](
      { id: opened.id, mapping: { ...opened.mapping, name: 2 } },
      ines,
    )
    expect(await refusal(() => apply(first.plan))).toEqual({ code: 'stale' })
    const again = await handlers['roster.read']({ id: opened.id, headerLine: null }, ines)
    expect(await refusal(() => apply(other.plan))).toEqual({ code: 'stale' })
    expect(await refusal(() => preview(opened))).toEqual({ code: 'stale' })
    expect(again).toMatchObject({ rows: 2, headerLine: null })
    expect(names()).toEqual([])
  })

  it('and nothing when somebody changed the list of people meanwhile', async () => {
    const { one, ines, open, preview, apply, names } = await desk()
    choose(file('Ana Sol'))
    const opened = await open()
    const shown = await preview(opened)
    const at = one.system.now().toISOString()
    const form = {
      name: 'Ana Maria Sol',
      number: 'E-0',
      email: null,
      role: 'trainee',
      team: null,
      site: null,
    } as const
    one.people.add({ ...form, manager: null, left: false }, at, ines.person)
    expect(await refusal(() => apply(shown.plan))).toEqual({ code: 'stale' })
    expect(names()).toEqual(['Ana Maria Sol'])
    const now = await preview(opened)
    expect(now.someChanged).toEqual([
      {
        name: 'Ana Maria Sol',
        number: 'E-0',
        changes: [{ field: 'name', before: 'Ana Maria Sol', after: 'Ana Sol' }],
      },
    ])
    expect(await apply(now.plan)).toMatchObject({ changed: 1 })
  })

  it('and nothing of an earlier file when the newer one can’t be read, or of a slower answer', async () => {
    const { open, preview, apply, hold, waiting, names } = await desk()
    choose(file('Ana Sol'))
    const opened = await open()
    const shown = await preview(opened)
    choose('PK\x03\x04 xl/workbook.xml')
    expect(await refusal(open)).toEqual({ code: 'roster-workbook' })
    expect(await refusal(() => apply(shown.plan))).toEqual({ code: 'not-found' })

    choose(file('Bo Li'))
    let go = () => {}
    hold(new Promise((resolve) => (go = resolve)))
    const slow = open()
    await vi.waitFor(() => expect(waiting()).toBe(1), 60_000)
    const quick = open()
    await vi.waitFor(() => expect(waiting()).toBe(2), 60_000)
    go()
    expect(await refusal(() => slow)).toEqual({ code: 'stale' })
    expect(await preview(await quick)).toMatchObject({ added: 1 })
    expect(names()).toEqual([])
  })

  it('and not for another person who signed in', async () => {
    const { handlers, open, preview } = await desk()
    choose(file('Ana Sol'))
    const { plan } = await preview(await open())
    const other = { person: { id: 'other', name: 'O', number: 'O', role: 'hr' as const } }
    const request = { plan, onlyGood: false, markLeft: false, markLeavers: false, takeBack: false }
    expect(await refusal(() => handlers['roster.apply'](request, other))).toEqual({ code: 'not-found' })
  })

  it('and a cancelled dialog leaves what is shown', async () => {
    const { open, preview, apply } = await desk()
    choose(file('Ana Sol'))
    const { plan } = await preview(await open())
    chosen = ''
    expect(await refusal(open)).toEqual({ code: 'cancelled' })
    expect(await apply(plan)).toMatchObject({ added: 1 })
  })
})

it('notes nobody as gone while a row with a fault may be of them, and brings back whom it was asked to', async () => {
  const { one, handlers, ines, open, preview } = await desk()
  const at = one.system.now().toISOString()
  const add = (number: string, left: boolean) =>
    one.people.add(
      {
        name: `N ${number}`,
        number,
        email: null,
        role: 'trainee',
        team: null,
        site: null,
        manager: null,
        left,
      },
      at,
      ines.person,
    )
  add('A', true)
  add('B', false)
  choose('number,name\nA,N A\n"B,N B\n,Nobody\n')
  const shown = await preview(await open())
  expect(shown).toMatchObject({ returning: 1, returningOnly: 1, missing: 0, faultyRows: 2 })
  choose('number,name\nA,N A\n,Nobody\n')
  const unsure = await preview(await open())
  expect(unsure).toMatchObject({ missing: 1, missingUnsure: true })
  const request = { plan: unsure.plan, onlyGood: true, markLeft: true, markLeavers: false, takeBack: true }
  expect(await refusal(() => handlers['roster.apply'](request, ines))).toEqual({ code: 'roster-faults' })
  expect(await handlers['roster.apply']({ ...request, markLeft: false }, ines)).toEqual({
    added: 0,
    changed: 0,
    left: 0,
    returned: 1,
  })
})

it('adds nobody who has left by the file, and ends a sign-in only with the tick', async () => {
  const { handlers, ines, open, preview, apply, names } = await desk()
  choose('number,name,Status\nA,Ana Sol,Active\nB,Bo Li,Active\n')
  await apply((await preview(await open())).plan)
  choose('number,name,Status\nA,Ana Sol,Terminated\nB,Bo Li,Active\nC,Cy Roy,Terminated\n')
  const shown = await preview(await open())
  expect(shown).toMatchObject({
    added: 0,
    changed: 0,
    leaving: 1,
    strangersGone: 1,
    missing: 0,
    someLeaving: [{ name: 'Ana Sol', number: 'A', said: 'Terminated' }],
    someStrangersGone: [{ name: 'Cy Roy', number: 'C', said: 'Terminated' }],
    wordsForHere: [{ word: 'Active', rows: 1 }],
  })
  expect(await apply(shown.plan)).toMatchObject({ left: 0 })
  expect(names()).toEqual(['Ana Sol', 'Bo Li'])
  const again = await preview(await open())
  const ticked = { onlyGood: false, markLeft: false, markLeavers: true, takeBack: false }
  expect(await handlers['roster.apply']({ plan: again.plan, ...ticked }, ines)).toMatchObject({ left: 1 })
  expect(names()).toEqual(['Bo Li'])
})

it('takes nobody with a question mark where a letter was lost, and no team with one within a word', async () => {
  const { open, preview } = await desk()
  choose(
    'number,name,team\nA,Fran?ois Roy,\nB,Ren? Roy,\nC,Ana Sol,Why not?\nD,?ukasz Nowak,\nE,Bo Li,?quipe B?ta\n',
  )
  const lost = (line: number, value: string) => ({ line, code: 'unreadable', value })
  expect(await preview(await open())).toMatchObject({
    added: 1,
    someAdded: [{ name: 'Ana Sol' }],
    someFaults: [
      lost(2, 'Fran?ois Roy'),
      lost(3, 'Ren? Roy'),
      lost(5, '?ukasz Nowak'),
      lost(6, '?quipe B?ta'),
    ],
  })
})
