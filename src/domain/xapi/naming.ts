/**
 * Names people, statements and things for a record store. Names never change, so that sending a statement again does
 * not double it.
 */
import { XAPI_BASE } from './vocabulary'
import type { Agent, Learner } from './types'

/** Facts and functions that the caller supplies, because the domain has none of its own. */
export interface Naming {
  /** The IRI of the organisation: the home page of its accounts. */
  readonly homePage: string
  /** Returns the SHA-1 of some bytes, 20 bytes long. */
  readonly sha1: (bytes: Uint8Array) => Uint8Array
  /**
   * Returns a keyed hash of a text in pseudonymous mode, as hexadecimal digits. Without the key, nobody can find the
   * text for a hash. `null` in named mode.
   */
  readonly pseudonym: ((text: string) => string) | null
}

/**
 * The namespace of our name-based UUIDs. It is that of URLs (RFC 9562, 6.6), since each name begins with our base
 * address.
 */
const NAMESPACE = [
  0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
]

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Returns the namespace and the name as bytes; the name in UTF-8. */
function namedBytes(name: string): Uint8Array {
  // A lone surrogate has no UTF-8 form. The escaped text is ASCII, as most names are anyway.
  const ascii = /^[ -$&-~]*$/.test(name)
    ? name
    : encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd'))
  const bytes = new Uint8Array(NAMESPACE.length + ascii.length)
  bytes.set(NAMESPACE)
  let end = NAMESPACE.length
  for (let at = 0; at < ascii.length; at += 1) {
    const escaped = ascii[at] === '%'
    bytes[end] = escaped ? Number.parseInt(ascii.slice(at + 1, at + 3), 16) : ascii.charCodeAt(at)
    if (escaped) at += 2
    end += 1
  }
  return bytes.subarray(0, end)
}

/**
 * Makes a name-based UUID, version 5 (RFC 9562, 5.5).
 * @param name the name of the thing; the same name gives the same UUID
 * @param sha1 computes SHA-1
 */
export function uuidOf(name: string, sha1: Naming['sha1']): string {
  const hash = sha1(namedBytes(name))
  let text = ''
  for (let at = 0; at < 16; at += 1) {
    let byte = hash[at]!
    if (at === 6) byte = (byte & 0x0f) | 0x50
    if (at === 8) byte = (byte & 0x3f) | 0x80
    text += at === 4 || at === 6 || at === 8 || at === 10 ? `-${HEX[byte]}` : HEX[byte]
  }
  return text
}

/**
 * Returns the id of one of our things as a UUID.
 * @param kind the kind of thing: `attempt`, `passed`, `certificate`
 * @param key its id in the records. In pseudonymous mode nobody without the hash key can derive the UUID from it.
 */
export function idOf(kind: string, key: string, naming: Naming): string {
  const name = `${kind}:${key}`
  return uuidOf(`${XAPI_BASE}/${naming.pseudonym ? naming.pseudonym(name) : name}`, naming.sha1)
}

/**
 * Returns an address for an organisation that has given no home page.
 * @param organisation its name
 */
export function organisationHomePage(organisation: string, sha1: Naming['sha1']): string {
  const base = `${XAPI_BASE}/organisations`
  return `${base}/${uuidOf(`${base}/${organisation.trim().toLowerCase()}`, sha1)}`
}

/**
 * Returns a person as the actor of a statement: an account with the organisation.
 * @returns in pseudonymous mode an account with the keyed hash instead of the employee number, and without a name
 */
export function actorOf(person: Learner, naming: Naming): Agent {
  const { homePage, pseudonym } = naming
  // The database compares employee numbers without regard to case.
  const number = person.number.toUpperCase()
  if (pseudonym) return { objectType: 'Agent', account: { homePage, name: pseudonym(`person:${number}`) } }
  return { objectType: 'Agent', name: person.name, account: { homePage, name: person.number } }
}
