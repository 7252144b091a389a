import type { ComponentProps, ReactNode } from 'react'
import { CommandButton } from './CommandButton'
import { Outline } from './OutlineTree'
import { UnseenLegend } from './UnseenLegend'
import { SectionBar } from './SectionBar'
import { only, pathOfKey, several, type Selection } from './selection'
import { useStudioText } from './words'

interface OutlineColumnProps extends Pick<
  ComponentProps<typeof Outline>,
  'scenes' | 'everywhere' | 'wrong' | 'unseen'
> {
  readonly selection: Selection
  readonly readOnly: boolean
  readonly onSelect: (selection: Selection) => void
  /** Shown below the scenes. */
  readonly children: ReactNode
}

/** Lists the parts of a scenario and its scenes. */
export function OutlineColumn({
  scenes,
  everywhere,
  selection,
  wrong,
  unseen,
  readOnly,
  onSelect,
  children,
}: OutlineColumnProps) {
  const t = useStudioText()
  return (
    <section className="studio-column" aria-label={t('outline')}>
      <SectionBar selected={selection.main} wrong={wrong} onSelect={(next) => onSelect(only(next))} />
      <div className="studio-scroll">
        <Outline
          everywhere={everywhere}
          scenes={scenes}
          selected={selection.keys}
          wrong={wrong}
          unseen={unseen}
          onSelect={(keys) => {
            const paths = keys.map((key) => pathOfKey(scenes, everywhere, key))
            onSelect(several(paths.filter((path) => path !== undefined)))
          }}
        />
      </div>
      {unseen.size > 0 && <UnseenLegend />}
      {!readOnly && (
        <div className="studio-pane-bar">
          <CommandButton id="add-scene" />
          <CommandButton id="add-ending" />
        </div>
      )}
      {children}
    </section>
  )
}
