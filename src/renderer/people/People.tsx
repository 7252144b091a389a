import { useCallback, useState } from 'react'
import type { ListedPerson, Request } from '../../bridge'
import { ROLES } from '../../domain/records'
import { useLoaded } from '../ui/use-loaded'
import { unwrap } from '../api'
import { useLocale, useLocalized } from '../i18n'
import { shortDate } from '../i18n/dates'
import { ChoiceChip } from '../lists/FilterChip'
import { Status, WhoCells } from '../lists/cells'
import { SearchField } from '../lists/parts'
import { Button, Checkbox, Live, Notice, ScreenTitle, Select, TableBox } from '../ui'
import { AssignDialog } from './AssignDialog'
import { PersonDialog } from './PersonDialog'
import { RosterImport } from './RosterImport'
import { RulesDialog } from './RulesDialog'
import { usePeopleText } from './words'
import { NotLoaded } from '../lists/NotLoaded'
import '../lists/lists.css'
import './people.css'

type Filter = Request<'people.list'>['filter']
type Order = Request<'people.list'>['order']
type Open =
  | { readonly what: 'person'; readonly id: string | undefined }
  | { readonly what: 'assign' | 'assign-chosen' | 'rules' | 'roster' }

const PAGE_ROWS = 50
const ORDERS = ['name', 'number', 'team', 'site', 'role'] as const
const EVERYBODY: Filter = { search: '', teams: [], sites: [], roles: [], left: false }
const NOBODY: ReadonlyMap<string, string> = new Map()
/** A row names this many courses. */
const SHOWN_COURSES = 2
/** One call takes at most this many people. */
const MOST_CHOSEN = 500
const loadGroups = () => unwrap(window.api.people.groups())

export default function People() {
  const t = usePeopleText()
  const [filter, setFilter] = useState(EVERYBODY)
  const [order, setOrder] = useState<Order>('name')
  const [offset, setOffset] = useState(0)
  const [open, openIt] = useState<Open>()
  const [said, setSaid] = useState<string>()
  // Maps ids to names, so that people who were chosen on one page can be named on another.
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(NOBODY)
  const setOpen = (next: Open | undefined) => {
    // A message about the last step is outdated when the next one begins.
    setSaid(undefined)
    openIt(next)
  }
  const groups = useLoaded(loadGroups)
  const load = useCallback(
    () => unwrap(window.api.people.list({ filter, order, offset, limit: PAGE_ROWS })),
    [filter, order, offset],
  )
  const loaded = useLoaded(load)
  const change = (next: Partial<Filter>) => {
    setFilter({ ...filter, ...next })
    setOffset(0)
    setChosen(NOBODY)
  }
  const close = (sentence?: string) => {
    setOpen(undefined)
    if (sentence !== undefined) {
      setSaid(sentence)
      setChosen(NOBODY)
    }
    loaded.reload()
    groups.reload()
  }
  if (open?.what === 'roster') return <RosterImport onClose={close} />

  const { teams, sites } = groups.status === 'ready' ? groups.value : { teams: [], sites: [] }
  const choices = (names: readonly string[]) => names.map((name) => ({ id: name, text: name }))
  const total = loaded.status === 'ready' ? loaded.value.total : 0
  return (
    <main className="list-page people">
      <div className="row">
        <ScreenTitle title={t('title')} />
        <span className="grow" />
        <Button onPress={() => setOpen({ what: 'rules' })}>{t('newcomers')}</Button>
        <Button isDisabled={total === 0} onPress={() => setOpen({ what: 'assign' })}>
          {t('assign')}
        </Button>
        <Button onPress={() => setOpen({ what: 'roster' })}>{t('import')}</Button>
        <Button kind="primary" onPress={() => setOpen({ what: 'person', id: undefined })}>
          {t('add')}
        </Button>
      </div>
      <Live>{said !== undefined && <Notice kind="good">{said}</Notice>}</Live>
      <div className="row filter-bar people-filters">
        <SearchField value={filter.search} onChange={(search) => change({ search })} />
        <ChoiceChip
          by="site"
          choices={choices(sites)}
          chosen={filter.sites}
          onChange={(chosen) => change({ sites: chosen })}
        />
        <ChoiceChip
          by="team"
          choices={choices(teams)}
          chosen={filter.teams}
          onChange={(chosen) => change({ teams: chosen })}
        />
        <ChoiceChip
          by="role"
          choices={ROLES.map((id) => ({ id, text: t(`role.${id}`) }))}
          chosen={filter.roles}
          onChange={(chosen) => change({ roles: chosen })}
        />
        <Checkbox checked={filter.left} onChange={(left) => change({ left })}>
          {t('filter.left')}
        </Checkbox>
        <span className="grow" />
        <Select
          label={t('order.what')}
          compact
          value={order}
          options={ORDERS.map((id) => ({ id, text: t(`order.${id}`) }))}
          onChange={(next) => {
            setOrder(next)
            setOffset(0)
          }}
        />
      </div>
      {chosen.size > 0 && (
        <div className="row people-chosen">
          <Live>
            <b>{t('chosen', { n: chosen.size })}</b>
          </Live>
          <Button
            isDisabled={chosen.size > MOST_CHOSEN || filter.left}
            onPress={() => setOpen({ what: 'assign-chosen' })}
          >
            {t('chosen.assign')}
          </Button>
          <Button kind="link" onPress={() => setChosen(NOBODY)}>
            {t('chosen.clear')}
          </Button>
          {chosen.size > MOST_CHOSEN && (
            <span className="muted dense">{t('chosen.most', { n: MOST_CHOSEN })}</span>
          )}
        </div>
      )}
      <NotLoaded of={[loaded, groups]} />
      {loaded.status === 'ready' && (
        <>
          <Table
            rows={loaded.value.rows}
            left={filter.left}
            chosen={chosen}
            onChoose={setChosen}
            onOpen={(id) => setOpen({ what: 'person', id })}
          />
          {total <= 1 && filter === EVERYBODY && <p className="muted">{t('empty')}</p>}
          <Pages offset={offset} shown={loaded.value.rows.length} total={total} onMove={setOffset} />
        </>
      )}
      {open?.what === 'person' && <PersonDialog id={open.id} teams={teams} sites={sites} onClose={close} />}
      {open?.what === 'assign' && <AssignDialog to={{ kind: 'filter', filter }} onClose={close} />}
      {open?.what === 'assign-chosen' && (
        <AssignDialog
          to={{ kind: 'people', ids: [...chosen.keys()] }}
          names={[...chosen.values()]}
          onClose={close}
        />
      )}
      {open?.what === 'rules' && <RulesDialog onClose={close} />}
    </main>
  )
}

