import {
  MiniMap,
  PanOnScrollMode,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore as useFlowState,
  ViewportPortal,
  type NodeChange,
  type OnConnectEnd,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type MouseEvent,
  type RefObject,
} from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '../../ui'
import type { OutlineChoice, OutlineScene, Path } from '../outline'
import { useNames } from '../form/use-names'
import { useChoiceWords } from '../OutlineTree'
import { UnseenLegend } from '../UnseenLegend'
import { keyOf, several, type Selection } from '../selection'
import { useMapText, useStudioText, useWords } from '../words'
import { boxesOf, withinGroups, type Point } from './arrange'
import { CardView, elementOf, GroupView, MapContext, type CardNode, type MapFacts } from './Card'
import { graphOf } from './graph'
import { Lines } from './Lines'
import { nodeMaker } from './nodes'
import type { Places } from './places'
import { chosenCards, standOf } from './stand'
import { useBoardKeys } from './use-board-keys'
import { useFit, ZOOM } from './use-fit'
import { usePoints } from './use-points'
import './map.css'

const NODE_TYPES = { card: CardView, group: GroupView }
/** Below this zoom words can't be read. */
const FAR = 0.42

export interface MapProps {
  readonly scenes: readonly OutlineScene[]
  readonly everywhere: readonly OutlineChoice[]
  readonly selection: Selection
  /** The number of problems at each part, by the part's key. */
  readonly wrong: ReadonlyMap<string, number>
  /** Keys of parts that neither a test plan nor a play has seen. */
  readonly unseen: ReadonlySet<string>
  readonly readOnly: boolean
  readonly places: StoreApi<Places>
  readonly onSelect: (selection: Selection) => void
  /** Makes a choice lead to a scene. `from` is the choice, or a scene that gets a new one. */
  readonly onLead: (from: Path, to: Path) => void
  /**
   * Called when a line was dragged to an empty place. A scene is made there, and a choice that leads to it.
   * @returns the scene's name
   */
  readonly onLeadToNew: (from: Path) => string
  /** Shows the form of the selected part. */
  readonly onOpen: () => void
  /** Gets what commands can do here. */
  readonly acts?: RefObject<MapActs | null>
}

/** What commands can do on the map, wherever the keyboard is. */
export interface MapActs {
  readonly fit: () => void
  readonly arrange: () => void
}

const duration = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200)

/** Shows the scenes of a scenario as cards, with lines from each choice to its target. */
export default function Map(props: MapProps) {
  return (
    <ReactFlowProvider>
      <Board {...props} />
    </ReactFlowProvider>
  )
}

