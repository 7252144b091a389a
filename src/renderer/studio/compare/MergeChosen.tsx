import { useCallback, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { compare } from '../../../domain/authoring/compare'
import { editBetween } from '../../../domain/authoring/edit-between'
import { merge, mergeTwo } from '../../../domain/authoring/merge'
import { unwrap } from '../../api'
import { Button, Select } from '../../ui'
import { useLoaded } from '../../ui/use-loaded'
import { SCHEMAS } from '../document-store'
import type { OpenDocument } from '../open-document'
import { valueOf } from '../meeting'
import { membersOf } from '../../../domain/scenario/members'
import { copiedOf, nearest, underId, type Base } from './bases'
import { Changes } from './Changes'
import { Conflicts, useChoices } from './Conflicts'
import type { Side } from './sides'
import { useCompareText } from './words'
import { NotLoaded } from '../../lists/NotLoaded'

interface MergeProps {
  readonly open: OpenDocument
  /** The version that is merged into the draft. */
  readonly side: Side
  /** The version's name in a sentence. */
  readonly them: string
  readonly onClose: () => void
}

const NONE = 'none'

/** Loads the versions that may be the common one, and the one that is used unless somebody chooses another. */
function useBases(open: OpenDocument, side: Side) {
  const { kind, id, journal } = open.opened
  const load = useCallback(async () => {
    const rows = await unwrap(window.api.studio.versions({ kind, id }))
    const versions = await Promise.all(
      rows.map(async ({ number }): Promise<Base> => {
        const { text } = await unwrap(window.api.studio.version({ kind, id, version: number }))
        return { key: `version:${number}`, value: valueOf(text) }
      }),
    )
    const other = side.key.startsWith('document:') ? side.key.slice('document:'.length) : undefined
    const mine: Base = { key: 'mine', value: underId(valueOf(journal.base.text), id) }
    const theirs: Base = { key: 'theirs', value: underId(side.began, id) }
    const bases = [...versions, mine, ...(side.began === undefined ? [] : [theirs])]
    // A copy began as the document from which it was made. A file of the same id was made from some version.
    const taken =
      other === undefined
        ? membersOf(side.value)['id'] === id
          ? nearest(versions, side.value, SCHEMAS[kind])
          : undefined
        : side.copyOf === id
          ? theirs
          : copiedOf(open.acts()) === other
            ? mine
            : undefined
    return { bases, taken }
  }, [kind, id, journal, side, open])
  return useLoaded(load)
}

/**
 * Merges a chosen file or another document into the draft. With a common version, the changes of both are merged and
 * somebody decides about conflicts; without one, they decide about each difference.
 */
export default function MergeChosen({ open, side, them, onClose }: MergeProps) {
  const t = useCompareText()
  const { kind, id } = open.opened
  const schema = SCHEMAS[kind]
  const loaded = useBases(open, side)
  const found = loaded.status === 'ready' ? loaded.value : undefined
  const [wanted, setWanted] = useState<string>()
  const key = wanted ?? found?.taken?.key ?? NONE
  const base = found?.bases.find((one) => one.key === key)
  const draft = useStore(open.store, (state) => state.draft)
  const mine = draft.brokenText === null ? draft.value : undefined
  const theirs = useMemo(() => underId(side.value, id), [side, id])
  const join = useMemo(
    () => (choose?: Parameters<typeof mergeTwo>[3]) =>
      base ? merge(base.value, mine, theirs, schema, choose) : mergeTwo(mine, theirs, schema, choose),
    [base, mine, theirs, schema],
  )
  const { conflicts } = useMemo(() => join(), [join])
  const changes = useMemo(() => (base ? compare(base.value, theirs, schema) : []), [base, theirs, schema])
  const choices = useChoices(conflicts)
  const nameOf = (one: Base): string =>
    one.key === 'mine' || one.key === 'theirs'
      ? t(one.key === 'mine' ? 'beginning' : 'merge.began', { who: them })
      : t('version', { number: Number(one.key.slice('version:'.length)) })
  return (
    <section className="studio-compare" aria-label={t('merge.title', { who: them })}>
      <div className="studio-compare-bar">
        <h2>{t('merge.title', { who: them })}</h2>
        <span className="grow" />
        <Button onPress={onClose}>{t('merge.cancel')}</Button>
        <Button
          kind="primary"
          isDisabled={!found || mine === undefined || choices.left > 0}
          onPress={() => {
            const label = { code: 'merged', params: { what: them } }
            const edit = editBetween(label, mine, join(choices.side).value)
            if (edit.patches.length > 0) open.apply(edit)
            onClose()
          }}
        >
          {t('meeting.join')}
        </Button>
      </div>
      <div className="studio-scroll">
        <div className="studio-compare-body">
          <NotLoaded of={[loaded]} />
          {loaded.status === 'waiting' && <p className="waiting">{t('reading')}</p>}
          {found && (
            <>
              <div className="studio-merge-base">
                <Select
                  label={t('merge.base')}
                  value={key}
                  options={[
                    { id: NONE, text: t('merge.base.none') },
                    ...found.bases.map((one) => ({ id: one.key as string, text: nameOf(one) })),
                  ]}
                  onChange={setWanted}
                />
              </div>
              <p>{t(base ? 'merge.text' : 'merge.text.two', { who: them })}</p>
              <Conflicts
                conflicts={conflicts}
                choices={choices}
                document={base ? mine : theirs}
                them={them}
                twoWay={!base}
              />
              {base && (
                <>
                  <h2>{t('meeting.theirs', { who: them })}</h2>
                  <Changes changes={changes} document={theirs} />
                </>
              )}
            </>
          )}
        </div>
      </div>
    </section>
  )
}
