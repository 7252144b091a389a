import { useStore } from 'zustand'
import { useNavigation } from '../session/navigation'
import { Button, Live, ScreenTitle } from '../ui'
import { CommandButton } from './CommandButton'
import type { OpenDocument } from './open-document'
import { VIEWS, type View } from './use-actions'
import { useCommandText, useGuideText, useStudioText } from './words'

/** The bar above an open document: its title and state, and the buttons for the document as a whole. */
export function EditorBar({
  open,
  title,
  published,
  view,
  onView,
  onGuide,
}: {
  readonly open: OpenDocument
  readonly title: string
  readonly published: { readonly number: number } | null
  /** The view of the scenes; `undefined` for a document that is no scenario. */
  readonly view: View | undefined
  readonly onView: (view: View) => void
  /** Shows the guide; `undefined` while the guide is shown already. */
  readonly onGuide: (() => void) | undefined
}) {
  const t = useStudioText()
  const commands = useCommandText()
  const guide = useGuideText()
  const { go } = useNavigation()
  const saving = useStore(open.store, (state) => state.saving)
  const { id, readOnly, origin } = open.opened
  return (
    <header className="studio-bar">
      <Button kind="link" onPress={() => go({ name: 'studio' })}>
        {t('back')}
      </Button>
      <ScreenTitle title={title} />
      <span className="mono muted dense studio-bar-id">{id}</span>
      {/* What came with the program says so in the notice below. */}
      {readOnly && origin !== 'shipped' && <span className="chip">{t('read-only')}</span>}
      {published && <span className="chip">{t('published', { number: published.number })}</span>}
      <span className="grow" />
      {view !== undefined && (
        <div className="studio-views" role="group" aria-label={commands('view')}>
          {VIEWS.map((name) => (
            <Button
              key={name}
              className="studio-section"
              aria-pressed={view === name}
              onPress={() => onView(name)}
            >
              {commands(name === 'both' ? 'both' : `view-${name}`)}
            </Button>
          ))}
        </div>
      )}
      <CommandButton id="palette">{commands('palette.short')}</CommandButton>
      {!readOnly && (
        <>
          <Live>
            <span className="muted dense">{t(`saving.${saving.name}`)}</span>
          </Live>
          <CommandButton id="undo" icon={<TurnBack />} />
          <CommandButton id="redo" icon={<TurnBack mirrored />} />
          {onGuide && <Button onPress={onGuide}>{guide('open')}</Button>}
          <CommandButton id="publish" kind="primary" />
        </>
      )}
    </header>
  )
}

const TurnBack = ({ mirrored = false }: { readonly mirrored?: boolean }) => (
  <svg viewBox="0 0 16 16" aria-hidden="true" {...(mirrored ? { 'data-mirrored': '' } : {})}>
    <path d="M5.5 3 2 6.5 5.5 10M2 6.5h7.5a4 4 0 0 1 0 8H6" />
  </svg>
)