function Board({
  scenes,
  everywhere,
  selection,
  wrong,
  unseen,
  readOnly,
  places,
  onSelect,
  onLead,
  onLeadToNew,
  onOpen,
  acts,
}: MapProps) {
  const t = useMapText()
  const studio = useStudioText()
  const shown = useWords()
  const choiceWords = useChoiceWords()
  const { wordFor } = useNames('scene')
  const flow = useReactFlow()
  const far = useFlowState((state) => state.transform[2] < FAR)
  const folded = useStore(places, (state) => state.folded)
  const graph = useMemo(() => graphOf(scenes, everywhere, folded), [scenes, everywhere, folded])
  const { points, keep, waiting, tidy } = usePoints(graph, places)
  const boxes = useMemo(() => boxesOf(graph, points), [graph, points])
  const titles = useMemo(
    () => new globalThis.Map(scenes.map(({ name, title }) => [name, shown(title) || name])),
    [scenes, shown],
  )
  const titleOf = useCallback((name: string) => titles.get(name) ?? name, [titles])
  const pathOf = useMemo(
    () => new globalThis.Map(scenes.map(({ name, path }) => [name, path] as const)),
    [scenes],
  )

  const chosen = useMemo(() => chosenCards(graph, selection), [graph, selection])
  const stand = useMemo(() => standOf(graph, selection, scenes), [graph, selection, scenes])
  const [nodesOf] = useState(nodeMaker)
  const nodes = useMemo(
    () => nodesOf({ graph, points, boxes, chosen, stand }),
    [nodesOf, graph, points, boxes, chosen, stand],
  )

  const ref = useRef<HTMLDivElement>(null)
  const fit = useFit(ref)
  // The map is fitted into the board after it was laid out.
  const laidOut = !waiting && nodes.length > 0
  useEffect(() => {
    if (!laidOut) return undefined
    const frame = requestAnimationFrame(() => void fit(0))
    return () => cancelAnimationFrame(frame)
  }, [laidOut, fit])

  // Where the map is going until then: a card that is in sight on the way may not be when the map has come to rest.
  const going = useRef({ until: 0, x: 0, y: 0, zoom: 1 })
  /** Moves the map so that a card can be seen. */
  const show = useEffectEvent((id: string) => {
    const box = boxes.get(id)
    const board = ref.current?.getBoundingClientRect()
    if (!box || !board) return
    const now = performance.now()
    const { x, y, zoom } = now < going.current.until ? going.current : flow.getViewport()
    const left = box.x * zoom + x
    const top = box.y * zoom + y
    const inside =
      left >= 0 &&
      top >= 0 &&
      left + Math.min(box.width * zoom, board.width) <= board.width &&
      top + Math.min(box.height * zoom, board.height) <= board.height
    if (inside) return
    const near = Math.max(zoom, FAR)
    const target = {
      x: board.width / 2 - (box.x + box.width / 2) * near,
      y: board.height / 2 - (box.y + Math.min(box.height, 300) / 2) * near,
      zoom: near,
    }
    going.current = { ...target, until: now + duration() }
    void flow.setViewport(target, { duration: duration() })
  })
  const shownCard = stand?.card
  useEffect(() => {
    if (shownCard !== undefined) show(shownCard)
  }, [shownCard])

  const pathsOf = (keys: ReadonlySet<string>): Path[] =>
    [
      ...scenes.flatMap(({ path, choices }) => [path, ...choices.map((choice) => choice.path)]),
      ...everywhere.map(({ path }) => path),
    ].filter((path) => keys.has(keyOf(path)))

  const onNodeClick = (event: MouseEvent, { data }: CardNode) => {
    const element = (event.target as Element).closest<HTMLElement>('[data-reply]')
    const path = data.card.replies[Number(element?.dataset['reply'])]?.choice.path
    if (!element || !path) return
    if (!event.ctrlKey && !event.metaKey) {
      onSelect(several([path]))
      return
    }
    const others = pathsOf(selection.keys).filter((other) => keyOf(other) !== keyOf(path))
    onSelect(several(selection.keys.has(keyOf(path)) && others.length > 0 ? others : [...others, path]))
  }
  const toggle = useCallback(
    (id: string) =>
      places.setState(({ folded: now }) => {
        const next = new Set(now)
        if (!next.delete(id)) next.add(id)
        return { folded: next }
      }),
    [places],
  )
  const everywhereTitle = studio('outline.everywhere')
  const facts = useMemo(
    (): MapFacts => ({
      far,
      everywhere: everywhereTitle,
      readOnly,
      wrong,
      unseen,
      titleOf,
      onFold: toggle,
    }),
    [far, everywhereTitle, readOnly, wrong, unseen, titleOf, toggle],
  )

  const onNodesChange = (changes: NodeChange<CardNode>[]) => {
    let moved: globalThis.Map<string, Point> | undefined
    const picked = new Set(nodes.filter(({ selected }) => selected).map(({ id }) => id))
    let picking = false
    for (const change of changes) {
      if (change.type === 'position' && change.position) {
        moved ??= new globalThis.Map(points)
        moved.set(change.id, change.position)
      }
      if (change.type === 'select') {
        picking = true
        if (change.selected) picked.add(change.id)
        else picked.delete(change.id)
      }
    }
    if (moved) keep(moved)
    if (picking) {
      const last = changes
        .flatMap((change) => (change.type === 'select' && change.selected ? change.id : []))
        .at(-1)
      const order = [...picked].sort((a, b) => Number(a === last) - Number(b === last))
      onSelect(several(order.map((id) => pathOf.get(id)).filter((path) => path !== undefined)))
    }
  }
  const moved = () => keep(withinGroups(graph, points))

  const onConnectEnd: OnConnectEnd = (event, { fromHandle }) => {
    if (!fromHandle || readOnly) return
    const pointer = 'changedTouches' in event ? event.changedTouches[0]! : event
    const under = document.elementFromPoint(pointer.clientX, pointer.clientY)
    const card = graph.cards.find(({ id }) => id === fromHandle.nodeId)
    const reply = fromHandle.id?.startsWith('r') ? card?.replies[Number(fromHandle.id.slice(1))] : undefined
    const from = reply?.choice.path ?? card?.scene?.path
    if (!from) return
    const target = under?.closest<HTMLElement>('.react-flow__node')?.dataset['id']
    const to = target === undefined ? undefined : pathOf.get(target)
    if (to) onLead(from, to)
    else if (under?.closest('.react-flow__pane')) {
      const point = flow.screenToFlowPosition({ x: pointer.clientX, y: pointer.clientY })
      const name = onLeadToNew(from)
      keep(new globalThis.Map(points).set(name, { x: point.x, y: point.y - 22 }))
    }
  }

  useImperativeHandle(acts, () => ({ fit: () => void fit(duration()), arrange: () => void tidy(graph) }))

  const onKeyDown = useBoardKeys({
    graph,
    boxes,
    stand,
    selected: pathsOf(selection.keys),
    onSelect: (paths) => onSelect(several(paths)),
    onMove: readOnly
      ? undefined
      : (by) => {
          const next = new globalThis.Map(points)
          for (const id of chosen) {
            const point = next.get(id)
            if (point) next.set(id, { x: point.x + by.x, y: point.y + by.y })
          }
          keep(withinGroups(graph, next))
        },
    onFold: toggle,
    onOpen,
    onZoom: (by) => {
      if (by === 0) void fit(duration())
      else void (by > 0 ? flow.zoomIn : flow.zoomOut)()
    },
  })

  const said = useMemo(() => {
    const card = graph.cards.find(({ id }) => id === stand?.card)
    if (!stand || !card) return ''
    const reply = stand.reply === undefined ? undefined : card.replies[stand.reply]
    if (reply) {
      const { choice, to } = reply
      return t('said.reply', {
        words: choiceWords(choice),
        target: to === undefined ? t('reply.stays') : titleOf(choice.leadsTo ?? to),
        critical: choice.critical ? 'yes' : 'no',
        n: (stand.reply ?? 0) + 1,
        of: card.replies.length,
      })
    }
    const { scene } = card
    return t('said.card', {
      title: scene ? titleOf(scene.name) : everywhereTitle,
      channel: scene?.channel === undefined ? '' : wordFor(scene.channel),
      replies: card.replies.length,
      problems: scene ? (wrong.get(keyOf(scene.path)) ?? 0) : 0,
    })
  }, [graph, stand, t, everywhereTitle, choiceWords, titleOf, wordFor, wrong])

  const groups = graph.cards.filter(({ group }) => group !== undefined)
  return (
    <div className="map-frame">
      <div className="studio-pane-bar map-bar">
        <Button onPress={() => void fit(duration())}>{t('fit')}</Button>
        <Button aria-label={t('zoom.out')} onPress={() => void flow.zoomOut({ duration: duration() })}>
          −
        </Button>
        <Button aria-label={t('zoom.in')} onPress={() => void flow.zoomIn({ duration: duration() })}>
          +
        </Button>
        {!readOnly && <Button onPress={() => void tidy(graph)}>{t('arrange')}</Button>}
        {unseen.size > 0 && <UnseenLegend />}
        {groups.length > 0 && (
          <Button
            onPress={() => {
              const next = new Set(
                groups.some(({ group }) => group === 'open')
                  ? scenes.flatMap(({ name, group }) => (group ? [name] : []))
                  : [],
              )
              places.setState({ folded: next })
            }}
          >
            {groups.some(({ group }) => group === 'open') ? t('fold.all') : t('unfold.all')}
          </Button>
        )}
      </div>
      <div className="map" data-far={far || undefined}>
        <p id="map-how" className="visually-hidden">
          {t('how')}
        </p>
        <p className="visually-hidden" role="status">
          {waiting ? t('waiting') : said}
        </p>
        {waiting && (
          <p className="map-waiting" aria-hidden="true">
            {t('waiting')}
          </p>
        )}
        <MapContext value={facts}>
          <ReactFlow<CardNode>
            ref={ref}
            tabIndex={0}
            aria-label={t('title')}
            aria-describedby="map-how"
            aria-activedescendant={stand && elementOf(stand.card, far ? undefined : stand.reply)}
            onKeyDown={onKeyDown}
            onPointerDown={() => ref.current?.focus({ preventScroll: true })}
            onNodeClick={onNodeClick}
            nodes={waiting ? [] : nodes}
            edges={[]}
            nodeTypes={NODE_TYPES}
            onlyRenderVisibleElements
            minZoom={ZOOM.least}
            maxZoom={ZOOM.most}
            nodesFocusable={false}
            edgesFocusable={false}
            nodesDraggable={!readOnly}
            nodesConnectable={!readOnly}
            elevateNodesOnSelect={false}
            connectOnClick={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode="Shift"
            multiSelectionKeyCode={['Control', 'Meta']}
            panActivationKeyCode={null}
            zoomOnDoubleClick={false}
            panOnScroll
            panOnScrollMode={PanOnScrollMode.Free}
            zoomActivationKeyCode={['Control', 'Meta']}
            proOptions={{ hideAttribution: true }}
            onNodesChange={onNodesChange}
            onNodeDragStop={moved}
            onSelectionDragStop={moved}
            onNodeDoubleClick={onOpen}
            onConnectEnd={onConnectEnd}
            onPaneClick={() => onSelect(several([]))}
          >
            <ViewportPortal>
              {!waiting && <Lines graph={graph} boxes={boxes} chosen={chosen} />}
            </ViewportPortal>
            <MiniMap pannable zoomable ariaLabel={t('minimap')} nodeStrokeWidth={0} />
          </ReactFlow>
        </MapContext>
      </div>
    </div>
  )
}
