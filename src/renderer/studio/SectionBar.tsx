import { Toolbar } from 'react-aria-components'
import { Button } from '../ui'
import { SECTIONS, type Selected } from './outline'
import { useStudioText } from './words'
import './tabs.css'

/** Selects the parts of a scenario that are not scenes. */
export function SectionBar({
  selected,
  wrong,
  onSelect,
}: {
  readonly selected: Selected
  readonly wrong: ReadonlyMap<string, number>
  readonly onSelect: (selected: Selected) => void
}) {
  const t = useStudioText()
  return (
    <div className="studio-tabs-room">
      <Toolbar className="studio-sections" data-tabs={SECTIONS.length} aria-label={t('sections')}>
        {SECTIONS.map((section) => (
          <Button
            key={section}
            className="studio-section"
            aria-pressed={selected.what === 'section' && selected.section === section}
            onPress={() => onSelect({ what: 'section', section })}
          >
            {t(`section.${section}`)}
            {(wrong.get(section) ?? 0) > 0 && (
              <span className="studio-count">{t('problems.count', { n: wrong.get(section)! })}</span>
            )}
          </Button>
        ))}
      </Toolbar>
    </div>
  )
}
