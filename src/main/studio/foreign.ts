import type { OpenedFile } from '../files/dialogs'

/** Tells whether a file is meant to be a package of this program, judging by its name. */
export const isPackage = ({ name }: Pick<OpenedFile, 'name'>): boolean => /\.htl$/i.test(name)

/** Tells whether a file was made by another tool, judging by its content and its name. */
export function isForeign({ name, bytes }: OpenedFile): boolean {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return true
  if (/\.(?:twee3?|tw2?|ink|html?|h5p)$/i.test(name)) return true
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('utf8')
  return /"inkVersion"\s*:/.test(start) || start.includes('<tw-storydata') || /^::[ \t]*\S/m.test(start)
}
