import { Button } from '../ui'
import type { OpenDocument } from './document-store'
import { useCopy } from './use-copy'
import { useStudioText } from './words'

/** Says above a form that nothing can be written in it, and how to get something that can be changed. */
export function ReadOnlyHere({ open }: { readonly open: OpenDocument }) {
  const t = useStudioText()
  const { copy, failed } = useCopy(open)
  if (!open.opened.readOnly) return null
  return (
    <div className="studio-read-only" role="note">
      <span>{failed ? t('copy.failed') : t('read-only.here')}</span>
      <Button kind="link" onPress={copy}>
        {t('read-only.copy')}
      </Button>
    </div>
  )
}
