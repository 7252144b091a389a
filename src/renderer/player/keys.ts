type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'repeat' | 'isComposing'
> & { getModifierState(key: string): boolean }

/** The action of a single key. */
export type Shortcut =
  | { readonly kind: 'show-all' }
  /** Counted from 0. */
  | { readonly kind: 'reply'; readonly index: number }
  | { readonly kind: 'letter'; readonly letter: string }

/**
 * Reads a key as a shortcut. With a modifier, or while a word is being composed, the key belongs to the system or to
 * the word. Shift counts as a modifier except with digits, because keyboards with accented letters in the top row need
 * it for digits.
 */
export function shortcutOf(press: Press): Shortcut | undefined {
  const { key, code } = press
  if (press.repeat || press.isComposing || press.ctrlKey || press.altKey || press.metaKey) return undefined
  if (press.getModifierState('AltGraph')) return undefined
  const digit = /^[1-9]$/.exec(key)?.[0] ?? (press.shiftKey ? undefined : /^Digit([1-9])$/.exec(code)?.[1])
  if (digit !== undefined) return { kind: 'reply', index: Number(digit) - 1 }
  if (press.shiftKey) return undefined
  if (key === ' ') return { kind: 'show-all' }
  return /^[a-z]$/i.test(key) ? { kind: 'letter', letter: key.toLowerCase() } : undefined
}

/** Elements that use the keys themselves, for typing or choosing. */
const TYPING =
  'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"], [role="listbox"]'

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TYPING) !== null

/** Tells whether the focused element uses the space key itself, before the conversation may. */
export const takesSpace = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, [role="tab"]') !== null
