import { useMemo, useRef, useState } from 'react'
import { Button as AriaButton, Tree, TreeItem, TreeItemContent } from 'react-aria-components'
import type { OutlineChoice, OutlineScene } from './outline'
import { keyOf } from './selection'
import { useNames } from './form/use-names'
import { useStudioText, useWords } from './words'

/** The key of the row above the choices that every scene offers. The row is no part itself. */
const EVERYWHERE = 'everywhere'

interface OutlineProps {
  /** The choices that every scene offers. */
  readonly everywhere: readonly OutlineChoice[]
  readonly scenes: readonly OutlineScene[]
  /** Keys of the selected scenes and choices. */
  readonly selected: ReadonlySet<string>
  /** The number of errors at each part, by the part's key. */
  readonly wrong: ReadonlyMap<string, number>
  /** Keys of parts that neither a test plan nor a play has seen. */
  readonly unseen: ReadonlySet<string>
  /** @param keys in the order in which they were selected */
  readonly onSelect: (keys: readonly string[]) => void
}

/** Lists each scene with its words and choices. Everything that the map can do can be done here. */
export function Outline({ everywhere, scenes, selected, wrong, unseen, onSelect }: OutlineProps) {
  const t = useStudioText()
  const shown = useWords()
  const titles = useMemo(
    () => new Map(scenes.map(({ name, title }) => [name, shown(title) || name])),
    [scenes, shown],
  )
  const [expanded, setExpanded] = useExpanded(scenes, selected)
  const acts = useRef(false)
  return (
    <div
      className="studio-outline-frame"
      // Moving through the tree with Tab must not change the selection, so only other keys and presses select.
      onKeyDownCapture={({ key }) => (acts.current = key !== 'Tab')}
      onPointerDownCapture={() => (acts.current = true)}
      onClickCapture={() => (acts.current = true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) acts.current = false
      }}
    >
      <Tree
        aria-label={t('outline')}
        className="studio-outline"
        selectionMode="multiple"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected}
        expandedKeys={expanded}
        onExpandedChange={(keys) => setExpanded(new Set([...keys].map(String)))}
        onSelectionChange={(keys) => {
          if (!acts.current) return
          const now = keys === 'all' ? scenes.map(({ path }) => keyOf(path)) : [...keys].map(String)
          const parts = now.filter((key) => key !== EVERYWHERE)
          if (parts.length > 0) onSelect(parts)
        }}
      >
        {scenes.map((scene) => (
          <SceneItem key={keyOf(scene.path)} scene={scene} titles={titles} wrong={wrong} unseen={unseen} />
        ))}
        {everywhere.length > 0 && (
          <TreeItem id={EVERYWHERE} textValue={t('outline.everywhere')} className="studio-scene">
            <TreeItemContent>
              <div className="studio-row">
                <span className="studio-chevron" aria-hidden="true" />
                <b>{t('outline.everywhere')}</b>
              </div>
            </TreeItemContent>
            {everywhere.map((choice) => (
              <ChoiceItem
                key={keyOf(choice.path)}
                choice={choice}
                titles={titles}
                wrong={wrong}
                unseen={unseen}
              />
            ))}
          </TreeItem>
        )}
      </Tree>
    </div>
  )
}

/**
 * Keeps which scenes are expanded. New scenes are, until somebody folds them; a selected part is brought into sight.
 */
function useExpanded(scenes: readonly OutlineScene[], selected: ReadonlySet<string>) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [seen, setSeen] = useState(selected)
  if (seen !== selected) {
    setSeen(selected)
    const around = scenes
      .filter(({ choices }) => choices.some(({ path }) => selected.has(keyOf(path))))
      .map(({ path }) => keyOf(path))
    if (around.some((key) => folded.has(key)))
      setFolded(new Set([...folded].filter((key) => !around.includes(key))))
  }
  const all = useMemo(() => [EVERYWHERE, ...scenes.map(({ path }) => keyOf(path))], [scenes])
  const expanded = useMemo(() => all.filter((key) => !folded.has(key)), [all, folded])
  const setExpanded = (keys: ReadonlySet<string>) => setFolded(new Set(all.filter((key) => !keys.has(key))))
  return [expanded, setExpanded] as const
}

