import { useState } from 'react'
import type { ChosenFile } from '../../bridge'
import { codeOf, unwrap } from '../api'
import { useErrorText } from '../i18n'
import { Button, Live, Notice } from '../ui'
import { useExchangeText } from './words'

/** At the first start: the file that HR gave for this computer. It is used under Settings, once somebody is known. */
export function SetUpFile({ onChosen }: { readonly onChosen: (organisation: string) => void }) {
  const t = useExchangeText()
  const errorText = useErrorText()
  const [answer, setAnswer] = useState<ChosenFile>()
  const [problem, setProblem] = useState<string>()
  const choose = async () => {
    setProblem(undefined)
    try {
      const next = await unwrap(window.api.exchange.chooseFile())
      setAnswer(next)
      if (next.outcome === 'read') onChosen(next.organisation)
    } catch (error) {
      if (codeOf(error) !== 'cancelled') setProblem(errorText(codeOf(error)))
    }
  }
  return (
    <div>
      <p className="muted dense">{t('start.file')}</p>
      <Button kind="link" onPress={() => void choose()}>
        {t('take.choose')}
      </Button>
      <Live>
        {problem !== undefined && <Notice kind="attention">{problem}</Notice>}
        {answer?.outcome === 'refused' && <Notice kind="attention">{t(`refused.${answer.reason}`)}</Notice>}
        {answer?.outcome === 'read' && (
          <Notice kind="good">
            {t('start.file.read', { organisation: answer.organisation, code: answer.code })}
          </Notice>
        )}
      </Live>
    </div>
  )
}
