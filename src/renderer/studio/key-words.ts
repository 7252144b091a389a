import { keyParts, type CommandId } from './commands'
import { useCommandText } from './words'

const MAC = /Mac/.test(globalThis.navigator?.userAgent ?? '')

/** Returns a function that names a command's keys as the reader's keyboard does. */
export function useKeyWords(): (id: CommandId) => string {
  const t = useCommandText()
  const named = (part: string): string => {
    const name = `key.${part}`
    return t.has(name) ? (t as unknown as (key: string) => string)(name) : part
  }
  return (id) => keyParts(id, MAC).map(named).join('+')
}
