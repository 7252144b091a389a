import { useEffect, useState } from 'react'
import type { StudioLookedAt } from '../../../bridge'
import type { RefusalCode } from '../../../domain/authoring/import/refusal'
import { refusalSayer } from '../../../texts/import-words'
import { codeOf, unwrap } from '../../api'
import { textHook, useErrorText } from '../../i18n'
import { useNavigation } from '../../session/navigation'
import { Button, Dialog, Notice } from '../../ui'
import OfferDialog from './OfferDialog'
import { usePackageText } from './words'

const useImportText = textHook('import')

/**
 * Looks at the file that the system asked to have opened, and shows its contents or the reason why it can’t be
 * imported.
 */
export default function OpenedPackage({ onLeave }: { readonly onLeave: () => void }) {
  const t = usePackageText()
  const say = refusalSayer(useImportText())
  const errorText = useErrorText()
  const { go } = useNavigation()
  const [looked, setLooked] = useState<StudioLookedAt>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    let shown = true
    unwrap(window.api.studio.lookAtFile()).then(
      (answer) => shown && setLooked(answer),
      (error: unknown) => shown && setProblem(errorText(codeOf(error))),
    )
    return () => {
      shown = false
    }
    // The file is looked at only once, even if the language changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  if (looked?.outcome === 'offered') {
    return (
      <OfferDialog
        offer={looked}
        onClose={onLeave}
        onTaken={({ id }) => {
          go({ name: 'studio-document', kind: 'scenario', id })
          onLeave()
        }}
      />
    )
  }
  if (!looked && problem === undefined) return null
  return (
    <Dialog
      title={t('opened.refused')}
      onClose={onLeave}
      actions={<Button onPress={onLeave}>{t('close')}</Button>}
    >
      <Notice
        kind="attention"
        {...(looked ? { list: <p className="mono dense muted">{looked.code}</p> } : {})}
      >
        {looked
          ? t('opened.why', {
              file: looked.file,
              why: say({ code: looked.code as RefusalCode, params: looked.params }),
            })
          : problem}
      </Notice>
    </Dialog>
  )
}
