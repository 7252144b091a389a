/** Lists every command of the open Studio. Keys, buttons and the palette read this list. */

/** `parts`: the key only works while the focus is in the outline or the map, because fields use it themselves. */
type Where = 'anywhere' | 'parts'

interface Command {
  /** Such as `Mod+Shift+S` or `F2`. `Mod` is Control, on a Mac Command. The first one is shown. */
  readonly keys: readonly string[]
  readonly where: Where
}

const anywhere = (...keys: string[]): Command => ({ keys, where: 'anywhere' })
const parts = (...keys: string[]): Command => ({ keys, where: 'parts' })

export const COMMANDS = {
  palette: anywhere('Mod+K'),
  undo: anywhere('Mod+Z'),
  redo: anywhere('Mod+Y', 'Mod+Shift+Z'),
  search: anywhere('Mod+F', 'Mod+H'),
  'add-scene': anywhere('Mod+Shift+S'),
  'add-ending': anywhere('Mod+Shift+E'),
  'add-reply': anywhere('Mod+Shift+A'),
  'add-tool': anywhere('Mod+Shift+D'),
  'add-limit': anywhere('Mod+Shift+L'),
  lead: anywhere('Mod+Shift+G'),
  rename: parts('F2'),
  begin: anywhere('Mod+B'),
  duplicate: parts('Mod+D'),
  remove: parts('Delete', 'Backspace'),
  copy: parts('Mod+C'),
  cut: parts('Mod+X'),
  paste: parts('Mod+V'),
  'select-all': parts('Mod+A'),
  up: parts('Mod+ArrowUp'),
  down: parts('Mod+ArrowDown'),
  'play-from': anywhere('F9'),
  'play-whole': anywhere('Shift+F9'),
  'next-problem': anywhere('F8'),
  'last-problem': anywhere('Shift+F8'),
  'view-outline': anywhere('Alt+1'),
  'view-both': anywhere('Alt+2'),
  'view-map': anywhere('Alt+3'),
  'map-fit': anywhere('Alt+4'),
  'map-arrange': anywhere('Alt+5'),
  'pane-form': anywhere('Mod+1'),
  'pane-problems': anywhere('Mod+2'),
  'pane-play': anywhere('Mod+3'),
  'pane-comments': anywhere('Mod+4'),
  'pane-proof': anywhere('Mod+5'),
  'pane-translations': anywhere('Mod+6'),
  'pane-source': anywhere('Mod+7'),
  'pane-history': anywhere('Mod+8'),
  'section-about': anywhere('Mod+Shift+1'),
  'section-cast': anywhere('Mod+Shift+2'),
  'section-cues': anywhere('Mod+Shift+3'),
  'section-desk': anywhere('Mod+Shift+4'),
  'section-variants': anywhere('Mod+Shift+5'),
  compare: anywhere('Alt+6'),
  'compare-file': anywhere('Alt+7'),
  guide: anywhere('F1'),
  'zoom-in': anywhere('Mod+Plus'),
  'zoom-out': anywhere('Mod+-'),
  'zoom-reset': anywhere('Mod+0'),
  'full-screen': anywhere('F11'),
  export: anywhere('Mod+E'),
  publish: anywhere('Mod+Shift+Enter'),
  leave: anywhere('Mod+Shift+Backspace'),
} as const satisfies Readonly<Record<string, Command>>

export type CommandId = keyof typeof COMMANDS
export const COMMAND_IDS = Object.keys(COMMANDS) as CommandId[]

/** The function of each command that can be carried out now. The others are missing. */
export type Actions = Partial<Readonly<Record<CommandId, () => void>>>

interface Pressed {
  readonly key: string
  /** The place of the key: digits need another key on some keyboards, or Shift. */
  readonly code?: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const written = ({ key, code, ctrlKey, metaKey, shiftKey, altKey }: Pressed): string =>
  [
    ...(ctrlKey || metaKey ? ['Mod'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shiftKey ? ['Shift'] : []),
    /^Digit(\d)$/.exec(code ?? '')?.[1] ?? (key.length === 1 ? key.toUpperCase() : key),
  ].join('+')

const BY_KEY = new Map<string, CommandId>(
  COMMAND_IDS.flatMap((id) => COMMANDS[id].keys.map((key) => [key, id] as const)),
)

/** Returns the command of a key press. */
export const commandOf = (pressed: Pressed): CommandId | undefined => BY_KEY.get(written(pressed))

/** @returns the parts of a command's first key, as they are written on a keyboard */
export function keyParts(id: CommandId, mac: boolean): string[] {
  const [first = ''] = COMMANDS[id].keys
  return first.split('+').map((part) => (part === 'Mod' && mac ? '⌘' : part))
}
