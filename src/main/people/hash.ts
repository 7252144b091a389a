import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { normalSecret } from '../../domain/records'

/** OWASP's parameters for 32 MB a guess. A guess takes about a quarter of a second on an office PC. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const
const KEY_BYTES = 32
const SALT_BYTES = 16
const MOST_MEMORY = 256 * 1024 * 1024

interface Parameters {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** Derives the key on another thread, so that the window goes on answering. */
function derive(secret: string, salt: Buffer, { N, r, p }: Parameters): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(normalSecret(secret), salt, KEY_BYTES, { N, r, p, maxmem: MOST_MEMORY }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

/** Returns a salted hash with its parameters: `scrypt$N$r$p$salt$key`. */
export async function hashSecret(secret: string, cost: Parameters = COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await derive(secret, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/**
 * A hash that no secret fits. Comparing with it takes as long as a real comparison, so that an unknown number can't be
 * told from a wrong secret.
 */
const NOBODY = ['scrypt', COST.N, COST.r, COST.p, Buffer.alloc(SALT_BYTES).toString('base64url'), ''].join(
  '$',
)

/**
 * Checks a secret against a hash.
 * @param hash `undefined` for somebody without a secret; the answer is then no, after the same time as for others
 * @throws when a hash is not in the form that `hashSecret` writes
 */
export async function verifySecret(secret: string, hash: string | undefined): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = (hash ?? NOBODY).split('$')
  if (scheme !== 'scrypt' || salt === undefined || key === undefined)
    throw new Error('This is no scrypt hash.')
  const derived = await derive(secret, Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  const expected = Buffer.from(key, 'base64url')
  return expected.length === derived.length && timingSafeEqual(expected, derived)
}
