import { useEffect, useState } from 'react'
import type { Change } from '../../../domain/authoring/change-of'
import { changeSayer, loadChangeTexts, type SayChange } from '../../../texts/change-words'
import type { Translate } from '../../../texts/translate'
import { useLocale } from '../../i18n'
import { Button } from '../../ui'
import type { Path } from '../outline'
import { useWords } from '../words'
import { sceneTitle, useChangeNames, useCompareText } from './words'
import './compare.css'

/**
 * Returns a function that puts changes into the page's language, with the titles of scenes and the names of fields;
 * `undefined` until its texts are loaded.
 * @param document the document that has the titles
 */
export function useSayChange(document: unknown): SayChange | undefined {
  const locale = useLocale()
  const [texts, setTexts] = useState<{ readonly locale: string; readonly t: Translate<'studio-changes'> }>()
  useEffect(() => {
    let mounted = true
    void loadChangeTexts(locale).then((t) => mounted && setTexts({ locale, t }))
    return () => {
      mounted = false
    }
  }, [locale])
  const names = useChangeNames(document)
  return texts?.locale === locale ? changeSayer(texts.t, names) : undefined
}

/** This many changes are shown at first. */
const SHOWN = 200

const sceneOf = ({ place }: Change): string | undefined => ('scene' in place ? place.scene : undefined)

interface ChangesProps {
  readonly changes: readonly Change[]
  /** The later document, which has the titles of the scenes. */
  readonly document: unknown
  /** Shows the place of a change; missing if nobody can go there. */
  readonly onShow?: ((path: Path) => void) | undefined
}

/** Lists changes in words, scene by scene. */
export function Changes({ changes, document, onShow }: ChangesProps) {
  const t = useCompareText()
  const say = useSayChange(document)
  const words = useWords()
  const [shown, setShown] = useState(SHOWN)
  if (changes.length === 0) return <p className="muted">{t('same')}</p>
  const groups = new Map<string | undefined, Change[]>()
  for (const change of changes.slice(0, shown)) {
    const scene = sceneOf(change)
    groups.set(scene, [...(groups.get(scene) ?? []), change])
  }
  const titleOf = (scene: string | undefined): string => {
    if (scene === undefined) return t('document')
    if (scene === '') return t('everywhere')
    return sceneTitle(document, scene, words)
  }
  return (
    <>
      {[...groups].map(([scene, own]) => (
        <section key={scene ?? ' '} className="studio-changes">
          <h3>
            {titleOf(scene)}{' '}
            {scene !== undefined && scene !== '' && <span className="mono dense muted">{scene}</span>}
          </h3>
          <ul>
            {own.map((change, i) => (
              // Two changes may have the same sentence.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={i}>
                <span>{say?.(change)}</span>
                {onShow && (
                  <Button kind="link" onPress={() => onShow(change.path)}>
                    {t('show')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {changes.length > shown && (
        <Button onPress={() => setShown(shown + SHOWN)}>{t('more', { n: changes.length - shown })}</Button>
      )}
    </>
  )
}
