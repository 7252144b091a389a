import { Compiler, CompilerOptions } from 'inkjs/full'
import { ImportRefused, refuse } from '../domain/authoring/import/refusal'

const ERROR = /line (\d+): (.*)$/s

/** @param before the source before the statement */
const refuseInclude = (before: string, file: string): never =>
  refuse('ink-include', { line: before.split('\n').length, file: file.trim() })

/**
 * Compiles the source of an ink story.
 * @returns the compiled story, as a JSON document
 * @throws ImportRefused with the line of the first error
 */
export function compileInk(source: string): unknown {
  const include = /^[ \t]*INCLUDE[ \t]+(.+)$/m.exec(source)
  if (include) return refuseInclude(source.slice(0, include.index), include[1]!)
  const errors: string[] = []
  const onMessage = (message: string, kind: number) => {
    // 2 is an error. Warnings and the author's notes do not keep a story from being read.
    if (kind === 2) errors.push(message)
  }
  // ink takes more spellings for an INCLUDE than the pattern above, and asks for the file here.
  const ResolveInkFilename = (name: string): string =>
    refuseInclude(source.slice(0, Math.max(source.indexOf('INCLUDE'), 0)), name)
  const options = new CompilerOptions(null, [], false, onMessage, {
    ResolveInkFilename,
    LoadInkFileContents: ResolveInkFilename,
  })
  const told = () => {
    const match = ERROR.exec(errors[0] ?? '')
    return refuse('ink-error', { line: Number(match?.[1] ?? 1), message: match?.[2] ?? errors[0] ?? '' })
  }
  try {
    const json = new Compiler(source, options).Compile().ToJson()
    if (errors.length > 0) return told()
    return typeof json === 'string'
      ? (JSON.parse(json) as unknown)
      : refuse('ink-error', { line: 1, message: '' })
  } catch (error) {
    if (error instanceof ImportRefused) throw error
    if (errors.length > 0) return told()
    // Only the source was given to the compiler, so whatever stopped it lies in the source.
    const message = error instanceof Error ? error.message : String(error)
    if (error instanceof RangeError || /stack overflow/i.test(message)) return refuse('too-deep')
    return refuse('ink-error', { line: 1, message })
  }
}
