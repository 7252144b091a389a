import { useId, useState, type ReactNode } from 'react'
import { Button, Dialog, Live, Notice, TextField } from '../ui'
import { usePlanText, useStudioText } from './words'

interface PlanNameDialogProps {
  readonly title: string
  readonly name: string
  readonly go: string
  readonly children?: ReactNode
  /** An alternative to entering a name. */
  readonly other?: ReactNode
  readonly onClose: () => void
  /** @returns whether the run was saved */
  readonly onName: (name: string) => Promise<boolean>
}

/** Asks for the name of a run of the test plan. */
export function PlanNameDialog({
  title,
  name: before,
  go,
  children,
  other,
  onClose,
  onName,
}: PlanNameDialogProps) {
  const studio = useStudioText()
  const t = usePlanText()
  const form = useId()
  const [name, setName] = useState(before)
  const [working, setWorking] = useState(false)
  const [failed, setFailed] = useState(false)
  const keep = async () => {
    setWorking(true)
    const kept = await onName(name.trim())
    setWorking(false)
    setFailed(!kept)
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{studio('cancel')}</Button>
          {other}
          <Button kind="primary" type="submit" form={form} isDisabled={working || name.trim() === ''}>
            {go}
          </Button>
        </>
      }
    >
      <Live urgent>{failed && <Notice kind="attention">{t('refused.not-kept')}</Notice>}</Live>
      {children}
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!working && name.trim() !== '') void keep()
        }}
      >
        <TextField
          label={t('name')}
          hint={t('name.hint')}
          value={name}
          maxLength={200}
          onChange={setName}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
