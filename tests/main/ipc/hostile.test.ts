/** Calls every channel with values that the structured clone can carry and no page of ours ever sends. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { channels, type ChannelName } from '../../../src/bridge/channels'
import { answer } from '../../../src/main/ipc/answer'
import { isPlainData } from '../../../src/main/ipc/plain'
import { processorMs } from '../../time'

const names = Object.keys(channels) as ChannelName[]

function cycle(): unknown {
  const self: Record<string, unknown> = {}
  self['self'] = self
  return self
}
const deep = (levels: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = wrap(value)
  return value
}
const cyclicList: unknown[] = []
cyclicList.push(cyclicList)

const HOSTILE: Readonly<Record<string, () => unknown>> = {
  'a typed array': () => new Uint8Array(8),
  'a large typed array': () => new Float64Array(1_000_000),
  'a buffer': () => new ArrayBuffer(8),
  'a shared buffer': () => new SharedArrayBuffer(8),
  'a view': () => new DataView(new ArrayBuffer(8)),
  'a map': () => new Map([['search', '']]),
  'a set': () => new Set([1]),
  'a date': () => new Date(),
  'an unusable date': () => new Date(NaN),
  'an expression': () => /(a+)+$/,
  'an error': () => new Error('x'),
  'a big integer': () => 10n ** 30n,
  'a number as an object': () => Object(1) as unknown,
  'a symbol': () => Symbol('x'),
  'a function': () => () => 1,
  'no number': () => NaN,
  'an infinite number': () => Infinity,
  'an object that holds itself': cycle,
  'a list that holds itself': () => cyclicList,
  'a deep object': () => deep(50_000, (inner) => ({ inner })),
  'a deep list': () => deep(50_000, (inner) => [inner]),
  'a long list': () => Array.from({ length: 1_000_000 }, () => 0),
  'a list without end': () => Object.assign([], { length: 4_294_967_295 }),
  'a huge text': () => 'x'.repeat(40_000_000),
  'a getter that throws': () => ({
    get filter() {
      throw new Error('no')
    },
  }),
  'a proxy that throws': () =>
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no')
        },
      },
    ),
}

const ALLOWED = { app: true }
const ask = async (name: ChannelName, raw: unknown) => {
  let reached = false
  const reports: unknown[] = []
  const person = { id: 'x', name: 'X', number: '1', role: channels[name].roles?.at(-1) ?? 'trainee' }
  const handle = () => {
    reached = true
    return ALLOWED as never
  }
  const gate = { caller: () => ({ person }), report: (error: unknown) => reports.push(error) }
  const result = await answer(name, channels[name], handle, gate, raw)
  return { result, reached, reports }
}
const REFUSED = { ok: false, error: { code: 'bad-request' } }

/** Returns valid values with one member replaced, once for each member. */
function* withOneReplaced(schema: unknown, hostile: unknown): Generator<unknown> {
  if (!(schema instanceof z.ZodObject)) return
  const shape = schema.shape as Record<string, unknown>
  for (const key of Object.keys(shape)) yield { [key]: hostile }
  for (const [key, inner] of Object.entries(shape)) {
    for (const within of withOneReplaced(inner, hostile)) yield { [key]: within }
  }
}

describe.each(Object.entries(HOSTILE))('%s', (_what, make) => {
  it('is a bad request of every channel, at once', async () => {
    const hostile = make()
    for (const name of names) {
      for (const raw of [hostile, { filter: hostile }, ...withOneReplaced(channels[name].request, hostile)]) {
        // Only this channel accepts bytes.
        const bytes = (raw as { bytes?: unknown } | null)?.bytes
        if (channels[name].bytes.length > 0 && bytes instanceof Uint8Array) continue
        const took = await processorMs(async () => {
          const { result, reached, reports } = await ask(name, raw)
          expect([name, result]).toMatchObject([name, REFUSED])
          expect(reached || reports.length > 0).toBe(false)
        })
        expect(took).toBeLessThan(2000)
      }
    }
  })
})

describe('a call', () => {
  it('answers whatever comes, and never rejects', async () => {
    const anything = fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
      withNullPrototype: true,
      withObjectString: true,
    })
    const members = fc.dictionary(
      fc.constantFrom(
        ...names.flatMap((name) => Object.keys((channels[name].request as { shape?: object }).shape ?? {})),
      ),
      anything,
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.oneof(anything, members), async (name, raw) => {
        const { result, reached } = await ask(name, raw)
        expect(reached || (!result.ok && result.error.code === 'bad-request')).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('answers also when who calls can’t be told, or the answer is none', async () => {
    const gate = {
      caller: () => {
        throw new Error('the records are closed')
      },
      report: () => {},
    }
    const result = await answer('app.state', channels['app.state'], () => undefined as never, gate, undefined)
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } })
  })

  it('that meets a full disk says so, whoever met it', async () => {
    for (const code of ['SQLITE_FULL', 'ENOSPC', 'EDQUOT']) {
      const handle = () => {
        throw Object.assign(new Error('no room'), { code })
      }
      const gate = { caller: () => ({ person: undefined }), report: () => {} }
      const result = await answer('app.state', channels['app.state'], handle, gate, undefined)
      expect(result).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    }
  })
})

describe('plain data', () => {
  it('is what JSON could hold, and a member that is missing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(isPlainData(value)).toBe(true)
      }),
    )
    expect(isPlainData({ a: undefined, b: [null, 'x', 1.5, true] })).toBe(true)
    expect(isPlainData(undefined)).toBe(true)
  })

  it('has bytes where the channel says so, and nowhere else', () => {
    const bytes = new Uint8Array(3)
    expect(isPlainData({ bytes }, ['bytes'])).toBe(true)
    for (const value of [bytes, { other: bytes }, { within: { bytes } }, [bytes]]) {
      expect(isPlainData(value, ['bytes'])).toBe(false)
    }
  })
})
