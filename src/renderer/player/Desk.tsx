import { useState, type Ref } from 'react'
import { Tab, TabList, TabPanel, Tabs, type Key } from 'react-aria-components'
import { Button } from '../ui'
import { RECORD_TOOLS } from '../../domain/scenario/tools'
import type { Customer } from '../../domain/scenario/schema'
import { toolsAtHand, toolsOfEntry } from '../../domain/scenario/tools-at-hand'
import { choiceFor, revealedFields, type ToolUse } from './desk-tools'
import { Prose } from './Prose'
import { channelNow, isDeskOpen, sceneOf, useRun, type Run, type RunState } from './run-store'
import { viewOf } from '../../domain/run'
import { usePlayerText, useScenarioText } from './words'

interface DeskProps {
  readonly run: Run
  readonly onUse: (use: ToolUse) => void
  readonly tab: Key
  readonly onTab: (tab: Key) => void
  /** The tab of the directory, for moving the focus there. */
  readonly directory: Ref<HTMLDivElement>
}

function takenMetas({ log, sessions }: Pick<RunState, 'log' | 'sessions'>) {
  const decisions = log.filter((entry) => entry.kind === 'decision')
  return decisions.map(
    (entry, i) => viewOf(sessions[i]!).choices.find((choice) => choice.event === entry.event)?.meta,
  )
}

interface CustomerProps extends Pick<DeskProps, 'run' | 'onUse'> {
  readonly customer: Customer
  /** True if looking at this record leaves a trace in it. */
  readonly logged: boolean
}

