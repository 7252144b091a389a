import { startTransition, useState } from 'react'
import type { ChosenFile } from '../../bridge'
import { codeOf, unwrap } from '../api'
import { useErrorText, useText } from '../i18n'
import { Button, Live, Notice } from '../ui'
import { useExchangeText } from './words'

/**
 * Offers the file that HR gave for this computer at the first start. It is used under Settings, after somebody has
 * signed in.
 */
export function SetUpFile({ onChosen }: { readonly onChosen: (organisation: string) => void }) {
  const t = useText()
  const errorText = useErrorText()
  const [answer, setAnswer] = useState<ChosenFile>()
  const [problem, setProblem] = useState<string>()
  const choose = async () => {
    setProblem(undefined)
    try {
      const next = await unwrap(window.api.exchange.chooseFile())
      startTransition(() => setAnswer(next))
      if (next.outcome === 'read') onChosen(next.organisation)
    } catch (error) {
      if (codeOf(error) !== 'cancelled') setProblem(errorText(codeOf(error)))
    }
  }
  return (
    <div>
      <p className="muted dense">{t('start.file')}</p>
      <Button kind="link" onPress={() => void choose()}>
        {t('start.file.choose')}
      </Button>
      <Live>
        {problem !== undefined && <Notice kind="attention">{problem}</Notice>}
        {answer && <Answer answer={answer} />}
      </Live>
    </div>
  )
}

/** Its texts are loaded after the first screen, which is this one. */
function Answer({ answer }: { readonly answer: ChosenFile }) {
  const t = useExchangeText()
  if (answer.outcome === 'refused') return <Notice kind="attention">{t(`refused.${answer.reason}`)}</Notice>
  return (
    <Notice kind="good">{t('file.read', { organisation: answer.organisation, code: answer.code })}</Notice>
  )
}
