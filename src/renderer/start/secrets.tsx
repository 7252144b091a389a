import type { ComponentProps } from 'react'
import { normalSecret, PASSPHRASE_LENGTH, PIN_LENGTH } from '../../domain/records'
import { CallFailed, codeOf } from '../api'
import { useText, useErrorText } from '../i18n'
import { SecretField, TextField } from '../ui'
import type { FieldName } from './fields'
import type { useForm } from './use-form'
import { useSignInText, type SignInText } from './words'

type Form = Pick<ReturnType<typeof useForm>, 'field' | 'values'>

interface FieldProps {
  readonly field: (name: FieldName) => ReturnType<Form['field']>
}

/** A field for a passphrase, a PIN or a code, with the button that shows what is typed. */
export function Secret({ label, ...rest }: Omit<ComponentProps<typeof SecretField>, 'words'>) {
  const a = useSignInText()
  const words = {
    show: a('show'),
    hide: a('hide'),
    showWhat: a('show.what', { field: label }),
    hideWhat: a('hide.what', { field: label }),
  }
  return <SecretField label={label} autoComplete="off" isRequired words={words} {...rest} />
}

function passphraseHint(a: SignInText, written: string): string {
  const left = PASSPHRASE_LENGTH.least - [...normalSecret(written)].length
  const rule = a('passphrase.rule', { least: PASSPHRASE_LENGTH.least })
  if (written === '') return rule
  return left > 0 ? a('passphrase.more', { left }) : a('passphrase.enough')
}

/** Two fields for a new passphrase, which is typed twice. */
export function NewPassphrase({
  form: { field, values },
  label,
}: {
  readonly form: Form
  /** Replaces the label, where the form also asks for the present passphrase. */
  readonly label?: string
}) {
  const a = useSignInText()
  return (
    <>
      <Secret
        label={label ?? a('passphrase.new')}
        hint={passphraseHint(a, values.newPassphrase)}
        {...field('newPassphrase')}
      />
      <Secret label={a('passphrase.again')} {...field('again')} />
    </>
  )
}

/** Two fields for a new PIN, which is typed twice. */
export function NewPin({ form: { field } }: { readonly form: Form }) {
  const a = useSignInText()
  const digits = { inputMode: 'numeric' } as const
  return (
    <>
      <Secret
        label={a('pin.new')}
        hint={a('pin.rule', { least: PIN_LENGTH.least })}
        {...digits}
        {...field('newPin')}
      />
      <Secret label={a('pin.again')} {...digits} {...field('again')} />
    </>
  )
}

/** A field for a person's name, as it will stand on certificates. */
export function NameField({ field }: FieldProps) {
  const t = useText()
  return (
    <TextField
      label={t('start.name')}
      hint={t('start.name.hint')}
      autoComplete="off"
      isRequired
      {...field('name')}
    />
  )
}

/** A field for the employee number, with which everybody signs in. */
export function NumberField({ field }: FieldProps) {
  const t = useText()
  return <TextField label={t('start.number')} autoComplete="off" isRequired {...field('number')} />
}

/** Says why a try was refused, and how long to wait, if necessary. */
export function useSignInProblem(): (error: unknown, wrong: string) => string {
  const errorText = useErrorText()
  const a = useSignInText()
  return (error, wrong) => {
    const code = codeOf(error)
    if (code === 'wrong-secret') return wrong
    if (error instanceof CallFailed && error.wait !== undefined) {
      return error.wait < 90
        ? a('wait.seconds', { n: error.wait })
        : a('wait.minutes', { n: Math.ceil(error.wait / 60) })
    }
    return errorText(code)
  }
}
