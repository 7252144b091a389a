import { basename } from 'node:path'
import type { RecordStoreState, RefusedStatement } from '../../bridge/channels'
import type { Tried } from '../record-store/record-store'
import { mayShowPersonalResults, seenTime } from '../people/privacy'
import { saveRecorded } from '../store/recorded-file'
import { localDay } from '../local-day'
import { Refused } from '../refused'
import type { Dialogs } from '../files/dialogs'
import type { RecordStore } from '../record-store/record-store'
import type { OrganisationStore } from '../people/organisation'
import type { Database } from '../store/libsql'
import type { System } from '../system'
import type { Handlers } from './answer'

type RecordStoreHandlers = Pick<Handlers, Extract<keyof Handlers, `recordStore.${string}`>>

const PAGE = 500

const refusalOf = (tried: Tried | undefined) => ({
  fault: tried && !tried.ok && 'fault' in tried ? tried.fault : null,
  problem: tried && !tried.ok && 'problem' in tried ? tried.problem : null,
})

function verbOf(body: string): string {
  if (body === '') return ''
  const { verb } = JSON.parse(body) as { verb?: { id?: string } }
  return verb?.id?.split('/').pop() ?? ''
}

export interface RecordStoreNeeds {
  readonly db: Database
  readonly dialogs: Pick<Dialogs, 'save'>
  readonly recordStore: RecordStore
  readonly organisation: Pick<OrganisationStore, 'settings'>
  readonly system: Pick<System, 'now'>
}

export function recordStoreHandlers(needs: RecordStoreNeeds): RecordStoreHandlers {
  const { db, dialogs, recordStore, system } = needs
  const state = (): RecordStoreState => {
    const { connection, sender, waiting, refused, waitingSince, lastDelivery, earlier } = recordStore.state()
    return {
      connection,
      ...sender,
      waiting,
      refused,
      waitingSince: seenTime(needs, waitingSince),
      lastDelivery: seenTime(needs, lastDelivery),
      earlier,
      attemptsHere: connection ? null : recordStore.attemptsHere(),
    }
  }
  const given = ({
    address,
    key,
    secret,
  }: {
    address: string
    key: string
    secret?: string | undefined
  }) => ({
    address,
    key,
    ...(secret !== undefined && { secret }),
  })
  return {
    'recordStore.state': state,
    'recordStore.try': async (request) => {
      const tried = await recordStore.try(given(request))
      return { ...refusalOf(tried), mayRead: tried.ok && tried.mayRead }
    },
    'recordStore.connect': ({ homePage, earlier, ...rest }, { person }) => {
      const refusal = recordStore.connect({ ...given(rest), homePage }, earlier, person.id)
      return { ...refusalOf(refusal), state: state() }
    },
    'recordStore.sendEarlier': (_request, { person }) => {
      recordStore.sendEarlier(person.id)
      return state()
    },
    'recordStore.sendNow': () => {
      recordStore.sendNow()
      return state()
    },
    'recordStore.pause': ({ paused }, { person }) => {
      recordStore.pause(paused, person.id)
      return state()
    },
    'recordStore.disconnect': (_request, { person }) => {
      recordStore.disconnect(person.id)
      return state()
    },
    'recordStore.refused': ({ offset, limit }) =>
      recordStore
        .refused(offset, limit)
        .map(({ id, statementId, createdAt, reason, body }): RefusedStatement => ({
          id,
          statementId,
          createdAt: seenTime(needs, createdAt),
          // A store may quote the statement that it refuses, and so its results.
          reason: mayShowPersonalResults(needs) ? reason : null,
          verb: mayShowPersonalResults(needs) ? verbOf(body) : null,
          body: mayShowPersonalResults(needs) ? body : '',
        })),
    'recordStore.retry': ({ id }) => {
      recordStore.retry(id === null ? 'all' : [id])
      return state()
    },
    'recordStore.drop': ({ id }, { person }) => {
      if (!recordStore.drop(id, person.id))
        throw new Refused('not-found', 'This statement is no longer in the queue.')
      return state()
    },
    'recordStore.exportRefused': async (_request, { person }) => {
      if (!mayShowPersonalResults(needs)) {
        throw new Refused(
          'hidden-by-privacy',
          'In pseudonymous mode statements are not shown: with its time, one could tell whose result it is.',
        )
      }
      const at = system.now().toISOString()
      const path = await dialogs.save('refusedStatements', localDay(system.now()))
      const count = recordStore.state().refused
      function* lines(): Generator<string> {
        for (let done = 0; done < count; done += PAGE) {
          for (const { statementId, createdAt, reason, body } of recordStore.refused(done, PAGE)) {
            const statement = body === '' ? null : (JSON.parse(body) as unknown)
            yield `${JSON.stringify({ statementId, createdAt, reason, statement })}\n`
          }
        }
      }
      saveRecorded(db, path, lines(), {
        act: 'records-exported',
        at,
        by: person.id,
        detail: { format: 'refused-statements', rows: count },
      })
      return { file: basename(path), count }
    },
  }
}
