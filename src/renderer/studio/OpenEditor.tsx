import { Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { StudioRow } from '../../bridge'
import type { Floor } from '../../domain/scenario/floor'
import type { Issue } from '../../domain/scenario/issue'
import { fixesFor } from '../../domain/authoring/fixes'
import { pseudoScenario } from '../../domain/translation/pseudo'
import { fixWithNames } from '../../texts/fix-names'
import { useNavigation } from '../session/navigation'
import { Around } from './Around'
import { Beside } from './compare/Beside'
import type { SideKey } from './compare/sides'
import type { OpenDocument } from './open-document'
import { useDraftMedia } from './draft-media'
import { EditorBar } from './EditorBar'
import { EditorDialogs } from './EditorDialogs'
import { FormPane } from './FormPane'
import { useFormFacts } from './form/use-facts'
import { useGoal } from './form/use-goal'
import { GuideHere } from './guide/GuideHere'
import { focusForm, useGuide } from './guide/use-guide'
import type { GuidePlace } from './guide/steps'
import { useComments } from './comments/use-comments'
import { History } from './History'
import { Later } from './Later'
import { CommentsPane, CourseProof, Proof, Source, Translations } from './later-panes'
import type { MapActs } from './map/Map'
import { MapPane } from './MapPane'
import { OutlineColumn } from './OutlineColumn'
import { PaneBar } from './PaneBar'
import { membersOf } from '../../domain/scenario/members'
import { languagesOf, pathOfSelected, selectedAt } from './outline'
import { useKeptFocus } from './kept-focus'
import { Notices } from './Notices'
import { panesOf, sceneOf, WIDE, type Pane } from './panes'
import { PlayPane } from './PlayPane'
import { Problems } from './Problems'
import { PublishHere } from './PublishHere'
import { SectionBar } from './SectionBar'
import { pathOfKey } from './selection'
import { FROM_THE_BEGINNING } from './test-play'
import { useActions, type Asking } from './use-actions'
import { useCards } from './use-cards'
import { usePlay } from './use-play'
import { usePlayable } from './use-playable'
import { useOutline } from './use-outline'
import { useProof } from './use-proof'
import { useUndoKeys } from './use-undo-keys'
import { checkDocument, countByPart, useChecks, type FindFloor } from './use-checks'
import { useSelection } from './use-selection'
import { useView } from './use-view'
import { useCommandText, useStudioText, useWords } from './words'
import { WholePlay } from './WholePlay'
import { useFollowedTranslations } from './translations/use-followed'
import './studio.css'
import './dialogs.css'

/**
 * Shows an open document: its outline, the form of the selection, and a pane beside it for problems, play, source or
 * history.
 */
export function OpenEditor({
  open,
  floors,
  library,
  onReload,
}: {
  readonly open: OpenDocument
  readonly floors: ReadonlyMap<string, Floor | 'invalid'>
  readonly library: readonly StudioRow[]
  readonly onReload: () => void
}) {
  const t = useStudioText()
  const tc = useCommandText()
  const page = useRef<HTMLElement>(null)
  useKeptFocus(page)
  const words = useWords()
  const { go } = useNavigation()
  const { opened, store } = open
  const draft = useStore(store, (state) => state.draft)
  const { kind, id, readOnly } = opened
  const find = useCallback<FindFloor>((name) => floors.get(name) ?? 'not-there', [floors])
  const { issues, scenario, of } = useChecks(kind, draft.value, draft.brokenText, find)
  const playable = usePlayable(scenario, draft.value, issues, find)
  const { compiled } = playable
  const { shared, scenes, everywhere } = useOutline(draft.value, floors)
  const { selection, selected, setSelection, setSelected } = useSelection(draft.value, scenes, everywhere)
  const [view, setView] = useView()
  const [issue, setIssue] = useState<Issue>()
  const [asking, setAsking] = useState<Asking>()
  const cards = useCards(opened)
  const [pane, setPane] = useState<Pane>(kind === 'scenario' ? 'play' : 'problems')
  const comments = useComments(kind, id, draft.value, pane === 'comments')
  const [whole, setWhole] = useState(false)
  const [wanted, setWanted] = useState<{ readonly path: readonly PropertyKey[] }>()
  const followed = useFollowedTranslations(open)
  const [pseudo, setPseudo] = useState(false)
  const meeting = useStore(store, (state) => state.meeting)
  const [beside, setBeside] = useState<SideKey | 'meeting'>()
  const { goal, setGoal, formColumn } = useGoal()
  const map = useRef<MapActs>(null)
  const [publishing, setPublishing] = useState(false)
  const [published, setPublished] = useState(opened.published)
  const languages = useMemo(() => languagesOf(draft.value), [draft.value])
  const wrong = useMemo(() => countByPart(issues), [issues])
  const media = useDraftMedia(opened)
  const around = { languages, media, shared, library, goal }
  const facts = useFormFacts({ ...around, open, document: draft.value, issues, selected })
  const playing = usePlay(open, draft.value, draft.n, compiled, { scenes, everywhere })
  const proof = useProof(open, draft.value)
  useUndoKeys(open, whole)

  const guide = useGuide(open, scenes, playing.seen)
  const toStep = (place: GuidePlace) => {
    if (place.what === 'publish') setPublishing(true)
    else if (place.what === 'pane') setPane(place.pane)
    else {
      setSelected(place.selected)
      // The wide pane makes room for the form again.
      if (WIDE.has(pane)) setPane('play')
      focusForm()
    }
  }
  const wide = WIDE.has(pane)
  const withMap = kind === 'scenario' && view !== 'outline' && !wide
  const showForm = () => withMap && setPane('form')
  const toForm = (path: readonly PropertyKey[]) => {
    setBeside(undefined)
    setSelected(selectedAt(path))
    // The wide pane makes room for the form again.
    if (wide) setPane('problems')
    showForm()
    setGoal(path)
  }
  const goTo = (next: Issue) => {
    toForm(next.keys.path)
    setIssue(next)
  }
  const title = words(membersOf(draft.value)['title']) || id
  const counts = { problems: issues.length, comments: comments.open }
  const errors = issues.filter(({ severity }) => severity === 'error').length
  const unwritten = issues.filter(({ code }) => code === 'unwritten').length

  const { actions, lead, leadToNew } = useActions({
    open,
    document: draft.value,
    scenes,
    everywhere,
    languages,
    readOnly,
    isScenario: kind === 'scenario',
    selection,
    asleep: whole,
    issues,
    canUndo: draft.undo.length > 0,
    canRedo: draft.redo.length > 0,
    onSelect: setSelection,
    onAsk: setAsking,
    onView: setView,
    issue,
    onIssue: goTo,
    onPlay: (name) => {
      playing.onPlay({ ...FROM_THE_BEGINNING, scene: name }, [])
      playing.onPart('play')
      setPane('play')
    },
    onWhole: scenario && (() => setWhole(true)),
    onPublish: () => setPublishing(true),
    onLeave: () => go({ name: 'studio' }),
    places: {
      panes: panesOf(kind, withMap),
      map: () => map.current,
      onPane: setPane,
      onSection: (section) => toForm(section === 'about' ? [] : [section]),
      onMap: () => setView('both'),
      onGuide: () => guide.show(true),
      onCompare: setBeside,
      published,
      onMenu: (command) => void window.api.app.menu({ command }),
    },
  })
  const shownPane = pane === 'form' && !withMap ? 'problems' : pane
  const inspector = (
    <FormPane
      open={open}
      document={draft.value}
      selected={selected}
      comments={pane === 'comments' ? undefined : comments}
      onSelect={setSelected}
      onComments={() => setPane('comments')}
    />
  )

  // Outline and map show the same document and share the selection.
  const shown = {
    scenes,
    everywhere,
    selection,
    wrong,
    unseen: playing.unseen,
    readOnly,
    onSelect: setSelection,
  }

  if (whole && scenario) {
    return (
      <WholePlay
        scenario={pseudo ? pseudoScenario(scenario) : scenario}
        media={media}
        onEnded={guide.ended}
        onLeave={() => setWhole(false)}
      />
    )
  }
  return (
    <Around open={open} facts={facts} actions={actions}>
      <main className="studio" ref={page}>
        <EditorBar
          open={open}
          title={title}
          published={published}
          view={kind === 'scenario' ? view : undefined}
          onView={setView}
          onGuide={kind === 'scenario' && !guide.shown ? () => guide.show(true) : undefined}
        />
        <Notices
          open={open}
          onReload={() => void open.close('drop').then(onReload)}
          onCompare={setBeside}
          onSource={shownPane === 'source' ? undefined : () => setPane('source')}
        />
        {beside !== undefined && (
          <Beside open={open} beside={beside} onShow={toForm} onClose={() => setBeside(undefined)} />
        )}
        <div
          hidden={beside !== undefined && (beside !== 'meeting' || meeting !== null)}
          className={kind === 'scenario' ? 'studio-columns' : 'studio-columns studio-two'}
          data-pane={shownPane}
          data-view={kind === 'scenario' && !wide ? view : undefined}
        >
          {kind === 'scenario' && (view !== 'map' || wide) && (
            <OutlineColumn {...shown}>
              <GuideHere
                guide={guide}
                facts={{ document: draft.value, errors, unwritten, published: published !== null }}
                onGo={toStep}
              />
            </OutlineColumn>
          )}
          {withMap ? (
            <section className="studio-column studio-map" aria-label={tc('view-map')}>
              {view === 'map' && <SectionBar selected={selected} wrong={wrong} onSelect={setSelected} />}
              <MapPane
                {...shown}
                places={cards}
                onLead={lead}
                onLeadToNew={leadToNew}
                onOpen={showForm}
                acts={map}
              />
            </section>
          ) : (
            <section
              ref={formColumn}
              className="studio-column studio-inspector"
              aria-label={t('inspector')}
              hidden={wide}
            >
              {inspector}
            </section>
          )}
          <section
            ref={withMap ? formColumn : undefined}
            className="studio-column"
            aria-label={t(`pane.${shownPane}`)}
          >
            <PaneBar
              panes={panesOf(kind, withMap)}
              shown={shownPane}
              counts={counts}
              onShow={(name) => {
                setWanted(undefined)
                setPane(name)
              }}
            />
            {shownPane === 'form' && inspector}
            {shownPane === 'problems' && (
              <Problems
                issues={issues}
                say={facts.say}
                readOnly={readOnly}
                version={draft.n}
                fixesFor={(issue) =>
                  fixesFor(draft.value, issue, {
                    check: (document) => checkDocument(kind, document, find).issues,
                    ...(shared === undefined ? {} : { floor: shared as Floor }),
                  }).map((fix) => fixWithNames(fix, issue, facts.names))
                }
                onGo={goTo}
                onSource={(found) => {
                  setWanted({ path: found.keys.path })
                  setPane('source')
                }}
                onFix={open.apply}
              >
                {kind === 'scenario' && (
                  <Suspense fallback={null}>
                    <Proof
                      state={proof}
                      errors={errors}
                      parts={{ scenes, everywhere }}
                      document={draft.value}
                      onIssue={goTo}
                      onPlace={(path) => setSelected(selectedAt(path))}
                    />
                  </Suspense>
                )}
              </Problems>
            )}
            {shownPane === 'play' && (
              <PlayPane
                {...playing}
                media={media}
                playable={playable}
                readOnly={readOnly}
                parts={{ scenes, everywhere }}
                onScene={(path) => {
                  const scene = scenes.find(({ name }) => name === path)
                  if (scene) setSelected({ what: 'scene', path: scene.path })
                }}
                onPlace={({ key }) => {
                  const path = pathOfKey(scenes, everywhere, key)
                  if (path) toForm(path)
                }}
                onWhole={() => setWhole(true)}
                pseudo={pseudo}
                onPseudo={setPseudo}
              />
            )}
            {shownPane === 'proof' && (
              <Later>
                <CourseProof open={open} />
              </Later>
            )}
            {shownPane === 'translations' && (
              <Later>
                <Translations
                  open={open}
                  followed={followed}
                  scene={selected.what === 'section' ? undefined : sceneOf(selected.path)}
                  onGo={(path) => {
                    setSelected(selectedAt(path))
                    setPane('problems')
                  }}
                />
              </Later>
            )}
            {shownPane === 'source' && (
              <Later>
                <Source
                  open={open}
                  draft={draft}
                  readOnly={readOnly}
                  issues={issues}
                  checked={of}
                  selected={pathOfSelected(selected)}
                  wanted={wanted}
                  onForm={toForm}
                />
              </Later>
            )}
            {shownPane === 'comments' && (
              <Later>
                <CommentsPane
                  id={id}
                  shipped={opened.origin === 'shipped'}
                  comments={comments}
                  languages={languages}
                  selected={selected}
                  onGo={toForm}
                  settle={open.settle}
                />
              </Later>
            )}
            {shownPane === 'history' && (
              <History open={open} published={published?.number} onCompare={setBeside} />
            )}
          </section>
        </div>
      </main>
      <EditorDialogs
        asking={asking}
        open={open}
        document={draft.value}
        scenes={scenes}
        languages={languages}
        selected={selected}
        cards={cards}
        onSelect={setSelected}
        onLead={lead}
        actions={actions}
        onGo={toForm}
        onClose={() => setAsking(undefined)}
      />
      {publishing && (
        <PublishHere
          open={open}
          issues={issues}
          playing={playing}
          onPane={setPane}
          onClose={(version) => {
            setPublishing(false)
            if (version) setPublished(version)
          }}
        />
      )}
    </Around>
  )
}
