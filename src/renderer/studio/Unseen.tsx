import { useEffect, useRef, useState } from 'react'
import type { CompiledScenario } from '../../domain/run'
import { searchWay } from '../../domain/scoring'
import { Button, Live, Notice } from '../ui'
import type { Coverage, UnseenPart } from './coverage'
import { inSlices } from './in-slices'
import { usePlayWords, type PlayedParts } from './play-words'
import { usePlanText, useStudioText } from './words'

interface UnseenProps {
  readonly coverage: Coverage
  readonly compiled: CompiledScenario | undefined
  readonly parts: PlayedParts
  /** Shows a part in the outline, and its form. */
  readonly onGo: (part: UnseenPart) => void
  /** Plays these events, which lead to a part. */
  readonly onWay: (events: readonly string[]) => void
}

type Search =
  | { readonly state: 'searching'; readonly part: UnseenPart }
  | { readonly state: 'no-way'; readonly part: UnseenPart }

/**
 * Lists the parts that neither a test plan nor a play of this session has seen, each with a button that plays up to it.
 */
export function Unseen({ coverage: { unseen, all }, compiled, parts, onGo, onWay }: UnseenProps) {
  const t = usePlanText()
  const studio = useStudioText()
  const { titleOf, choiceWords } = usePlayWords(parts)
  const [search, setSearch] = useState<Search>()
  const end = useRef(() => {})
  useEffect(() => () => end.current(), [compiled])
  const nameOf = ({ scene, choice }: UnseenPart): string => {
    const where = scene ? titleOf(scene.name) : studio('outline.everywhere')
    return choice ? t('unseen.choice', { choice: choiceWords(choice), scene: where }) : where
  }
  const playTo = (part: UnseenPart) => {
    if (!compiled) return
    end.current()
    setSearch({ state: 'searching', part })
    end.current = inSlices(searchWay(compiled, part.key), (way) => {
      setSearch(way ? undefined : { state: 'no-way', part })
      if (way) onWay(way)
    })
  }
  return (
    <div className="studio-pane-body">
      <p className="muted">
        {unseen.length === 0 ? t('unseen.none', { all }) : t('unseen.text', { n: unseen.length, all })}
      </p>
      <Live>
        {search?.state === 'searching' && (
          <Notice
            actions={
              <Button
                onPress={() => {
                  end.current()
                  setSearch(undefined)
                }}
              >
                {t('unseen.stop')}
              </Button>
            }
          >
            {t('unseen.searching')}
          </Notice>
        )}
        {search?.state === 'no-way' && (
          <Notice kind="attention">{t('unseen.no-way', { part: nameOf(search.part) })}</Notice>
        )}
      </Live>
      <ul className="studio-unseen">
        {unseen.map((part) => (
          <li key={part.key}>
            <Button kind="link" onPress={() => onGo(part)}>
              {nameOf(part)}
            </Button>
            <Button
              isDisabled={!compiled}
              aria-label={t('unseen.play.what', { part: nameOf(part) })}
              onPress={() => playTo(part)}
            >
              {t('unseen.play')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
