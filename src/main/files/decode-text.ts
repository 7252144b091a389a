/** The text that bytes are in an encoding, without its byte order mark; `undefined` where they are none. */
export function decodeText(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
