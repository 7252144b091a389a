import { useDebriefText } from './words'

export interface Scoring {
  /** Of the rules by which the attempt was scored. */
  readonly version: number
  readonly today: number
}

/** That an attempt was scored by earlier rules, and stays so. */
export function OlderScoring({ scoring }: { readonly scoring: Scoring | null | undefined }) {
  const t = useDebriefText()
  if (!scoring || scoring.version >= scoring.today) return null
  return <p className="muted dense">{t('scoring.older', { ...scoring })}</p>
}