function CustomerRecord({ customer, logged, run, onUse }: CustomerProps) {
  const t = usePlayerText()
  const text = useScenarioText()
  const log = useRun(run, (state) => state.log)
  const sessions = useRun(run, (state) => state.sessions)
  const { choices } = useRun(run, sceneOf)
  const off = !useRun(run, isDeskOpen)
  const revealed = revealedFields(log, takenMetas({ log, sessions }))
  const isHidden = ({ id, masked }: Customer['fields'][number]) =>
    masked !== undefined && !revealed.has(`${customer.id}/${id}`)
  const offered = (use: ToolUse) => choiceFor(choices, use) !== undefined
  const tools = new Set(customer.tools ?? [])
  for (const tool of RECORD_TOOLS) {
    if (offered({ tool, customer: customer.id })) tools.add(tool)
  }
  return (
    <section className="card" aria-label={customer.name}>
      <div className="card-head">
        <b>{customer.name}</b>
        {customer.status && <span className="chip">{text(customer.status)}</span>}
        <span className="grow" />
        {customer.number && <span className="mono muted small">{customer.number}</span>}
      </div>
      <dl>
        {customer.fields.map((field) => {
          const hidden = isHidden(field)
          const reveal = { tool: 'reveal-field', customer: customer.id, field: field.id } as const
          const change = { tool: 'change-account', customer: customer.id, field: field.id } as const
          const changeable = field.changeable === true || offered(change)
          const label = text(field.label)
          return (
            <div key={field.id} className="field-row">
              <dt>{label}</dt>
              <dd className="mono">{text(hidden ? field.masked! : field.value)}</dd>
              {(hidden || changeable) && (
                <dd className="field-tools">
                  {hidden && (
                    <Button
                      className="tiny"
                      isDisabled={off}
                      aria-label={`${t('record.reveal')}: ${label}`}
                      onPress={() => onUse(reveal)}
                    >
                      {t('record.reveal')}
                    </Button>
                  )}
                  {changeable && (
                    <Button
                      className="tiny"
                      isDisabled={off}
                      aria-label={`${t('record.change')}: ${label}`}
                      onPress={() => onUse(change)}
                    >
                      {t('record.change')}
                    </Button>
                  )}
                </dd>
              )}
            </div>
          )
        })}
        {customer.identity && (
          <div className="field-row">
            <dt>{t('record.identity')}</dt>
            <dd>{text(customer.identity)}</dd>
          </div>
        )}
      </dl>
      {logged && customer.fields.some(isHidden) && <p className="record-logged">{t('record.logged')}</p>}
      {customer.note && (
        <div className="record-note">
          <Prose text={text(customer.note)} />
        </div>
      )}
      {tools.size > 0 && (
        <div className="record-tools">
          {[...tools].map((tool) => (
            <Button
              key={tool}
              className="tiny"
              isDisabled={off}
              onPress={() => onUse({ tool, customer: customer.id })}
            >
              {t(`tool.${tool}`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}

function Directory({ run, onUse }: Pick<DeskProps, 'run' | 'onUse'>) {
  const t = usePlayerText()
  const text = useScenarioText()
  const { directory: entries = [], hours } = run.compiled.scenario.desk
  const forwards = toolsAtHand(run.compiled.scenario, useRun(run, channelNow)).includes('forward')
  const off = !useRun(run, isDeskOpen)
  if (entries.length === 0) return <p className="muted">{t('directory.empty')}</p>
  return (
    <>
      {hours && <p className="muted small">{text(hours)}</p>}
      <ul className="directory">
        {entries.map((entry) => (
          <li key={entry.id}>
            <div>
              <b>{text(entry.name)}</b>
              <span className="muted small">{text(entry.role)}</span>
              {entry.phone && <span className="mono small">{entry.phone}</span>}
              {entry.mail && <span className="mono small">{entry.mail}</span>}
              {entry.note && <span className="muted small">{text(entry.note)}</span>}
            </div>
            <span className="directory-tools">
              {toolsOfEntry(run.compiled.scenario, entry)
                .filter((tool) => tool === 'call-back' || forwards)
                .map((tool) => {
                  const label = t(tool === 'forward' ? 'tool.forward' : 'directory.call')
                  return (
                    <Button
                      key={tool}
                      className="tiny"
                      isDisabled={off}
                      aria-label={`${label}: ${text(entry.name)}`}
                      onPress={() => onUse({ tool, contact: entry.id })}
                    >
                      {label}
                    </Button>
                  )
                })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Policies({ run, onUse }: Pick<DeskProps, 'run' | 'onUse'>) {
  const t = usePlayerText()
  const text = useScenarioText()
  const policies = run.compiled.scenario.desk.policies ?? []
  const [open, setOpen] = useState<string>()
  if (policies.length === 0) return <p className="muted">{t('policies.empty')}</p>
  const toggle = (id: string) => {
    if (open === id) setOpen(undefined)
    else {
      setOpen(id)
      onUse({ tool: 'open-policy', policy: id })
    }
  }
  return (
    <ul className="policies">
      {policies.map((policy) => (
        <li key={policy.id}>
          <Button kind="link" aria-expanded={open === policy.id} onPress={() => toggle(policy.id)}>
            {text(policy.title)}
          </Button>
          {open === policy.id && (
            <div className="policy-text">
              <Prose text={text(policy.text)} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Shows the right side, where the trainee looks things up and changes them: records, directory, policy book, notes. */
export function Desk({ run, onUse, tab, onTab, directory }: DeskProps) {
  const t = usePlayerText()
  const [notes, setNotes] = useState('')
  const { desk, role } = run.compiled.scenario
  const own = role === 'customer'
  const kind = desk.kind ?? (own ? 'own-account' : 'customers')
  const customers = desk.customers ?? []
  return (
    <Tabs className="desk-tabs" selectedKey={tab} onSelectionChange={onTab}>
      <TabList aria-label={t('desk')}>
        <Tab id="record">{t(`tab.${kind}`)}</Tab>
        <Tab id="directory" ref={directory}>
          {t(own ? 'tab.own-directory' : 'tab.directory')}
        </Tab>
        <Tab id="policies">{t(own ? 'tab.own-policies' : 'tab.policies')}</Tab>
        <Tab id="notes">{t('tab.notes')}</Tab>
      </TabList>
      <TabPanel id="record">
        {customers.length === 0 && <p className="muted">{t('records.empty')}</p>}
        {customers.map((customer) => (
          <CustomerRecord key={customer.id} customer={customer} logged={!own} run={run} onUse={onUse} />
        ))}
      </TabPanel>
      <TabPanel id="directory">
        <Directory run={run} onUse={onUse} />
      </TabPanel>
      <TabPanel id="policies">
        <Policies run={run} onUse={onUse} />
      </TabPanel>
      <TabPanel id="notes">
        <label className="notes">
          <b>{t('notes.label')}</b>
          <textarea value={notes} onChange={(event) => setNotes(event.target.value)} rows={8} />
          <span className="muted small">{t('notes.hint')}</span>
        </label>
      </TabPanel>
    </Tabs>
  )
}
