import { useCallback, useState } from 'react'
import type { Request, Response } from '../../bridge'
import { emailOf, groupFault, LONGEST_EMAIL, nameFault, ROLES } from '../../domain/records'
import { useSession } from '../session/session'
import { useLoaded, type Reloadable } from '../ui/use-loaded'
import { codeOf, unwrap } from '../api'
import { useLocale, useLocalized, useText, useErrorText } from '../i18n'
import { shortDate } from '../i18n/dates'
import { Button, Checkbox, Dialog, Live, Notice, Select, TextField } from '../ui'
import { AssignDialog } from './AssignDialog'
import { usePeopleText } from './words'
import { NotLoaded } from '../lists/NotLoaded'

type Form = Request<'people.add'>
type Known = Response<'people.one'>

const EMPTY: Form = {
  name: '',
  number: '',
  email: null,
  role: 'trainee',
  team: null,
  site: null,
  manager: null,
  left: false,
}

interface Props {
  readonly id: string | undefined
  readonly teams: readonly string[]
  readonly sites: readonly string[]
  readonly onClose: (sentence?: string) => void
}

export function PersonDialog(props: Props) {
  const { id, onClose } = props
  const text = useText()
  const load = useCallback(
    () => (id === undefined ? Promise.resolve(undefined) : unwrap(window.api.people.one({ id }))),
    [id],
  )
  const loaded = useLoaded(load)
  // What somebody has typed stays when the person can't be read once more.
  const [known, setKnown] = useState<{ readonly person: Known | undefined }>()
  if (loaded.status === 'ready' && (!known || known.person !== loaded.value))
    setKnown({ person: loaded.value })
  if (known) return <Loaded {...props} known={known.person} answer={loaded} />
  if (loaded.status !== 'failed') return null
  const close = () => onClose()
  return (
    <Dialog
      title={text('app.not-loaded')}
      onClose={close}
      actions={<Button onPress={close}>{text('app.close')}</Button>}
    >
      <NotLoaded of={[loaded]} />
    </Dialog>
  )
}

