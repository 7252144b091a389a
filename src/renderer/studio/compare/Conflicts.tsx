import { useState } from 'react'
import type { ChooseSide, Conflict } from '../../../domain/authoring/merge'
import { Button, Notice } from '../../ui'
import { useSayChange } from './Changes'
import { useCompareText } from './words'
import './compare.css'

type Side = 'mine' | 'theirs'
type Chosen = ReadonlyMap<string, Side>

const keyOf = (path: readonly PropertyKey[]): string => JSON.stringify(path)

export interface Choices {
  readonly of: (conflict: Conflict) => Side | undefined
  readonly choose: (conflicts: readonly Conflict[], side: Side) => void
  /** The number of conflicts that are not decided yet. */
  readonly left: number
  /** Returns the chosen side of a conflict; mine if none was chosen. */
  readonly side: ChooseSide
}

/** Keeps the chosen side of each conflict. A choice stays when the document changes meanwhile. */
export function useChoices(conflicts: readonly Conflict[]): Choices {
  const [chosen, setChosen] = useState<Chosen>(new Map())
  return {
    of: ({ path }) => chosen.get(keyOf(path)),
    choose: (those, side) =>
      setChosen(new Map([...chosen, ...those.map(({ path }) => [keyOf(path), side] as const)])),
    left: conflicts.filter(({ path }) => !chosen.has(keyOf(path))).length,
    side: (path) => chosen.get(keyOf(path)) ?? 'mine',
  }
}

/** Lists the places at which two sides differ, and lets somebody choose a side for each. */
export function Conflicts({
  conflicts,
  choices,
  document,
  them,
  twoWay = false,
}: {
  readonly conflicts: readonly Conflict[]
  readonly choices: Choices
  /** The document whose titles are used. */
  readonly document: unknown
  readonly them: string
  /** True if no common version is known, so that each difference is a choice. */
  readonly twoWay?: boolean
}) {
  const t = useCompareText()
  const { left } = choices
  if (conflicts.length === 0) return null
  const open = conflicts.filter((conflict) => choices.of(conflict) === undefined)
  const said = { n: conflicts.length, left }
  return (
    <>
      <Notice
        kind="attention"
        actions={
          open.length > 1 && (
            <>
              <Button onPress={() => choices.choose(open, 'mine')}>{t('merge.rest.mine')}</Button>
              <Button onPress={() => choices.choose(open, 'theirs')}>
                {t('merge.rest.theirs', { who: them })}
              </Button>
            </>
          )
        }
      >
        {t(twoWay ? 'merge.differences' : 'meeting.conflicts', said)}
      </Notice>
      <ol className="studio-conflicts">
        {conflicts.map((conflict) => (
          <li key={keyOf(conflict.path)}>
            <Choice
              conflict={conflict}
              document={document}
              them={them}
              chosen={choices.of(conflict)}
              onChoose={(side) => choices.choose([conflict], side)}
            />
          </li>
        ))}
      </ol>
    </>
  )
}

function Choice({
  conflict,
  document,
  them,
  chosen,
  onChoose,
}: {
  readonly conflict: Conflict
  readonly document: unknown
  readonly them: string
  readonly chosen: 'mine' | 'theirs' | undefined
  readonly onChoose: (side: 'mine' | 'theirs') => void
}) {
  const t = useCompareText()
  const say = useSayChange(document)
  return (
    <div className="studio-conflict" role="group" aria-label={t('meeting.choose')}>
      {(['mine', 'theirs'] as const).map((side) => (
        <Button
          key={side}
          className="studio-side"
          aria-pressed={chosen === side}
          onPress={() => onChoose(side)}
        >
          <b>{side === 'mine' ? t('meeting.mine') : t('meeting.their', { who: them })}</b>
          {conflict[side].length === 0 && <span>{t('merge.stays')}</span>}
          {conflict[side].map((change, i) => (
            // Two changes may have the same sentence.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={i}>{say?.(change)}</span>
          ))}
        </Button>
      ))}
    </div>
  )
}
