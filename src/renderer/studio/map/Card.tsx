import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import { createContext, memo, use } from 'react'
import { useNames } from '../form/use-names'
import { keyOf } from '../selection'
import { useChoiceWords } from '../OutlineTree'
import { useMapText, useStudioText, useWords } from '../words'
import { EVERYWHERE, type MapCard, type MapReply } from './graph'

export type CardNode = Node<
  {
    readonly card: MapCard
    /** The key of the selected choice, if it belongs to this card. */
    readonly reply: string | undefined
    /** True if the arrow keys are at this card. */
    readonly here: boolean
  },
  'card' | 'group'
>

/** The facts that all cards share. */
export interface MapFacts {
  /** True if the zoom is too small to read words. Cards are then drawn as plain boxes. */
  readonly far: boolean
  /** The title of the card for choices that every scene offers. */
  readonly everywhere: string
  readonly readOnly: boolean
  readonly wrong: ReadonlyMap<string, number>
  readonly unseen: ReadonlySet<string>
  readonly titleOf: (name: string) => string
  readonly onFold: (id: string) => void
}
export const MapContext = createContext<MapFacts | undefined>(undefined)

function useMap(): MapFacts {
  const facts = use(MapContext)
  if (!facts) throw new Error('A card needs a map around it')
  return facts
}

/** Returns the id of the element of a card, or of one of its replies. */
export const elementOf = (card: string, reply?: number): string =>
  `map-${card === EVERYWHERE ? 'everywhere' : card.replaceAll('.', '--')}${reply === undefined ? '' : `-r${reply}`}`

function Reply({ card, reply, i, chosen }: { card: MapCard; reply: MapReply; i: number; chosen: boolean }) {
  const t = useMapText()
  const words = useChoiceWords()
  const { titleOf, wrong, readOnly } = useMap()
  const { choice, way, to } = reply
  const said = words(choice)
  const target = to === undefined ? choice.target : titleOf(choice.leadsTo ?? to)
  const leads =
    way === 'stays'
      ? t('reply.stays')
      : way === 'missing'
        ? t('reply.missing', { target: choice.target ?? '' })
        : t('reply.leads', { target: target ?? '' })
  const problems = wrong.get(keyOf(choice.path)) ?? 0
  return (
    <div
      id={elementOf(card.id, i)}
      className="map-reply nodrag"
      data-reply={i}
      data-way={way}
      data-critical={choice.critical || undefined}
      data-chosen={chosen || undefined}
      title={`${said}\n${leads}`}
    >
      <span className="map-reply-words">{said}</span>
      {way === 'name' && <span className="map-reply-to">→ {target}</span>}
      {way === 'missing' && <span className="map-reply-to">→ ?</span>}
      {way === 'stays' && <span className="map-reply-to">↺</span>}
      {choice.conditional && <span className="map-reply-to">{t('reply.when')}</span>}
      {choice.earned && (
        <span className="map-points">
          {choice.earned.points}/{choice.earned.of}
        </span>
      )}
      {problems > 0 && <span className="studio-count">{problems}</span>}
      <span className="visually-hidden">
        {choice.critical ? t('reply.critical') : ''} {leads}
      </span>
      {!readOnly && (
        <Handle
          type="source"
          position={Position.Right}
          id={`r${i}`}
          className="map-handle"
          title={t('reply.drag')}
        />
      )}
    </div>
  )
}

function Replies({ card, chosen }: { readonly card: MapCard; readonly chosen: string | undefined }) {
  return card.replies.map((one, i) => {
    const key = keyOf(one.choice.path)
    return <Reply key={key} card={card} reply={one} i={i} chosen={chosen === key} />
  })
}

/** Returns the attributes that mark a card, near and from afar. */
const marksOf = ({ card, here }: CardNode['data']) => ({
  'data-final': card.scene?.final || undefined,
  'data-here': here || undefined,
  'data-critical': card.replies.some(({ choice }) => choice.critical) || undefined,
})

/** Shows only the title when the map is far away, because hundreds of cards are then in sight. */
export const CardView = memo(function CardView({ data }: NodeProps<CardNode>) {
  const { far, titleOf, everywhere } = useMap()
  const { card } = data
  const title = card.scene ? titleOf(card.scene.name) : everywhere
  if (!far) return <NearCard data={data} title={title} />
  return (
    <div id={elementOf(card.id)} data-card={card.id} className="map-plain" {...marksOf(data)}>
      {title}
    </div>
  )
})

function NearCard({ data, title }: { readonly data: CardNode['data']; readonly title: string }) {
  const t = useMapText()
  const studio = useStudioText()
  const shown = useWords()
  const { wordFor } = useNames('scene')
  const { wrong, unseen, readOnly, onFold } = useMap()
  const { card, reply } = data
  const { scene, group, inside } = card
  const key = scene ? keyOf(scene.path) : ''
  const problems = wrong.get(key) ?? 0
  return (
    <>
      <div
        id={elementOf(card.id)}
        data-card={card.id}
        className="map-card"
        {...marksOf(data)}
        data-folded={group === 'folded' || undefined}
      >
        <div className="map-card-head">
          <b title={title}>{title}</b>
          {unseen.has(key) && (
            <span className="studio-unseen-mark" title={studio('outline.unseen')}>
              <span className="visually-hidden">{studio('outline.unseen')}</span>
            </span>
          )}
          {problems > 0 && (
            <span className="studio-count" title={t('problems', { n: problems })}>
              {problems}
              <span className="visually-hidden">{t('problems', { n: problems })}</span>
            </span>
          )}
        </div>
        <p className="map-first">
          {scene?.first ? shown(scene.first.text) : group === 'folded' ? t('inside', { n: inside }) : ''}
        </p>
        <div className="map-card-foot">
          {scene?.initial && <span className="chip">{studio('outline.begins')}</span>}
          {scene?.disposition !== undefined && <span className="chip">{wordFor(scene.disposition)}</span>}
          {scene?.channel !== undefined && <span>{wordFor(scene.channel)}</span>}
          {scene !== undefined && scene.cues.length > 0 && <span>{t('cues', { n: scene.cues.length })}</span>}
          {group === 'folded' && (
            <button type="button" tabIndex={-1} className="map-fold nodrag" onClick={() => onFold(card.id)}>
              {t('unfold')}
            </button>
          )}
        </div>
        {!readOnly && scene && !scene.final && (
          <Handle
            type="source"
            position={Position.Bottom}
            id="new"
            className="map-handle map-handle-new"
            title={t('reply.new')}
          />
        )}
      </div>
      <Replies card={card} chosen={reply} />
    </>
  )
}

export const GroupView = memo(function GroupView({ data }: NodeProps<CardNode>) {
  const t = useMapText()
  const { far, titleOf, onFold } = useMap()
  const { card, reply, here } = data
  return (
    <div
      id={elementOf(card.id)}
      data-card={card.id}
      className="map-group"
      data-here={here || undefined}
      data-far={far || undefined}
    >
      <div className="map-group-head">
        <b>{titleOf(card.id)}</b>
        {!far && (
          <button type="button" tabIndex={-1} className="map-fold nodrag" onClick={() => onFold(card.id)}>
            {t('fold')}
          </button>
        )}
      </div>
      {!far && <Replies card={card} chosen={reply} />}
    </div>
  )
})
