import { Button } from '../../ui'
import type { OpenDocument } from '../open-document'
import type { Meeting } from '../meeting'
import { Changes } from './Changes'
import { Conflicts, useChoices } from './Conflicts'
import { useCompareText } from './words'
import './compare.css'

interface MeetingProps {
  readonly open: OpenDocument
  readonly meeting: Meeting
  readonly onClose: () => void
}

/**
 * Merges the work of two people on one document. Most changes are taken over by themselves; where both changed the
 * same, somebody chooses.
 */
export default function MeetingView({ open, meeting, onClose }: MeetingProps) {
  const t = useCompareText()
  const { conflicts, changes, who } = meeting
  const choices = useChoices(conflicts)
  const them = who ?? t(meeting.from === 'file' ? 'program' : 'somebody')
  return (
    <section className="studio-compare" aria-label={t('meeting.title')}>
      <div className="studio-compare-bar">
        <h2>{t('meeting.title')}</h2>
        <span className="grow" />
        <Button onPress={onClose}>{t('meeting.later')}</Button>
        <Button
          kind="primary"
          isDisabled={choices.left > 0}
          onPress={() => {
            open.join(choices.side)
            onClose()
          }}
        >
          {t('meeting.join')}
        </Button>
      </div>
      <div className="studio-scroll">
        <div className="studio-compare-body">
          <p>{t('meeting.text', { who: them })}</p>
          <Conflicts conflicts={conflicts} choices={choices} document={meeting.mine} them={them} />
          <h2>{t('meeting.theirs', { who: them })}</h2>
          <Changes changes={changes} document={meeting.theirs} />
        </div>
      </div>
    </section>
  )
}
