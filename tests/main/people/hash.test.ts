import { describe, expect, it } from 'vitest'
import { hashSecret, verifySecret } from '../../../src/main/people/hash'
import { processorMs } from '../../time'

const CHEAP = { N: 1024, r: 8, p: 1 }

describe('hashSecret', () => {
  it('makes another hash each time, with the parameters in it, and none of the secret', async () => {
    const [one, two] = await Promise.all([
      hashSecret('seven green bicycles'),
      hashSecret('seven green bicycles'),
    ])
    expect(one).not.toBe(two)
    expect(one).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
    expect(await verifySecret('seven green bicycles', one)).toBe(true)
    expect(await verifySecret('seven green bicycle', one)).toBe(false)
  })

  it('still reads a hash of other parameters', async () => {
    const old = await hashSecret('seven green bicycles', CHEAP)
    expect(await verifySecret('seven green bicycles', old)).toBe(true)
    expect(await verifySecret('seven Green bicycles', old)).toBe(false)
  })

  it('takes the same sentence however its letters are composed and its words are spaced', async () => {
    const hash = await hashSecret('un café  à six heures', CHEAP)
    expect(await verifySecret(' un cafe\u0301 a\u0300 six heures ', hash)).toBe(true)
  })

  it('says no for somebody who has none, and takes as long over it', async () => {
    const hash = await hashSecret('seven green bicycles')
    const time = (kept: string | undefined) =>
      processorMs(async () => expect(await verifySecret('wrong', kept)).toBe(false))
    await time(undefined)
    const [none, wrong] = [await time(undefined), await time(hash)]
    expect(none).toBeGreaterThan(wrong / 3)
  })

  it('does not take a damaged hash for a wrong secret', async () => {
    await expect(verifySecret('x', 'md5$abc')).rejects.toThrow(/scrypt/)
  })
})