function Table({
  rows,
  left,
  chosen,
  onChoose,
  onOpen,
}: {
  readonly rows: readonly ListedPerson[]
  readonly left: boolean
  readonly chosen: ReadonlyMap<string, string>
  readonly onChoose: (chosen: ReadonlyMap<string, string>) => void
  readonly onOpen: (id: string) => void
}) {
  const t = usePeopleText()
  const locale = useLocale()
  const choose = (people: readonly ListedPerson[], on: boolean) => {
    const next = new Map(chosen)
    for (const { id, name } of people) {
      if (on) next.set(id, name)
      else next.delete(id)
    }
    onChoose(next)
  }
  const allChosen = rows.length > 0 && rows.every(({ id }) => chosen.has(id))
  return (
    <TableBox label={t('title')}>
      <thead>
        <tr>
          <th scope="col" className="choose" aria-label={t('choose.page')}>
            <Checkbox checked={allChosen} onChange={(on) => choose(rows, on)}>
              <span className="visually-hidden">{t('choose.page')}</span>
            </Checkbox>
          </th>
          <th scope="col">{t('col.name')}</th>
          <th scope="col">{t('col.number')}</th>
          <th scope="col">{t('col.team')}</th>
          <th scope="col">{t('col.site')}</th>
          <th scope="col">{t('col.manager')}</th>
          <th scope="col">{t('col.role')}</th>
          <th scope="col">{t('col.courses')}</th>
          {left && <th scope="col">{t('col.left')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={chosen.has(row.id) ? 'opens chosen' : 'opens'}>
            {/* The checkbox has its words in it. */}
            {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
            <td className="choose">
              <Checkbox checked={chosen.has(row.id)} onChange={(on) => choose([row], on)}>
                <span className="visually-hidden">{t('choose.one', { name: row.name })}</span>
              </Checkbox>
            </td>
            <WhoCells who={row} onOpen={() => onOpen(row.id)} />
            <td>{row.site ?? '—'}</td>
            <td>{row.manager ?? '—'}</td>
            <td>{t(`role.${row.role}`)}</td>
            <td className="wraps">
              <Courses courses={row.courses} />
            </td>
            {left && <td>{row.leftAt === null ? '—' : shortDate(row.leftAt, locale)}</td>}
          </tr>
        ))}
      </tbody>
    </TableBox>
  )
}

/** Shows a person's status in the most urgent courses, and the number of the others. */
function Courses({ courses }: { readonly courses: ListedPerson['courses'] }) {
  const t = usePeopleText()
  const localized = useLocalized()
  if (courses.length === 0) return '—'
  return (
    <ul className="people-standing">
      {courses.slice(0, SHOWN_COURSES).map(({ course, title, status }) => (
        <li key={course}>
          <Status status={status} /> <span className="muted">{localized(title)}</span>
        </li>
      ))}
      {courses.length > SHOWN_COURSES && (
        <li className="muted">{t('courses.more', { n: courses.length - SHOWN_COURSES })}</li>
      )}
    </ul>
  )
}

function Pages({
  offset,
  shown,
  total,
  onMove,
}: {
  readonly offset: number
  readonly shown: number
  readonly total: number
  readonly onMove: (offset: number) => void
}) {
  const t = usePeopleText()
  return (
    <nav className="row pager" aria-label={t('pages')}>
      <Live>
        <span className="muted dense">
          {total > PAGE_ROWS
            ? t('range', { from: offset + 1, to: offset + shown, total })
            : t('range.all', { n: total })}
        </span>
      </Live>
      {total > PAGE_ROWS && (
        <>
          <Button isDisabled={offset === 0} onPress={() => onMove(Math.max(0, offset - PAGE_ROWS))}>
            {t('previous')}
          </Button>
          <Button isDisabled={offset + shown >= total} onPress={() => onMove(offset + PAGE_ROWS)}>
            {t('next')}
          </Button>
        </>
      )}
    </nav>
  )
}
