import { useStore } from 'zustand'
import { Button, Live, Notice } from '../ui'
import { useMainEvent } from '../ui/use-main-event'
import { ImportedNotice } from './Imported'
import type { OpenDocument } from './open-document'
import { useCompareText } from './compare/words'
import type { SideKey } from './compare/sides'
import { useCopy } from './use-copy'
import { useOthers } from './use-others'
import { useSourceText, useStudioText } from './words'

/**
 * Shows notices about the open document: changes by somebody else, a damaged journal, or a document that can only be
 * read here, and copied.
 */
export function Notices({
  open,
  onReload,
  onCompare,
  onSource,
}: {
  readonly open: OpenDocument
  readonly onReload: () => void
  /** Opens the comparison of a version with the present, or the merging of two versions. */
  readonly onCompare: (side: SideKey | 'meeting') => void
  /** Opens the source; `undefined` while it is open. */
  readonly onSource: (() => void) | undefined
}) {
  const t = useStudioText()
  const c = useCompareText()
  const ts = useSourceText()
  const broken = useStore(open.store, (state) => state.draft.brokenText !== null)
  const meeting = useStore(open.store, (state) => state.meeting)
  const joined = useStore(open.store, (state) => state.joined)
  const saving = useStore(open.store, (state) => state.saving)
  const { opened } = open
  const { copy, failed } = useCopy(open)
  const { kind, id } = opened
  const others = useOthers(open)
  useMainEvent('studio.changed', open.look)
  const stale = saving.name === 'stale'
  return (
    <Live>
      {failed && <Notice kind="attention">{t('copy.failed')}</Notice>}
      {opened.readOnly && opened.origin === 'shipped' && (
        <Notice actions={<Button onPress={copy}>{t('copy')}</Button>}>{t('shipped.text')}</Notice>
      )}
      {opened.readOnly && opened.origin === 'own' && (
        <Notice
          actions={
            <>
              <Button onPress={onReload}>{t('look-again')}</Button>
              <Button onPress={copy}>{t('copy')}</Button>
            </>
          }
        >
          {others ? t('editing.text', { who: others.who, computer: others.computer }) : t('unwritable.text')}
        </Notice>
      )}
      {!opened.readOnly && others && !stale && (
        <Notice>{t('editing.both', { who: others.who, computer: others.computer })}</Notice>
      )}
      {opened.damaged && (
        <Notice kind="attention">
          {t('damaged.text', { n: opened.damaged.lines, file: opened.damaged.file })}
        </Notice>
      )}
      {kind === 'scenario' && opened.origin === 'own' && <ImportedNotice id={id} />}
      {opened.outside && !meeting && opened.readOnly && <Notice kind="attention">{t('outside.text')}</Notice>}
      {meeting?.from === 'file' && (
        <Notice
          kind="attention"
          actions={
            <>
              <Button onPress={() => onCompare('meeting')}>{c('notice.look')}</Button>
              <Button onPress={open.leaveAside}>{c('notice.aside')}</Button>
            </>
          }
        >
          {c('notice.file', { changes: meeting.changes.length, n: meeting.conflicts.length })}
        </Notice>
      )}
      {joined && joined.changes.length > 0 && (
        <Notice
          actions={
            <>
              <Button onPress={() => onCompare(`moment:${joined.before}`)}>{c('notice.joined.show')}</Button>
              <Button onPress={open.seenJoined}>{c('notice.joined.hide')}</Button>
            </>
          }
        >
          {c(joined.followed ? 'notice.followed' : 'notice.joined', {
            who: joined.who ?? c('somebody'),
            n: joined.changes.length,
          })}
        </Notice>
      )}
      {broken && onSource && (
        <Notice kind="attention" actions={<Button onPress={onSource}>{ts('broken.go')}</Button>}>
          {ts('broken.form')}
        </Notice>
      )}
      {saving.name === 'failed' && <Notice kind="attention">{t('saving.failed.text')}</Notice>}
      {stale && (
        <Notice
          kind="attention"
          actions={
            <>
              {meeting?.from === 'draft' && (
                <Button kind="primary" onPress={() => onCompare('meeting')}>
                  {c('notice.look')}
                </Button>
              )}
              <Button onPress={copy}>{t('stale.copy')}</Button>
              <Button onPress={onReload}>{t('stale.load')}</Button>
            </>
          }
        >
          {meeting?.from === 'draft'
            ? c('notice.stale', { who: meeting.who ?? c('somebody'), n: meeting.conflicts.length })
            : saving.who === undefined
              ? t('stale.text')
              : t('stale.text.who', { who: saving.who })}
        </Notice>
      )}
    </Live>
  )
}
