import { useDebriefText } from './words'

export interface Scoring {
  /** The version of the rules by which the attempt was scored. */
  readonly version: number
  readonly today: number
}

/** Says that an attempt was scored by earlier rules, and keeps that score. */
export function OlderScoring({ scoring }: { readonly scoring: Scoring | null | undefined }) {
  const t = useDebriefText()
  if (!scoring || scoring.version >= scoring.today) return null
  return <p className="muted dense">{t('scoring.older', { ...scoring })}</p>
}
