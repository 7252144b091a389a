import { useEffect, useEffectEvent } from 'react'
import type { Issue } from '../../domain/scenario/issue'
import { TO_WRITE } from '../../domain/scenario/unwritten'
import { addEnding, addReply, addScene, idFor, leadTo, move, put } from './acts'
import { commandOf, COMMANDS, type Actions } from './commands'
import type { OpenDocument } from './open-document'
import { membersOf } from '../../domain/scenario/members'
import { at, isScene, sceneOf, selectedAt, type OutlineChoice, type OutlineScene, type Path } from './outline'
import {
  addChoice,
  copyParts,
  duplicateParts,
  outermost,
  partsFrom,
  pasteParts,
  removeParts,
  sceneName,
} from './parts'
import { placeActions, type PlaceCommand } from './place-actions'
import { keyOf, several, type Selection } from './selection'
import { useNewWords } from './new-words'
import { useChoiceWords } from './OutlineTree'
import { useStudioText, useWords } from './words'

export const VIEWS = ['outline', 'both', 'map'] as const
export type View = (typeof VIEWS)[number]

/** Commands that ask something before they act. */
export type Asking = 'rename' | 'lead' | 'palette' | 'search' | 'export'

interface ActionFacts {
  readonly open: OpenDocument
  readonly document: unknown
  readonly scenes: readonly OutlineScene[]
  readonly everywhere: readonly OutlineChoice[]
  readonly languages: readonly string[]
  readonly readOnly: boolean
  readonly isScenario: boolean
  readonly selection: Selection
  /** True while the screen shows something else than the document. */
  readonly asleep: boolean
  readonly issues: readonly Issue[]
  /** The problem to which somebody went last. */
  readonly issue: Issue | undefined
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly onSelect: (selection: Selection) => void
  readonly onAsk: (asking: Asking) => void
  readonly onView: (view: View) => void
  readonly onIssue: (issue: Issue) => void
  /** Plays from a scene, or from the beginning. */
  readonly onPlay: (scene: string | null) => void
  /** Plays the scenario as a trainee sees it; missing while nothing can be played. */
  readonly onWhole: (() => void) | undefined
  readonly onPublish: () => void
  readonly onLeave: () => void
  readonly places: Omit<Parameters<typeof placeActions>[0], 'isScenario' | 'readOnly'>
}

/** The parts that were copied last in this window, for commands that may not read the clipboard. */
let lastCopied = ''

