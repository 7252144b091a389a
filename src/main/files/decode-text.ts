/** Decodes bytes without their byte order mark; `undefined` if they are not valid in this encoding. */
export function decodeText(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
