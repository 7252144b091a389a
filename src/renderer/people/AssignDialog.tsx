import { useCallback, useState } from 'react'
import type { Request } from '../../bridge'
import { useLoaded } from '../app/use-loaded'
import { codeOf, unwrap } from '../api'
import { useLocalized, useText } from '../i18n'
import { daysUntil } from '../i18n/dates'
import { Button, Checkbox, Dialog, Live, Notice, Select } from '../ui'
import { DateField } from '../ui/DateField'
import { usePeopleText } from './words'

const load = () => unwrap(window.api.assignment.courses())

type Sent = Request<'assignment.assign'>['to']
/** Whom the dialog is for; who fits a filter is asked when it opens. */
type To = Exclude<Sent, { kind: 'filter' }> | Omit<Extract<Sent, { kind: 'filter' }>, 'seen'>

/** Whether newcomers can be told from the filter: a search or a role says nothing about people who are not there yet. */
const speaksOfGroups = (to: To): boolean =>
  to.kind === 'filter' && to.filter.search === '' && to.filter.roles.length === 0 && !to.filter.left

export function AssignDialog({
  to,
  count,
  name,
  onClose,
}: {
  readonly to: To
  readonly count: number
  /** Of the one person whom it is for. */
  readonly name?: string
  readonly onClose: (sentence?: string) => void
}) {
  const t = usePeopleText()
  const text = useText()
  const localized = useLocalized()
  const courses = useLoaded(load)
  const filter = to.kind === 'filter' ? to.filter : undefined
  const ask = useCallback(
    () => (filter ? unwrap(window.api.assignment.who({ filter })) : Promise.resolve(undefined)),
    [filter],
  )
  const who = useLoaded(ask)
  const shown = who.status === 'ready' ? who.value : undefined
  const sent: Sent | undefined =
    to.kind === 'people' ? to : shown && { kind: 'filter', filter: to.filter, seen: shown.seen }
  const [chosen, setChosen] = useState<string>()
  const [due, setDue] = useState('')
  const [newcomers, setNewcomers] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const options = courses.status === 'ready' ? courses.value : []
  const course = chosen ?? options[0]?.id
  const groups = to.kind === 'filter' ? [...to.filter.teams, ...to.filter.sites].join(', ') : ''
  const offered = speaksOfGroups(to)

  const send = async (call: () => Promise<string>) => {
    if (busy) return
    setBusy(true)
    try {
      onClose(await call())
    } catch (error) {
      const code = codeOf(error)
      setProblem(code === 'stale' ? t('assign.stale') : text(`error.${code}`))
      // What stands in the dialog is who would get it now.
      if (code === 'stale') who.reload()
      setBusy(false)
    }
  }
  const assign = (id: string, toWhom: Sent) =>
    send(async () => {
      const days = due === '' ? null : Math.max(1, daysUntil(`${due}T12:00:00`, new Date()))
      const { assigned, complete } = await unwrap(
        window.api.assignment.assign({
          to: toWhom,
          course: id,
          due: due === '' ? null : due,
          newcomers: newcomers && offered ? { days } : null,
        }),
      )
      return complete === 0
        ? t('assign.done', { assigned })
        : t('assign.done.complete', { assigned, complete })
    })
  const withdraw = (id: string, toWhom: Sent) =>
    send(async () => {
      const { withdrawn } = await unwrap(window.api.assignment.withdraw({ to: toWhom, course: id }))
      return t('assign.withdrawn', { n: withdrawn })
    })

  return (
    <Dialog
      title={t('assign.title')}
      onClose={() => onClose()}
      actions={
        <>
          <Button onPress={() => onClose()}>{text('app.cancel')}</Button>
          <Button
            isDisabled={course === undefined || sent === undefined}
            onPress={() => course && sent && void withdraw(course, sent)}
          >
            {t('assign.withdraw')}
          </Button>
          <Button
            kind="primary"
            isDisabled={course === undefined || sent === undefined || busy}
            onPress={() => course && sent && void assign(course, sent)}
          >
            {t('assign.go')}
          </Button>
        </>
      }
    >
      <p>
        {name === undefined
          ? t('assign.to-many', { n: shown?.people ?? count })
          : t('assign.to-one', { name })}
      </p>
      {course !== undefined && (
        <Select
          label={t('assign.course')}
          value={course}
          options={options.map(({ id, title }) => ({ id, text: localized(title) }))}
          onChange={setChosen}
        />
      )}
      <DateField label={t('assign.due')} hint={t('assign.due.hint')} value={due} onChange={setDue} />
      {offered ? (
        <Checkbox
          checked={newcomers}
          onChange={setNewcomers}
          hint={groups === '' ? t('assign.newcomers.everybody') : t('assign.newcomers.some', { groups })}
        >
          {t('assign.newcomers')}
        </Checkbox>
      ) : (
        name === undefined && <p className="muted dense">{t('assign.newcomers.not')}</p>
      )}
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
    </Dialog>
  )
}
