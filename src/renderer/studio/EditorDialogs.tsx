import { lazy, Suspense } from 'react'
import { useLocale } from '../i18n'
import { put, renameScene } from './acts'
import { COMMAND_IDS, type Actions, type CommandId } from './commands'
import type { OpenDocument } from './open-document'
import { useKeyWords } from './key-words'
import type { PlaceStore } from './map/place-store'
import { membersOf } from '../../domain/scenario/members'
import { at, type OutlineScene, type Path, type Selected } from './outline'
import { RenameDialog } from './RenameDialog'
import { keyOf } from './selection'
import type { Asking } from './use-actions'
import { useCommandText, useWords } from './words'

const ExportDialog = lazy(() => import('./packages/ExportDialog'))
const PickDialog = lazy(() => import('./PickDialog'))
const SearchDialog = lazy(() => import('./SearchDialog'))

interface EditorDialogsProps {
  readonly asking: Asking | undefined
  readonly open: OpenDocument
  readonly document: unknown
  readonly scenes: readonly OutlineScene[]
  readonly languages: readonly string[]
  readonly selected: Selected
  readonly cards: PlaceStore
  readonly onSelect: (selected: Selected) => void
  readonly onLead: (from: Path, to: Path) => void
  readonly actions: Actions
  readonly onGo: (path: Path) => void
  readonly onClose: () => void
}

/** Shows the dialog of a command that asks something before it acts. */
export function EditorDialogs({
  asking,
  open,
  document,
  scenes,
  languages,
  selected,
  cards,
  onSelect,
  onLead,
  actions,
  onGo,
  onClose,
}: EditorDialogsProps) {
  const t = useCommandText()
  const words = useWords()
  const locale = useLocale()
  const keys = useKeyWords()
  if (asking === 'search') {
    const { kind, readOnly } = open.opened
    return (
      <Suspense>
        <SearchDialog
          open={open}
          kind={kind}
          document={document}
          readOnly={readOnly}
          onGo={onGo}
          onClose={onClose}
        />
      </Suspense>
    )
  }
  if (asking === 'palette') {
    const picks = COMMAND_IDS.filter((id) => id !== 'palette').map((id) => ({
      id,
      text: t(id),
      beside: keys(id),
      disabled: !actions[id],
    }))
    return (
      <Suspense>
        <PickDialog
          title={t('palette.title')}
          picks={picks}
          onClose={onClose}
          // The command runs after the dialog has closed, so that it can open one of its own.
          onPick={(id) => setTimeout(() => actions[id as CommandId]?.())}
        />
      </Suspense>
    )
  }
  if (asking === 'export') {
    const { id } = open.opened
    const title = words(membersOf(document)['title']) || id
    return (
      <Suspense>
        <ExportDialog id={id} title={title} settle={open.settle} onClose={onClose} />
      </Suspense>
    )
  }
  if (asking === undefined || selected.what === 'section') return null
  if (asking === 'lead') {
    const others = scenes.filter(({ path }) => keyOf(path) !== keyOf(selected.path))
    return (
      <Suspense>
        <PickDialog
          title={t('lead.title')}
          text={t('lead.text')}
          picks={others.map(({ path, name, title }) => ({ id: keyOf(path), text: words(title) || name }))}
          onClose={onClose}
          onPick={(key) => {
            const to = others.find(({ path }) => keyOf(path) === key)
            if (to) onLead(selected.path, to.path)
          }}
        />
      </Suspense>
    )
  }
  const scene = scenes.find(({ path }) => keyOf(path) === keyOf(selected.path))
  if (asking !== 'rename' || !scene) return null
  const title = words(scene.title)
  return (
    <RenameDialog
      id={scene.id}
      title={title}
      taken={Object.keys(membersOf(at(document, scene.path.slice(0, -1))))}
      onClose={onClose}
      onRename={(as, called) => {
        cards.rename(scene.name, [...scene.name.split('.').slice(0, -1), as].join('.'))
        const label =
          as === scene.id
            ? { code: 'retitle', params: { from: title || scene.id, to: called } }
            : { code: 'rename', params: { from: scene.id, to: as } }
        open.edit(label, (next) => {
          if (called !== title) putTitle(next, scene.path, called, [locale, ...languages])
          if (as !== scene.id) renameScene(next, scene.path, as)
        })
        onSelect({ what: 'scene', path: [...scene.path.slice(0, -1), as] })
      }}
    />
  )
}

/**
 * Sets a title in a document.
 * @param languages the first of these in which there is a title gets the new one
 */
function putTitle(
  document: Record<string, unknown>,
  scene: Path,
  title: string,
  languages: readonly string[],
): void {
  const place = [...scene, 'meta', 'title']
  const texts = membersOf(at(document, place))
  const language = languages.find((one) => typeof texts[one] === 'string') ?? languages[1] ?? languages[0]!
  put(document, [...place, language], title)
}
