import type { StudioLibrary } from '../../bridge'
import { Select } from '../ui'
import { useOthers } from './form/use-facts'
import { useStudioText } from './words'

/** Chooses the scenario to which a new one becomes the twin, and explains the result. */
export function TwinChoice({
  rows,
  value,
  id,
  onChange,
}: {
  readonly rows: StudioLibrary['documents']
  /** Empty while none is chosen. */
  readonly value: string
  /** The id of the new scenario. */
  readonly id: string
  readonly onChange: (id: string) => void
}) {
  const t = useStudioText()
  const scenarios = rows.filter((row) => row.kind === 'scenario' && !row.fault)
  const known = useOthers(rows).filter(
    ({ kind, id: one }) => kind === 'scenario' && scenarios.some((row) => row.id === one),
  )
  const chosen = scenarios.find((row) => row.id === value)
  return (
    <>
      <Select
        label={t('new.twin')}
        value={value}
        options={[...(value === '' ? [{ id: '', text: t('new.twin.choose') }] : []), ...known]}
        onChange={onChange}
      />
      {chosen && (
        <p className="field-hint">
          {t('new.twin.id', { id })} {t(chosen.origin === 'shipped' ? 'new.twin.shipped' : 'new.twin.own')}
        </p>
      )}
    </>
  )
}