type ItemProps = Pick<OutlineProps, 'wrong' | 'unseen'> & { readonly titles: ReadonlyMap<string, string> }

function Wrong({ count }: { readonly count: number | undefined }) {
  const t = useStudioText()
  if (!count) return null
  return <span className="studio-count">{t('problems.count', { n: count })}</span>
}

/** Marks a part that neither a test plan nor a play has seen. */
function Unseen({ unseen, part }: { readonly unseen: ReadonlySet<string>; readonly part: string }) {
  const t = useStudioText()
  if (!unseen.has(part)) return null
  return (
    <span className="studio-unseen-mark" title={t('outline.unseen')}>
      <span className="visually-hidden">{t('outline.unseen')}</span>
    </span>
  )
}

function SceneItem({ scene, titles, wrong, unseen }: ItemProps & { readonly scene: OutlineScene }) {
  const t = useStudioText()
  const shown = useWords()
  const { wordFor } = useNames('scene')
  const key = keyOf(scene.path)
  const title = titles.get(scene.name) ?? scene.name
  return (
    <TreeItem id={key} textValue={title} className="studio-scene" data-depth={scene.depth}>
      <TreeItemContent>
        {({ hasChildItems, isExpanded }) => (
          <div className="studio-row" data-final={scene.final || undefined}>
            {hasChildItems ? (
              <AriaButton slot="chevron" className="studio-chevron">
                <span aria-hidden="true">{isExpanded ? '▾' : '▸'}</span>
              </AriaButton>
            ) : (
              <span className="studio-chevron" aria-hidden="true" />
            )}
            <span className="studio-row-words">
              <b>{title}</b>
              {scene.first && <span className="muted"> {shown(scene.first.text)}</span>}
            </span>
            {scene.initial && <span className="chip">{t('outline.begins')}</span>}
            {scene.disposition !== undefined && <span className="chip">{wordFor(scene.disposition)}</span>}
            {scene.channel !== undefined && !scene.final && (
              <span className="muted dense">{wordFor(scene.channel)}</span>
            )}
            <Unseen unseen={unseen} part={key} />
            <Wrong count={wrong.get(key)} />
          </div>
        )}
      </TreeItemContent>
      {scene.choices.map((choice) => (
        <ChoiceItem key={keyOf(choice.path)} choice={choice} titles={titles} wrong={wrong} unseen={unseen} />
      ))}
    </TreeItem>
  )
}

function ChoiceItem({ choice, titles, wrong, unseen }: ItemProps & { readonly choice: OutlineChoice }) {
  const t = useStudioText()
  const words = useChoiceWords()
  const key = keyOf(choice.path)
  const said = words(choice)
  return (
    <TreeItem id={key} textValue={said} className="studio-choice">
      <TreeItemContent>
        <div className="studio-row">
          <span className="studio-chevron" aria-hidden="true" />
          <span className="studio-row-words">{said}</span>
          <span className="studio-leads muted">
            → {choice.leadsTo === undefined ? t('form.stay') : (titles.get(choice.leadsTo) ?? choice.target)}
          </span>
          {choice.conditional && <span className="muted dense">{t('outline.when')}</span>}
          {choice.critical && <span className="chip studio-critical">{t('outline.critical')}</span>}
          {choice.earned && (
            <span className="mono dense">
              {choice.earned.points}/{choice.earned.of}
            </span>
          )}
          <Unseen unseen={unseen} part={key} />
          <Wrong count={wrong.get(key)} />
        </div>
      </TreeItemContent>
    </TreeItem>
  )
}

/** Returns a function that names a choice: by its words, by its tool and what that is used on, or as a step that happens by itself. */
export function useChoiceWords(): (choice: OutlineChoice) => string {
  const t = useStudioText()
  const shown = useWords()
  const { wordFor } = useNames('tool')
  return ({ kind, say, tool, event, usedOn }) => {
    if (kind === 'after') return t('outline.timeout')
    if (kind === 'always') return t('outline.always')
    if (tool !== undefined) {
      const used = [wordFor(tool), ...usedOn.map(shown).filter((name) => name !== '')].join(' · ')
      return `${used}${say === undefined ? '' : `: ${shown(say)}`}`
    }
    return shown(say) || event
  }
}
