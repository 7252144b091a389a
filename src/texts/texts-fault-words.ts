import type { TextsFault } from '../domain/translation/texts-file'

/**
 * Returns a function that says what is wrong with a file of texts: by its code, or by the part that is wrong.
 * @param t the texts about translations, in one language
 */
export function textsFaultSayer(t: {
  readonly has: (key: string) => boolean
}): (fault: TextsFault) => string {
  const { has } = t
  const say = t as unknown as (key: string, values: TextsFault['params']) => string
  return ({ code, params, line }) => {
    const what = `fault.${code}.${params['what'] ?? ''}`
    const sentence = say(has(what) ? what : `fault.${code}`, params)
    return line === undefined ? sentence : say('line', { line, sentence })
  }
}
