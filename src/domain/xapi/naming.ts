/** How people, statements and things are named towards a record store: always the same, so that a resend doubles nothing. */
import { XAPI_BASE } from './vocabulary'
import type { Agent, Learner } from './types'

/** What the domain may not have of its own. */
export interface Naming {
  /** IRI of the organisation: the home page of its accounts. */
  readonly homePage: string
  /** SHA-1 of some bytes: 20 bytes. */
  readonly sha1: (bytes: Uint8Array) => Uint8Array
  /**
   * In pseudonymous mode a keyed hash of a text, as hexadecimal digits; whoever lacks the key can't go back from it
   * to the text. `null` in named mode.
   */
  readonly pseudonym: ((text: string) => string) | null
}

/** Namespace of our name-based UUIDs: that of URLs (RFC 9562, 6.6), since each name begins with our base address. */
const NAMESPACE = '6ba7b8119dad11d180b400c04fd430c8'

const utf8 = (text: string): number[] => {
  const encoded = encodeURIComponent(text)
  const bytes: number[] = []
  for (let at = 0; at < encoded.length; at += 1) {
    if (encoded[at] === '%') {
      bytes.push(Number.parseInt(encoded.slice(at + 1, at + 3), 16))
      at += 2
    } else bytes.push(encoded.charCodeAt(at))
  }
  return bytes
}

/**
 * A name-based UUID, version 5 (RFC 9562, 5.5).
 * @param name what it stands for; the same name gives the same UUID
 * @param sha1 SHA-1
 */
export function uuidOf(name: string, sha1: Naming['sha1']): string {
  const space = Array.from({ length: 16 }, (_, i) => Number.parseInt(NAMESPACE.slice(i * 2, i * 2 + 2), 16))
  // A lone surrogate has no UTF-8.
  const hash = sha1(Uint8Array.from([...space, ...utf8(name.replace(/\p{Surrogate}/gu, '\ufffd'))])).slice(
    0,
    16,
  )
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * The id of a thing of ours as a UUID.
 * @param kind what it is: `attempt`, `passed`, `certificate`
 * @param key its id in the records. In pseudonymous mode nobody without the key can make the same UUID from it.
 */
export function idOf(kind: string, key: string, naming: Naming): string {
  const name = `${kind}:${key}`
  return uuidOf(`${XAPI_BASE}/${naming.pseudonym ? naming.pseudonym(name) : name}`, naming.sha1)
}

/**
 * The organisation as an address, where it has given no home page of its own.
 * @param organisation its name
 */
export function organisationHomePage(organisation: string, sha1: Naming['sha1']): string {
  const base = `${XAPI_BASE}/organisations`
  return `${base}/${uuidOf(`${base}/${organisation.trim().toLowerCase()}`, sha1)}`
}

/**
 * A person as the actor of a statement: an account with the organisation.
 * @returns in pseudonymous mode the keyed hash instead of the employee number, and no name
 */
export function actorOf(person: Learner, naming: Naming): Agent {
  const { homePage, pseudonym } = naming
  // The database holds employee numbers without regard to case.
  const number = person.number.toUpperCase()
  if (pseudonym) return { objectType: 'Agent', account: { homePage, name: pseudonym(`person:${number}`) } }
  return { objectType: 'Agent', name: person.name, account: { homePage, name: person.number } }
}