/** Builds the functions of the Studio's commands. */
export function useActions(facts: ActionFacts) {
  const { open, document, scenes, everywhere, languages, readOnly, isScenario, selection, issues } = facts
  const t = useStudioText()
  const words = useWords()
  const choiceWords = useChoiceWords()
  const fresh = useNewWords(languages)
  const { main, keys } = selection
  const known = [
    ...scenes.flatMap(({ path, choices }) => [path, ...choices.map((choice) => choice.path)]),
    ...everywhere.map(({ path }) => path),
  ]
  const selected = known.filter((path) => keys.has(keyOf(path)))
  const mainPath = main.what === 'section' ? undefined : main.path
  const sceneAt = mainPath && scenes.find(({ path }) => keyOf(path) === keyOf(sceneOf(mainPath)))
  const titleOf = (scene: OutlineScene) => words(scene.title) || scene.id
  const inEach = (text: string) => Object.fromEntries(languages.map((language) => [language, text]))
  const select = (...paths: Path[]) => facts.onSelect(several(paths))
  const named = (paths: readonly Path[]): string => {
    const [only] = paths
    if (paths.length !== 1 || !only) return t('act.parts', { n: paths.length })
    const scene = scenes.find(({ path }) => keyOf(path) === keyOf(only))
    if (scene) return titleOf(scene)
    const choice = [...scenes.flatMap(({ choices }) => choices), ...everywhere].find(
      ({ path }) => keyOf(path) === keyOf(only),
    )
    return choice ? choiceWords(choice) : String(only.at(-1))
  }
  const statesTaken = () => new Set(Object.keys(membersOf(at(document, ['machine', 'states']))))

  const addPlace = (ending: boolean): Path => {
    const name = ending ? 'outline.new-ending' : 'outline.new-scene'
    const id = idFor(fresh.word(name), statesTaken(), ending ? 'ending' : 'scene')
    open.edit({ code: ending ? 'add-ending' : 'add-scene', params: { scene: fresh.word(name) } }, (next) => {
      if (ending) addEnding(next, id, fresh.inEach(name))
      else addScene(next, id, fresh.inEach(name))
    })
    return ['machine', 'states', id]
  }
  const freeEvent = (scene: Path, words_: string, otherwise: string) =>
    idFor(words_, new Set(Object.keys(membersOf(at(document, [...scene, 'on'])))), otherwise)

  /** Makes a choice lead to a scene. If `from` is a scene, it gets a new reply for that. */
  const lead = (from: Path, to: Path): void => {
    const fromScene = isScene(from)
    const target = sceneName(to)
    const path = fromScene ? [...from, 'on', freeEvent(from, '', 'reply')] : from
    const label = {
      code: 'lead',
      params: { scene: named([sceneOf(from)]), target: named([to]) },
    }
    open.edit(label, (next) => {
      if (fromScene) addReply(next, from, inEach(TO_WRITE), String(path.at(-1)))
      leadTo(next, path, sceneOf(from), target)
    })
    select(path)
  }
  /**
   * Makes a scene, and a choice that leads to it.
   * @returns the name of the scene
   */
  const leadToNew = (from: Path): string => {
    const id = idFor(fresh.word('outline.new-scene'), statesTaken(), 'scene')
    const fromScene = isScene(from)
    const path = fromScene ? [...from, 'on', freeEvent(from, '', 'reply')] : from
    open.edit({ code: 'add-scene', params: { scene: fresh.word('outline.new-scene') } }, (next) => {
      addScene(next, id, fresh.inEach('outline.new-scene'))
      if (fromScene) addReply(next, from, inEach(TO_WRITE), String(path.at(-1)))
      leadTo(next, path, sceneOf(from), id)
    })
    select(['machine', 'states', id])
    return id
  }
  const paste = (text: string): boolean => {
    const parts = partsFrom(text)
    if (!parts || readOnly || !isScenario) return false
    const into = sceneAt && !sceneAt.final ? sceneAt.path : undefined
    if (parts.scenes.length === 0 && !into) return false
    let made: Path[] = []
    open.edit(
      { code: 'paste', params: { n: parts.scenes.length + (into ? parts.choices.length : 0) } },
      (next) => {
        made = pasteParts(next, parts, into)
      },
    )
    if (made.length > 0) select(...made)
    return true
  }
  const copy = (): string => {
    lastCopied = JSON.stringify(copyParts(document, selected), null, 2)
    return lastCopied
  }
  const removeSelected = () => {
    const paths = outermost(selected)
    const oneScene = paths.length === 1 && isScene(paths[0]!)
    const label =
      paths.length > 1
        ? { code: 'remove-parts', params: { n: paths.length } }
        : oneScene
          ? { code: 'remove-scene', params: { scene: named(paths) } }
          : { code: 'remove-choice', params: { choice: named(paths) } }
    open.edit(label, (next) => removeParts(next, paths))
    // After a choice was removed, its scene is selected.
    const [first] = paths
    if (paths.length === 1 && first && !oneScene && sceneOf(first).length > 1) select(sceneOf(first))
    else select()
  }
  const withClipboard = (act: 'copy' | 'cut') => () => {
    // The browser gives access to its clipboard only in the event of this command.
    globalThis.document.execCommand(act)
  }
  const jump = (by: 1 | -1) => () => {
    const key = mainPath && keyOf(mainPath)
    const here = issues.findIndex((issue) => {
      const place = selectedAt(issue.keys.path)
      return (
        issue === facts.issue ||
        (facts.issue === undefined && place.what !== 'section' && keyOf(place.path) === key)
      )
    })
    const from = here < 0 && by < 0 ? 0 : here
    const next = issues[(from + by + issues.length) % issues.length]
    if (next) facts.onIssue(next)
  }

  const writes = !readOnly && isScenario
  const talks = writes && sceneAt !== undefined && !sceneAt.final
  const inScene = (make: (scene: Path) => void) => (talks ? () => make(sceneAt.path) : undefined)
  const isChoice = main.what === 'choice'
  const moveBy = (by: 1 | -1) => () => {
    let moved = mainPath!
    open.edit({ code: 'move', params: { field: named([mainPath!]) } }, (next) => {
      moved = move(next, mainPath!, by)
    })
    select(moved)
  }
  const all: {
    readonly [Id in Exclude<keyof typeof COMMANDS, PlaceCommand>]: (() => void) | undefined | false
  } = {
    palette: () => facts.onAsk('palette'),
    undo: facts.canUndo && !readOnly && open.undo,
    redo: facts.canRedo && !readOnly && open.redo,
    search: () => facts.onAsk('search'),
    'add-scene': writes && (() => select(addPlace(false))),
    'add-ending': writes && (() => select(addPlace(true))),
    'add-reply': inScene((scene) => {
      const id = freeEvent(scene, '', 'reply')
      open.edit(
        { code: 'add-reply', params: { scene: named([scene]) } },
        (next) => void addReply(next, scene, inEach(TO_WRITE), id),
      )
      select([...scene, 'on', id])
    }),
    'add-tool': inScene((scene) => {
      const id = freeEvent(scene, 'report', 'report')
      open.edit({ code: 'add-tool', params: { scene: named([scene]) } }, (next) =>
        put(next, [...scene, 'on', id], { meta: { tool: 'report' }, actions: [] }),
      )
      select([...scene, 'on', id])
    }),
    'add-limit': inScene((scene) => {
      let path: Path = scene
      open.edit({ code: 'add-limit', params: { scene: named([scene]) } }, (next) => {
        path = addChoice(next, scene, 'after', '30000', { actions: [] })
      })
      select(path)
    }),
    lead: writes && (talks || isChoice) && (() => facts.onAsk('lead')),
    rename: writes && main.what === 'scene' && (() => facts.onAsk('rename')),
    begin:
      writes &&
      sceneAt !== undefined &&
      !sceneAt.initial &&
      !sceneAt.final &&
      sceneAt.depth === 0 &&
      (() =>
        open.edit({ code: 'begin', params: { scene: titleOf(sceneAt) } }, (next) =>
          put(next, ['machine', 'initial'], sceneAt.id),
        )),
    duplicate:
      writes &&
      selected.length > 0 &&
      (() => {
        let made: Path[] = []
        open.edit({ code: 'duplicate', params: { part: named(outermost(selected)) } }, (next) => {
          made = duplicateParts(next, selected)
        })
        select(...made)
      }),
    remove: writes && selected.length > 0 && removeSelected,
    copy: selected.length > 0 && withClipboard('copy'),
    cut: writes && selected.length > 0 && withClipboard('cut'),
    paste: writes && (() => void paste(lastCopied)),
    'select-all': isScenario && scenes.length > 0 && (() => select(...scenes.map(({ path }) => path))),
    up: writes && isChoice && moveBy(-1),
    down: writes && isChoice && moveBy(1),
    'play-from': isScenario && (() => facts.onPlay(sceneAt && !sceneAt.final ? sceneAt.name : null)),
    'play-whole': facts.onWhole,
    'next-problem': issues.length > 0 && jump(1),
    'last-problem': issues.length > 0 && jump(-1),
    'view-outline': isScenario && (() => facts.onView('outline')),
    'view-both': isScenario && (() => facts.onView('both')),
    'view-map': isScenario && (() => facts.onView('map')),
    export: isScenario && (() => facts.onAsk('export')),
    publish: !readOnly && facts.onPublish,
    leave: facts.onLeave,
  }
  const actions = Object.fromEntries(
    Object.entries({ ...all, ...placeActions({ ...facts.places, isScenario, readOnly }) }).filter(
      ([, act]) => typeof act === 'function',
    ),
  ) as Actions

  useKeys(actions, facts.asleep)
  useClipboard({
    ready: selected.length > 0,
    copy,
    cut: writes ? removeSelected : undefined,
    paste,
  })
  return { actions, lead, leadToNew }
}

