import { Toolbar } from 'react-aria-components'
import { Button } from '../ui'
import type { Pane } from './panes'
import { useStudioText } from './words'
import './tabs.css'

interface PaneBarProps {
  readonly panes: readonly Pane[]
  readonly shown: Pane
  /** Numbers to show on the panes' buttons, for those panes that have one. */
  readonly counts: Partial<Record<Pane, number | undefined>>
  readonly onShow: (pane: Pane) => void
}

/** Chooses the pane beside the form. */
export function PaneBar({ panes, shown, counts, onShow }: PaneBarProps) {
  const t = useStudioText()
  return (
    <div className="studio-tabs-room">
      <Toolbar className="studio-panes" data-tabs={panes.length} aria-label={t('panes')}>
        {panes.map((name) => (
          <Button
            key={name}
            className="studio-section"
            aria-pressed={shown === name}
            onPress={() => onShow(name)}
          >
            {counts[name] === undefined
              ? t(`pane.${name}`)
              : t(`pane.${name as 'problems'}.n`, { n: counts[name] })}
          </Button>
        ))}
      </Toolbar>
    </div>
  )
}
