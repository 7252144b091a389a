/** Finds the files that a text carries: the attachments of a mail, `data:` addresses, and base64 as a whole. */
import { base64, base64nopad } from '@scure/base'
import { bearsTrace } from './parts'

/** The parts of a mail that are encoded in base64, as attachments are. */
const PACKED_PART =
  /content-transfer-encoding:\s*base64\b[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n([A-Za-z0-9+/=\s]+)/gi

/** Files that a text contains as `data:` addresses, as web pages do with pictures. */
const DATA_ADDRESS = /data:[\w.+/;=-]*;base64,([A-Za-z0-9+/=\s]{60,})/g

function unpacked(letters: string): Uint8Array[] {
  try {
    // A mail may be cut off anywhere; every four letters are three bytes.
    return [base64.decode(letters.slice(0, letters.length - (letters.length % 4)))]
  } catch {
    // Text that is no base64 holds no file.
    return []
  }
}

function unpackedBare(letters: string): Uint8Array[] {
  try {
    return [base64nopad.decode(letters)]
  } catch {
    return []
  }
}

/** Returns the file that a text is in base64 as a whole, as a mail's source or a database shows it; none for other texts. */
function wholePacked(text: string): Uint8Array[] {
  const letters = text
    .replaceAll(/^-----[A-Z ]+-----$/gm, '')
    .replaceAll(/^[>|\s]+|[\s\0]/gm, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
  if (letters.length < 60 || !/^[A-Za-z0-9+/]+={0,2}$/.test(letters)) return []
  const bare = letters.replace(/=+$/, '')
  return unpackedBare(bare.slice(0, bare.length - (bare.length % 4 === 1 ? 1 : 0)))
}

/** What a text carries. */
export interface Attached {
  readonly files: readonly Uint8Array[]
  /** The text without the files. */
  readonly rest: string
}

/** Returns the files within a mail, or within a text that holds `data:` addresses. */
export function attachedTo(text: string): Attached {
  const within = (kind: RegExp, unpack: (packed: string) => Uint8Array[], of = text): Attached => ({
    files: [...of.matchAll(kind)].flatMap(([, packed = '']) => unpack(packed)),
    rest: of.replaceAll(kind, '\n'),
  })
  const addressed = (packed: string) => unpackedBare(packed.replaceAll(/[\s=]/g, ''))
  if (/^content-transfer-encoding:\s*base64/im.test(text)) {
    const mail = within(PACKED_PART, (packed) => unpacked(packed.replaceAll(/\s/g, '')))
    if (bearsTrace(mail.rest)) return mail
    // Its words may be a page with pictures in it.
    const page = within(DATA_ADDRESS, addressed, mail.rest)
    return { files: [...mail.files, ...page.files], rest: page.rest }
  }
  const files = wholePacked(text)
  if (files.length > 0) return { files, rest: '' }
  // A credential of ours contains its picture as such an address, which is no separate file.
  if (/^\s*[{[]/.test(text) || bearsTrace(text)) return { files: [], rest: text }
  return within(DATA_ADDRESS, addressed)
}
