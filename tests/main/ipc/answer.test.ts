import { describe, expect, it, vi } from 'vitest'
import { channels, type ChannelName } from '../../../src/bridge/channels'
import { answer, type Circumstances, type Handlers } from '../../../src/main/ipc/answer'
import { Refused } from '../../../src/main/refused'
import type { Person } from '../../../src/main/store/records'

const trainee: Person = { id: 'x', name: 'Priya Raman', number: 'IND-2041', role: 'trainee' }
const gate = (person: Person | undefined, report: (error: unknown) => void = () => {}) => ({
  caller: () => ({ person }),
  report,
})
const handlers = (some: Partial<Handlers>) => some as Handlers
const call = <C extends ChannelName>(name: C, all: Handlers, gate: Circumstances, raw: unknown) =>
  answer(name, channels[name], all[name], gate, raw)

describe('answer', () => {
  it('refuses a request of the wrong shape and never calls the handler', async () => {
    const handle = vi.fn()
    const all = handlers({ 'attempt.commit': handle })
    for (const raw of [undefined, null, 'x', { attempt: '../..' }, { attempt: 1, seq: 0 }]) {
      expect(await call('attempt.commit', all, gate(trainee), raw)).toMatchObject({
        ok: false,
        error: { code: 'bad-request' },
      })
    }
    expect(handle).not.toHaveBeenCalled()
  })

  it('refuses whoever is not signed in, and a role that the channel does not name', async () => {
    const all = handlers({ 'views.list': () => [] })
    const ask = (person: Person | undefined) => call('views.list', all, gate(person), undefined)
    expect(await ask(undefined)).toMatchObject({ error: { code: 'not-signed-in' } })
    expect(await ask(trainee)).toMatchObject({ error: { code: 'not-allowed' } })
    expect(await ask({ ...trainee, role: 'hr' })).toEqual({ ok: true, value: [] })
  })

  it('answers a refusal with its code, and any other error without its inside', async () => {
    const seen: unknown[] = []
    const refuse = handlers({
      'learn.courses': () => {
        throw new Refused('not-found', 'No such course.')
      },
    })
    expect(await call('learn.courses', refuse, gate(trainee), undefined)).toEqual({
      ok: false,
      error: { code: 'not-found', message: 'No such course.' },
    })
    const crash = handlers({
      'learn.courses': () => {
        throw new Error('secret path')
      },
    })
    const result = await call(
      'learn.courses',
      crash,
      gate(trainee, (e) => seen.push(e)),
      undefined,
    )
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(result)).not.toContain('secret')
    expect(seen).toHaveLength(1)
  })

  it('never answers with a value of the wrong shape', async () => {
    const wrong = handlers({ 'learn.courses': () => [{ id: 1 }] as never })
    expect(await call('learn.courses', wrong, gate(trainee), undefined)).toMatchObject({ ok: false })
  })
})
