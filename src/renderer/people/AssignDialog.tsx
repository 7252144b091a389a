import { useCallback, useMemo, useState } from 'react'
import type { Request } from '../../bridge'
import { useLoaded } from '../ui/use-loaded'
import { codeOf, unwrap } from '../api'
import { useLocalized, useText, useErrorText } from '../i18n'
import { daysUntil } from '../i18n/dates'
import { Button, Checkbox, Dialog, Live, Notice, Select } from '../ui'
import { DateField } from '../ui/DateField'
import { usePeopleText } from './words'
import { NotLoaded } from '../lists/NotLoaded'

const load = () => unwrap(window.api.assignment.courses())

type Sent = Request<'assignment.assign'>['to']
/**
 * The people whom the dialog is for. If they are given by a filter, main is asked who matches when the dialog opens.
 */
type To = Exclude<Sent, { kind: 'filter' }> | Omit<Extract<Sent, { kind: 'filter' }>, 'seen'>

/**
 * Tells whether a filter can also describe newcomers. A search or a role says nothing about people who are not there
 * yet.
 */
const speaksOfGroups = (to: To): boolean =>
  to.kind === 'filter' && to.filter.search === '' && to.filter.roles.length === 0 && !to.filter.left

/** At most this many people are named. */
const NAMED = 5

export function AssignDialog({
  to: asked,
  names,
  onClose,
}: {
  readonly to: To
  /** The names of the people, if they were chosen one by one. */
  readonly names?: readonly string[]
  readonly onClose: (sentence?: string) => void
}) {
  const t = usePeopleText()
  const text = useText()
  const errorText = useErrorText()
  const localized = useLocalized()
  const courses = useLoaded(load)
  const askedFilter = asked.kind === 'filter' ? asked.filter : undefined
  // Courses are for trainees, unless the filter names another role.
  const filter = useMemo(
    () => (askedFilter?.roles.length === 0 ? { ...askedFilter, roles: ['trainee' as const] } : askedFilter),
    [askedFilter],
  )
  const ask = useCallback(async () => {
    if (!filter) return undefined
    const [found, first] = await Promise.all([
      unwrap(window.api.assignment.who({ filter })),
      unwrap(
        window.api.people.list({
          filter: { ...filter, left: false },
          order: 'name',
          offset: 0,
          limit: NAMED,
        }),
      ),
    ])
    return { ...found, first: first.rows.map(({ name }) => name) }
  }, [filter])
  const who = useLoaded(ask)
  const shown = who.status === 'ready' ? who.value : undefined
  const sent: Sent | undefined =
    asked.kind === 'people' ? asked : shown && filter && { kind: 'filter', filter, seen: shown.seen }
  const total = names?.length ?? shown?.people
  const named = (names ?? shown?.first ?? []).slice(0, NAMED)
  const [chosen, setChosen] = useState<string>()
  const [due, setDue] = useState('')
  const [newcomers, setNewcomers] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const options = courses.status === 'ready' ? courses.value : []
  const course = chosen ?? options[0]?.id
  const groups = filter ? [...filter.teams, ...filter.sites].join(', ') : ''
  const offered = speaksOfGroups(asked)
  const ready = course !== undefined && sent !== undefined && total !== 0 && !busy

  const send = async (call: () => Promise<string>) => {
    if (busy) return
    setBusy(true)
    try {
      onClose(await call())
    } catch (error) {
      const code = codeOf(error)
      setProblem(code === 'stale' ? t('assign.stale') : errorText(code))
      // The dialog then names the people who would get the course now.
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
          <Button
            kind="link"
            isDisabled={!ready}
            onPress={() => course && sent && void withdraw(course, sent)}
          >
            {t('assign.withdraw')}
          </Button>
          <span className="grow" />
          <Button onPress={() => onClose()}>{text('app.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={!ready}
            onPress={() => course && sent && void assign(course, sent)}
          >
            {t('assign.go')}
          </Button>
        </>
      }
    >
      <NotLoaded of={[courses, who]} />
      {total === 1 && names ? (
        <p>{t('assign.to-one', { name: names[0]! })}</p>
      ) : (
        total !== undefined && (
          <p>
            {t('assign.to-many', { n: total })}{' '}
            <span className="muted">
              {named.join(', ')}
              {total > named.length && ` ${t('assign.more', { n: total - named.length })}`}
            </span>
          </p>
        )
      )}
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
        asked.kind === 'filter' && <p className="muted dense">{t('assign.newcomers.not')}</p>
      )}
      <Live urgent>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
    </Dialog>
  )
}
