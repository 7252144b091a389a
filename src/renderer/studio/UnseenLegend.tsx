import { useStudioText } from './words'

/** Explains the mark of parts that neither a test plan nor a play has seen. */
export function UnseenLegend() {
  const t = useStudioText()
  return (
    <p className="studio-legend muted dense">
      <span className="studio-unseen-mark" aria-hidden="true" />
      {t('outline.legend')}
    </p>
  )
}
