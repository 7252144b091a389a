import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'
import { Refused } from '../refused'
import { signingKeyFrom, type SigningKey } from '../keys/signing-key'

/** scrypt (RFC 7914): each guess costs 64 MB and most of a second. */
const COST = { N: 65_536, r: 8, p: 1 } as const
const MEMORY = 160 * 1024 * 1024
const LABEL = 'Hold the Line: issuer key'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const backupSchema = z.strictObject({
  what: z.literal(LABEL),
  format: z.literal(1),
  did: z.string().max(100),
  scrypt: z.strictObject({ N: z.literal(COST.N), r: z.literal(COST.r), p: z.literal(COST.p), salt: hex(16) }),
  /** AES-256-GCM. The members `what`, `format` and `did` are authenticated with it. */
  iv: hex(12),
  tag: hex(16),
  key: hex(32),
})

const derive = (passphrase: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, { ...COST, maxmem: MEMORY }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

const additional = (did: string) => Buffer.from(JSON.stringify([LABEL, 1, did]))

/** Writes the issuer's key as a file that can be opened on any computer with the passphrase alone. */
export async function backUpKey(key: SigningKey, passphrase: string): Promise<string> {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, salt), iv).setAAD(additional(key.did))
  const sealed = Buffer.concat([cipher.update(key.seed), cipher.final()])
  const backup: z.output<typeof backupSchema> = {
    what: LABEL,
    format: 1,
    did: key.did,
    scrypt: { ...COST, salt: salt.toString('hex') },
    iv: iv.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
    key: sealed.toString('hex'),
  }
  return `${JSON.stringify(backup, null, 2)}\n`
}

/**
 * Opens a backup of the key.
 * @returns 32 bytes
 * @throws Refused `bad-request` for another kind of file, `wrong-passphrase` for a wrong passphrase or an altered file
 */
export async function openKeyBackup(text: string, passphrase: string): Promise<Uint8Array> {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    raw = undefined
  }
  const read = backupSchema.safeParse(raw)
  if (!read.success) throw new Refused('bad-request', 'This file is not a back-up of an issuer’s key.')
  const { did, scrypt: cost, iv, tag, key } = read.data
  try {
    const secret = await derive(passphrase, Buffer.from(cost.salt, 'hex'))
    const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(iv, 'hex'))
      .setAAD(additional(did))
      .setAuthTag(Buffer.from(tag, 'hex'))
    const seed = new Uint8Array(Buffer.concat([decipher.update(Buffer.from(key, 'hex')), decipher.final()]))
    if (signingKeyFrom(seed, false).did === did) return seed
  } catch {
    // The error below covers both causes, because GCM does not tell them apart.
  }
  throw new Refused('wrong-passphrase', 'The passphrase does not open this back-up, or the file was altered.')
}
