import { describe, expect, it } from 'vitest'
import { API } from '../../src/bridge/api'
import { channels } from '../../src/bridge/channels'

describe('the bridge', () => {
  it('names in the API exactly the channels of the table', () => {
    const named = Object.entries(API).flatMap(([area, methods]) =>
      methods.map((method) => `${area}.${method}`),
    )
    expect(named.sort()).toEqual(Object.keys(channels).sort())
  })
})
