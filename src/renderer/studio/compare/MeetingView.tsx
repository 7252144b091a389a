import { useState } from 'react'
import type { Conflict } from '../../../domain/authoring/merge'
import { Button, Notice } from '../../ui'
import type { OpenDocument } from '../document-store'
import type { Meeting } from '../meeting'
import { Changes, useSayChange } from './Changes'
import { useCompareText } from './words'
import './compare.css'

interface MeetingProps {
  readonly open: OpenDocument
  readonly meeting: Meeting
  readonly onClose: () => void
}

const keyOf = (path: readonly PropertyKey[]): string => JSON.stringify(path)

/**
 * Merges the work of two people on one document. Most changes are taken over by themselves; where both changed the
 * same, somebody chooses.
 */
export default function MeetingView({ open, meeting, onClose }: MeetingProps) {
  const t = useCompareText()
  const [chosen, setChosen] = useState<ReadonlyMap<string, 'mine' | 'theirs'>>(new Map())
  const { conflicts, changes, who } = meeting
  const left = conflicts.filter(({ path }) => !chosen.has(keyOf(path))).length
  const them = who ?? t(meeting.from === 'file' ? 'program' : 'somebody')
  return (
    <section className="studio-compare" aria-label={t('meeting.title')}>
      <div className="studio-compare-bar">
        <h2>{t('meeting.title')}</h2>
        <span className="grow" />
        <Button onPress={onClose}>{t('meeting.later')}</Button>
        <Button
          kind="primary"
          isDisabled={left > 0}
          onPress={() => {
            open.join((path) => chosen.get(keyOf(path)) ?? 'mine')
            onClose()
          }}
        >
          {t('meeting.join')}
        </Button>
      </div>
      <div className="studio-scroll">
        <div className="studio-compare-body">
          <p>{t('meeting.text', { who: them })}</p>
          {conflicts.length > 0 && (
            <>
              <Notice kind="attention">{t('meeting.conflicts', { n: conflicts.length, left })}</Notice>
              <ol className="studio-conflicts">
                {conflicts.map((conflict) => (
                  <li key={keyOf(conflict.path)}>
                    <Choice
                      conflict={conflict}
                      document={meeting.mine}
                      them={them}
                      chosen={chosen.get(keyOf(conflict.path))}
                      onChoose={(side) => setChosen(new Map([...chosen, [keyOf(conflict.path), side]]))}
                    />
                  </li>
                ))}
              </ol>
            </>
          )}
          <h2>{t('meeting.theirs', { who: them })}</h2>
          <Changes changes={changes} document={meeting.theirs} />
        </div>
      </div>
    </section>
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
