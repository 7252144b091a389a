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
const NAMESPACE = [
  0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
]

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Namespace and name as bytes; the name in UTF-8. */
function namedBytes(name: string): Uint8Array {
  // A lone surrogate has no UTF-8. What is encoded is ASCII, as most names are to begin with.
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
 * A name-based UUID, version 5 (RFC 9562, 5.5).
 * @param name what it stands for; the same name gives the same UUID
 * @param sha1 SHA-1
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
