/** The first seconds of the program, and its end during them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

let data = ''
vi.mock('electron', () => ({
  app: { getPath: () => data, getVersion: () => '1.2.3', getLocale: () => 'en' },
  safeStorage: {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptString: (text: string) => Buffer.from(text).reverse(),
    decryptString: (bytes: Buffer) => Buffer.from(bytes).reverse().toString(),
  },
}))
/** Stands for the services, which need the records. */
const startProgram = vi.fn()
vi.mock('../../../src/main/compose/program', () => ({ startProgram }))
const { Startup } = await import('../../../src/main/compose/startup')
type OpenRecords = import('../../../src/main/compose/open-records').OpenRecords

const program = {
  answer: () => Promise.resolve({ ok: true, value: 'asked' }),
  close: () => Promise.resolve(),
}

function begin() {
  const onFault = vi.fn()
  const onStarted = vi.fn()
  const startup = new Startup({
    madePages: new Map(),
    rendererFolder: data,
    report: vi.fn(),
    opened: { first: undefined } as never,
    onStarted,
    onChange: vi.fn(),
    send: vi.fn(),
    onLocale: vi.fn(),
    onFault,
  })
  startup.open()
  return { startup, onFault, onStarted }
}

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'htl-startup-'))
  vi.useFakeTimers()
  startProgram.mockReset().mockImplementation(({ records }: { records: OpenRecords }) => {
    records.db.prepare('select 1').all()
    return program
  })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(data, { recursive: true, force: true })
})

describe('a start', () => {
  it('answers the first question from the records alone, and the next with all services', async () => {
    const { startup, onStarted } = begin()
    expect(await startup.answer('app.state', true, {})).toMatchObject({
      ok: true,
      value: { phase: 'first-run' },
    })
    expect(startProgram).not.toHaveBeenCalled()
    expect(await startup.answer('people.list', true, {})).toEqual({ ok: true, value: 'asked' })
    expect(onStarted).toHaveBeenCalledExactlyOnceWith(program)
    startup.end()
  })

  it('starts the services if the page asks for nothing', async () => {
    const { startup, onStarted } = begin()
    await vi.advanceTimersByTimeAsync(6000)
    await vi.waitFor(() => expect(onStarted).toHaveBeenCalledTimes(1))
    startup.end()
  })

  it('tells a fault of the services', async () => {
    startProgram.mockImplementation(() => {
      throw new TypeError('no services')
    })
    const { onFault } = begin()
    await vi.advanceTimersByTimeAsync(6000)
    await vi.waitFor(() => expect(onFault).toHaveBeenCalledTimes(1))
  })
})

describe('a start that is ended', () => {
  it.each([
    ['before the first question', async () => {}],
    [
      'after the first question',
      (startup: InstanceType<typeof Startup>) => startup.answer('app.state', true, {}),
    ],
  ])('begins nothing more and tells no fault: %s', async (_name, before) => {
    const { startup, onFault, onStarted } = begin()
    await before(startup)
    startup.end()
    void startup.answer('people.list', true, {})
    startup.open()
    await vi.advanceTimersByTimeAsync(10_000)
    await vi.dynamicImportSettled()
    expect([startProgram, onStarted, onFault].map((called) => called.mock.calls)).toEqual([[], [], []])
  })

  it('does not start services whose code is on its way, and releases the records', async () => {
    const { startup, onFault, onStarted } = begin()
    const asked = vi.fn()
    void startup.answer('people.list', true, {}).then(asked)
    startup.end()
    await vi.dynamicImportSettled()
    await vi.advanceTimersByTimeAsync(10_000)
    expect([startProgram, onStarted, onFault, asked].map((called) => called.mock.calls)).toEqual([
      [],
      [],
      [],
      [],
    ])
    const again = begin()
    expect(await again.startup.answer('people.list', true, {})).toMatchObject({ ok: true })
    again.startup.end()
  })

  it('does not take the services from under a program that runs', async () => {
    const { startup } = begin()
    await startup.answer('people.list', true, {})
    startup.end()
    expect(await startup.answer('people.list', true, {})).toEqual({ ok: true, value: 'asked' })
  })
})
