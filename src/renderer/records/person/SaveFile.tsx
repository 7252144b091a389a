import { useState } from 'react'
import { codeOf, unwrap } from '../../api'
import { useErrorText } from '../../i18n'
import { Button, Live, Notice } from '../../ui'
import { usePersonText } from './use-person-text'

/** Saves everything that is stored about a person, and shows the result. */
export function SaveFile({ person, label }: { readonly person: string; readonly label: string }) {
  const t = usePersonText()
  const errorText = useErrorText()
  const [said, setSaid] = useState<{ readonly kind: 'good' | 'attention' | 'plain'; readonly text: string }>()
  const save = async () => {
    setSaid(undefined)
    try {
      const { file } = await unwrap(window.api.person.saveFile({ person }))
      setSaid({ kind: 'good', text: t('data.saved', { file }) })
    } catch (error) {
      const code = codeOf(error)
      setSaid({ kind: code === 'cancelled' ? 'plain' : 'attention', text: errorText(code) })
    }
  }
  return (
    <>
      <Button onPress={() => void save()}>{label}</Button>
      <Live>{said && <Notice kind={said.kind}>{said.text}</Notice>}</Live>
    </>
  )
}
