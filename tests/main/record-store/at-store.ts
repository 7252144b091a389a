/**
 * Provides a real record store, a proxy in front of it, and installations that send to it, for the tests of one file.
 */
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { startProxy, type Proxy, type Seen } from '../../lrs/proxy'
import { held, startStore, type TestStore } from '../../lrs/store'
import { installation, type Installation } from './installation'

export interface AtStore {
  readonly store: TestStore
  readonly proxy: Proxy
  /** Makes an installation that is closed after the test. */
  make(...options: Parameters<typeof installation>): Installation
  /** Forgets the installations made so far, which the test has closed itself. */
  closedByTest(): void
  /** Returns the ids of an installation's statements in the store, each as often as it is there. */
  arrived(one: Installation): Promise<string[]>
  /** Expects that nothing is lost and nothing doubled. */
  expectAllOnce(one: Installation, count: number): Promise<void>
  posts(): Seen[]
}

/** Registers hooks that start and stop everything; `proxy` and `store` can be used inside tests. */
export function atStore(): AtStore {
  let store: TestStore
  let proxy: Proxy
  const open: Installation[] = []
  beforeAll(async () => {
    store = await startStore()
    proxy = await startProxy(store.address)
  })
  afterEach(async () => {
    proxy.behave(() => 'pass')
    await Promise.all(open.splice(0).map((one) => one.close()))
    proxy.seen.splice(0)
  })
  afterAll(async () => {
    await proxy?.close()
    await store?.kill()
  })
  const arrived = async (one: Installation): Promise<string[]> => {
    const own = new Set(one.queued())
    return (await held(store.address)).map(({ id }) => id).filter((id) => own.has(id))
  }
  return {
    get store() {
      return store
    },
    get proxy() {
      return proxy
    },
    make: (...options) => {
      const made = installation(...options)
      open.push(made)
      return made
    },
    closedByTest: () => void open.splice(0),
    arrived,
    async expectAllOnce(one, count) {
      expect(one.queued()).toHaveLength(count)
      expect((await arrived(one)).sort()).toEqual(one.queued().sort())
      expect(one.recordStore.state()).toMatchObject({ waiting: 0, refused: 0 })
    },
    posts: () => proxy.seen.filter(({ method }) => method === 'POST'),
  }
}
