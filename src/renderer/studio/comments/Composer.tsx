import { useId, useState } from 'react'
import { Button } from '../../ui'

/** A field for a comment. */
export function Composer({
  label,
  keep,
  cancel,
  longest,
  autoFocus = false,
  onKeep,
  onLeave,
}: {
  readonly label: string
  readonly keep: string
  readonly cancel?: string
  readonly longest: number
  readonly autoFocus?: boolean
  readonly onKeep: (text: string) => Promise<void>
  readonly onLeave?: () => void
}) {
  const id = useId()
  const [text, setText] = useState('')
  const [working, setWorking] = useState(false)
  const empty = text.trim() === ''
  const send = async () => {
    if (empty || working) return
    setWorking(true)
    await onKeep(text.trim())
    setWorking(false)
  }
  return (
    <div className="studio-comment-composer">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className="field-input"
        rows={2}
        maxLength={longest}
        // Opened by a press on a button that asks for it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={autoFocus}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave?.()
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
        }}
      />
      <div className="row">
        <Button kind="primary" isDisabled={empty || working} onPress={() => void send()}>
          {keep}
        </Button>
        {onLeave && <Button onPress={onLeave}>{cancel}</Button>}
      </div>
    </div>
  )
}
