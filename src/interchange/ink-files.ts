import { Compiler, CompilerOptions } from 'inkjs/full'
import { refuse } from '../domain/authoring/import/refusal'

const ERROR = /line (\d+): (.*)$/s

/**
 * Compiles the source of an ink story.
 * @returns the compiled story, as a JSON document
 * @throws ImportRefused with the line of the first error
 */
export function compileInk(source: string): unknown {
  const include = /^[ \t]*INCLUDE[ \t]+(.+)$/m.exec(source)
  if (include) {
    const line = source.slice(0, include.index).split('\n').length
    return refuse('ink-include', { line, file: include[1]!.trim() })
  }
  const errors: string[] = []
  const options = new CompilerOptions(null, [], false, (message: string, kind: number) => {
    // 2 is an error. Warnings and the author's notes do not keep a story from being read.
    if (kind === 2) errors.push(message)
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
    if (errors.length > 0) return told()
    if (error instanceof RangeError) return refuse('too-deep')
    throw error
  }
}