const inDialog = () => globalThis.document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
const atParts = (target: EventTarget | null) =>
  target instanceof Element && target.closest('.studio-outline, .map') !== null
const isField = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && /^(?:INPUT|TEXTAREA)$/.test(element.tagName)

const OWN: ReadonlySet<keyof Actions> = new Set([
  'copy',
  'cut',
  'paste',
  'undo',
  'redo',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'full-screen',
])

/** Runs commands by their keys. */
function useKeys(actions: Actions, asleep: boolean): void {
  const run = useEffectEvent((id: keyof Actions) => actions[id]?.())
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const id = commandOf(event)
    // Copying and undoing have listeners of their own. Behind a dialog no command runs.
    if (!id || OWN.has(id) || asleep || event.defaultPrevented || inDialog()) return
    if (COMMANDS[id].where === 'parts' && !atParts(event.target)) return
    event.preventDefault()
    // Leaving the field makes an act of what is being typed.
    const field = globalThis.document.activeElement
    if (isField(field)) field.blur()
    // That act may allow other commands.
    setTimeout(() => run(id))
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

/** Uses the system's clipboard while the focus is in the outline or the map. */
function useClipboard(what: {
  readonly ready: boolean
  readonly copy: () => string
  readonly cut: (() => void) | undefined
  readonly paste: (text: string) => boolean
}): void {
  const onEvent = useEffectEvent((event: ClipboardEvent) => {
    if (inDialog() || isField(globalThis.document.activeElement)) return
    const target = globalThis.document.activeElement
    // After the palette has closed, nothing has the focus.
    if (!atParts(target) && target !== globalThis.document.body) return
    if (event.type === 'paste') {
      if (what.paste(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault()
      return
    }
    const marked = globalThis.getSelection()
    if (!what.ready || (marked && !marked.isCollapsed)) return
    if (event.type === 'cut' && !what.cut) return
    event.clipboardData?.setData('text/plain', what.copy())
    event.preventDefault()
    if (event.type === 'cut') what.cut?.()
  })
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onEvent(event)
    const kinds = ['copy', 'cut', 'paste'] as const
    for (const kind of kinds) globalThis.document.addEventListener(kind, listen)
    return () => {
      for (const kind of kinds) globalThis.document.removeEventListener(kind, listen)
    }
  }, [])
}
