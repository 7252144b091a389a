import { useCallback, useEffect, useState } from 'react'
import type { StudioOpened, StudioRow } from '../../bridge'
import { openFloor } from '../../domain/scenario/open'
import type { Floor } from '../../domain/scenario/floor'
import { unwrap } from '../api'
import { NotLoaded } from '../lists/NotLoaded'
import { useNavigation } from '../session/navigation'
import { Button, Live, Notice, ScreenTitle } from '../ui'
import { useLoaded } from '../ui/use-loaded'
import { makeCopy } from './copies'
import { openDocument } from './document-store'
import type { OpenDocument } from './open-document'
import { mainHost } from './host'
import { OpenEditor } from './OpenEditor'
import { membersOf } from '../../domain/scenario/members'
import { useStudioText } from './words'

type Which = { readonly kind: 'scenario' | 'course' | 'floor'; readonly id: string }

/** Opens a document, and loads everything around it. */
export default function Editor({ kind, id }: Which) {
  const t = useStudioText()
  const { go } = useNavigation()
  const [asked, setAsked] = useState(0)
  const load = useCallback(async () => ({ asked, ...(await openWith({ kind, id })) }), [kind, id, asked])
  const loaded = useLoaded(load)
  if (loaded.status === 'waiting') return <p className="waiting">{t('opening')}</p>
  if (loaded.status === 'failed' || loaded.value.opened.outcome === 'refused') {
    const back = <Button onPress={() => go({ name: 'studio' })}>{t('back')}</Button>
    return (
      <main className="list-page">
        <ScreenTitle title={id} />
        <Live urgent>
          <NotLoaded of={[loaded]} actions={back} />
          {loaded.status === 'ready' && loaded.value.opened.outcome === 'refused' && (
            <Notice kind="attention" actions={back}>
              {t(`fault.${loaded.value.opened.fault.code}`, { file: loaded.value.opened.fault.file })}
            </Notice>
          )}
        </Live>
      </main>
    )
  }
  const { opened, floors, library } = loaded.value
  return (
    <Opened
      key={loaded.value.asked}
      opened={opened}
      floors={floors}
      library={library}
      onReload={() => setAsked((count) => count + 1)}
    />
  )
}

async function openWith(which: Which) {
  const [opened, library] = await Promise.all([
    unwrap(window.api.studio.open(which)),
    unwrap(window.api.studio.list()),
  ])
  const floors = new Map<string, Floor | 'invalid'>()
  if (which.kind === 'scenario') {
    for (const { kind, id } of library.documents) {
      if (kind !== 'floor') continue
      const floor = await unwrap(window.api.studio.open({ kind, id }))
      await unwrap(window.api.studio.close({ kind, id }))
      const read =
        floor.outcome === 'opened' ? openFloor(floor.text, { ending: '.floor.json' }).value : undefined
      floors.set(id, read ?? 'invalid')
    }
  }
  return { opened, floors, library: library.documents }
}

type OpenedDraft = Extract<StudioOpened, { outcome: 'opened' }>

interface OpenedProps {
  readonly opened: OpenedDraft
  readonly floors: ReadonlyMap<string, Floor | 'invalid'>
  readonly library: readonly StudioRow[]
  readonly onReload: () => void
}

const titleOf = ({ store }: OpenDocument) =>
  membersOf(membersOf(store.getState().draft.value)['title']) as Record<string, string>

function Opened({ opened, floors, library, onReload }: OpenedProps) {
  const [open] = useState(() => {
    const { kind, id } = opened
    const made: OpenDocument = openDocument(
      opened,
      mainHost((text) => makeCopy({ kind, id, title: titleOf(made) }, text)),
    )
    return made
  })
  useEffect(() => () => void open.close(), [open])
  return <OpenEditor open={open} floors={floors} library={library} onReload={onReload} />
}
