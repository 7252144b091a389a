import type { Reader } from '../domain/course'

type Say = (key: string, values?: Readonly<Record<string, string>>) => string

/**
 * Returns a function that describes a habit, including those that go by the words of replies.
 * @param t the texts about proofs, in one language
 * @param toolName names a tool; without it, its id is used
 */
export function habitSayer(
  t: unknown,
  toolName: (tool: string) => string = (tool) => tool,
): (habit: Omit<Reader, 'tools'> & { readonly tools: readonly string[] }) => string {
  const say = t as Say
  return ({ tools, mode, reply }) => {
    const [first, second] = tools.map((tool) => (tool === 'act' ? say('act') : toolName(tool)))
    if (first === undefined) return say('habit.plain', { reply: say(`reply.${reply}`) })
    return say('habit', {
      tools: second === undefined ? first : say('habit.then', { first, second }),
      mode: say(`mode.${mode}`),
      reply: say(`reply.${reply}`),
    })
  }
}