function Loaded({
  id,
  known,
  teams,
  sites,
  onClose,
  answer,
}: Props & { readonly known: Known | undefined; readonly answer: Reloadable }) {
  const t = usePeopleText()
  const text = useText()
  const errorText = useErrorText()
  const me = useSession((session) => session.person)
  const before = known?.person
  const [form, setForm] = useState<Form>(
    before
      ? {
          name: before.name,
          number: before.number,
          email: before.email,
          role: before.role,
          team: before.team,
          site: before.site,
          manager: before.managerNumber,
          left: before.leftAt !== null,
        }
      : EMPTY,
  )
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [secret, setSecret] = useState<string>()
  const [assigning, setAssigning] = useState(false)
  const isAdministrator = me?.role === 'administrator'
  const mayWrite = isAdministrator || form.role === 'trainee'

  const badGroup = (which: 'team' | 'site') => {
    const text = form[which]
    return text !== null && groupFault(text) !== undefined
  }
  const badName = nameFault(form.name) !== undefined
  const badEmail = form.email !== null && emailOf(form.email) === undefined

  const send = async (call: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      await call()
    } catch (error) {
      const code = codeOf(error)
      setProblem(code === 'already-exists' ? t('form.taken') : errorText(code))
    } finally {
      setBusy(false)
    }
  }
  const save = () => {
    setChecked(true)
    if (form.name.trim() === '' || form.number.trim() === '') return
    if (badName || badEmail || badGroup('team') || badGroup('site')) return
    void send(async () => {
      const { startSecret } = await unwrap(
        id === undefined ? window.api.people.add(form) : window.api.people.change({ ...form, id }),
      )
      if (startSecret === null) onClose()
      else setSecret(startSecret)
    })
  }
  const reset = (person: string) =>
    void send(async () => {
      const { startSecret } = await unwrap(window.api.people.resetSecret({ id: person }))
      if (startSecret === null) setProblem(t('reset.none', { name: form.name }))
      else setSecret(startSecret)
    })

  if (secret !== undefined) return <GivenSecret name={form.name} secret={secret} onClose={() => onClose()} />
  if (assigning && id !== undefined) {
    const back = () => {
      setAssigning(false)
      answer.reload()
    }
    return <AssignDialog to={{ kind: 'people', ids: [id] }} names={[form.name]} onClose={back} />
  }
  const group = (which: 'team' | 'site' | 'manager', names?: readonly string[]) => (
    <>
      <TextField
        label={t(`form.${which}`)}
        autoComplete="off"
        maxLength={which === 'manager' ? 40 : 80}
        error={checked && which !== 'manager' && badGroup(which) ? t('form.wrong.group') : undefined}
        value={form[which] ?? ''}
        list={names && `people-${which}`}
        onChange={(value) => setForm({ ...form, [which]: value.trim() === '' ? null : value })}
      />
      {names && (
        <datalist id={`people-${which}`}>
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </datalist>
      )}
    </>
  )
  const missing = (which: 'name' | 'number') =>
    checked && form[which].trim() === '' ? t(`form.missing.${which}`) : undefined
  return (
    <Dialog
      title={before ? t('edit.title', { name: before.name }) : t('add')}
      onClose={() => onClose()}
      actions={
        <>
          {before && before.id !== me?.id && mayWrite && (
            <Button onPress={() => reset(before.id)}>{t('reset')}</Button>
          )}
          <span className="grow" />
          <Button onPress={() => onClose()}>{text('app.cancel')}</Button>
          <Button kind="primary" isDisabled={!mayWrite} onPress={save}>
            {t(busy ? 'form.saving' : before ? 'form.save' : 'add.go')}
          </Button>
        </>
      }
    >
      <div className="people-form">
        <TextField
          label={t('form.name')}
          hint={t('form.name.hint')}
          error={missing('name') ?? (checked && badName ? t('form.wrong.name') : undefined)}
          autoComplete="off"
          maxLength={120}
          value={form.name}
          onChange={(name) => setForm({ ...form, name })}
        />
        <TextField
          label={t('form.number')}
          error={missing('number')}
          autoComplete="off"
          maxLength={40}
          value={form.number}
          onChange={(number) => setForm({ ...form, number })}
        />
        <div className="wide">
          <TextField
            label={t('form.email')}
            hint={t('form.email.hint')}
            error={checked && badEmail ? t('form.wrong.email') : undefined}
            inputMode="email"
            autoComplete="off"
            maxLength={LONGEST_EMAIL}
            value={form.email ?? ''}
            onChange={(email) => setForm({ ...form, email: email.trim() === '' ? null : email })}
          />
        </div>
        <div>{group('team', teams)}</div>
        <div>{group('site', sites)}</div>
        <div>{group('manager')}</div>
        {isAdministrator ? (
          <Select
            label={t('form.role')}
            value={form.role}
            options={ROLES.map((role) => ({ id: role, text: t(`role.${role}`) }))}
            onChange={(role) => setForm({ ...form, role })}
          />
        ) : (
          <div className="field">
            <span className="field-label">{t('form.role')}</span>
            <span>{t(`role.${form.role}`)}</span>
            <span className="field-hint">{t('form.role.hint')}</span>
          </div>
        )}
        {before && (
          <div className="wide">
            <Checkbox
              checked={form.left}
              onChange={(left) => setForm({ ...form, left })}
              hint={t('form.left.hint')}
            >
              {t('form.left')}
            </Checkbox>
          </div>
        )}
      </div>
      <NotLoaded of={[answer]} />
      {known && (
        <Courses
          known={known}
          onAssign={() => setAssigning(true)}
          onChange={answer.reload}
          onProblem={setProblem}
        />
      )}
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
    </Dialog>
  )
}

function Courses({
  known: { person, courses },
  onAssign,
  onChange,
  onProblem,
}: {
  readonly known: Known
  readonly onAssign: () => void
  readonly onChange: () => void
  readonly onProblem: (sentence: string) => void
}) {
  const t = usePeopleText()
  const errorText = useErrorText()
  const locale = useLocale()
  const localized = useLocalized()
  const withdraw = async (course: string) => {
    try {
      await unwrap(window.api.assignment.withdraw({ to: { kind: 'people', ids: [person.id] }, course }))
      onChange()
    } catch (error) {
      onProblem(errorText(codeOf(error)))
    }
  }
  return (
    <>
      <h3 className="field-label">{t('courses.title')}</h3>
      {courses.length === 0 && <p className="muted dense">{t('courses.none')}</p>}
      <ul className="people-courses">
        {courses.map(({ course, title, dueAt }) => (
          <li key={course}>
            <span>{localized(title)}</span>
            {person.leftAt === null && (
              <>
                <span className="muted dense">
                  {dueAt === null
                    ? t('courses.no-due')
                    : t('courses.due', { date: shortDate(dueAt, locale) })}
                </span>
                <Button
                  kind="link"
                  aria-label={t('courses.withdraw.what', { title: localized(title) })}
                  onPress={() => void withdraw(course)}
                >
                  {t('courses.withdraw')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {person.leftAt === null && (
        <div>
          <Button onPress={onAssign}>{t('assign')}</Button>
        </div>
      )}
    </>
  )
}

/** Shows a start PIN or passphrase, this once. */
function GivenSecret({
  name,
  secret,
  onClose,
}: {
  readonly name: string
  readonly secret: string
  readonly onClose: () => void
}) {
  const t = usePeopleText()
  return (
    <Dialog
      role="alertdialog"
      title={t('secret.title', { name })}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('secret.done')}
        </Button>
      }
    >
      <p className="given-secret mono">{secret}</p>
      <p>{t('secret.text', { name })}</p>
    </Dialog>
  )
}
