import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../src/domain/records'

describe('canonical JSON', () => {
  it('is what RFC 8785 shows', () => {
    expect(canonicalJson({ b: [1e21, 4.5, 2e-3, 1e-27], a: '\u20ac$\u000f\nA\'B"\\', '\u20ac': null })).toBe(
      '{"a":"€$\\u000f\\nA\'B\\"\\\\","b":[1e+21,4.5,0.002,1e-27],"€":null}',
    )
  })
})
