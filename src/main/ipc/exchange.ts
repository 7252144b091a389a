import { basename } from 'node:path'
import { keepsRecords } from '../../domain/records'
import { codeOf, deviceState, EnrolmentRefused, LARGEST_ENROLMENT } from '../exchange/enrolment'
import { unreadableOf } from '../files/errors'
import { saveRecorded } from '../store/recorded-file'
import { sha256 } from '../sha256'
import { Refused } from '../refused'
import type { SigningKey } from '../keys/signing-key'
import type { Exchange } from '../exchange/exchange'
import type { Dialogs } from '../files/dialogs'
import type { OrganisationStore } from '../people/organisation'
import type { SignedIn } from '../people/signed-in'
import type { Database } from '../store/libsql'
import type { Handlers } from './answer'

type ExchangeHandlers = Pick<Handlers, Extract<keyof Handlers, `exchange.${string}`>>

export interface ExchangeNeeds {
  readonly db: Database
  readonly dialogs: Pick<Dialogs, 'open' | 'save' | 'folder' | 'files'>
  readonly exchange: Exchange
  readonly organisation: Pick<OrganisationStore, 'name'>
  readonly signedIn: Pick<SignedIn, 'person' | 'blockedBy'>
  readonly deviceKey: () => SigningKey
  readonly issuerKey: () => SigningKey
}

export function exchangeHandlers(needs: ExchangeNeeds): ExchangeHandlers {
  const { db, dialogs, exchange, organisation, signedIn, deviceKey, issuerKey } = needs
  const chosen = () => {
    const file = exchange.chosen()
    if (!file) return null
    return {
      id: sha256(file.signature),
      organisation: file.organisation.name,
      code: codeOf(file.organisation.did),
      courses: file.courses.length,
      people: file.people.length,
      madeAt: file.madeAt,
    }
  }
  const state = (): Awaited<ReturnType<ExchangeHandlers['exchange.state']>> => {
    const role = exchange.role()
    const device = role === 'device' ? deviceState(db) : undefined
    const latest = exchange.outgoing.latest()
    const own =
      device?.organisation ??
      (role === 'hr' ? { name: organisation.name() ?? '', did: issuerKey().did } : null)
    return {
      role,
      organisation: own && { name: own.name, code: codeOf(own.did) },
      chosen: chosen(),
      folder: exchange.folder() ?? null,
      lastLook: exchange.lastLook() ?? null,
      device: device
        ? {
            name: device.name,
            site: device.site,
            code: codeOf(deviceKey().did),
            waiting: exchange.outgoing.waiting().attempts,
            latest: latest ? { number: latest.number, madeAt: latest.madeAt, written: latest.written } : null,
          }
        : null,
      devices: role === 'hr' ? exchange.devices() : [],
      requests: role === 'hr' ? exchange.requests() : [],
      problems: role === 'hr' ? exchange.problems() : [],
    }
  }
  const lookAndShow = async (all: boolean) => {
    await exchange.look({ all })
    return state()
  }
  /** @returns the result of `work`, or the reason why the file can't be used */
  const orReason = <T>(work: () => T) => {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof EnrolmentRefused)) throw error
      return { outcome: 'refused' as const, reason: error.reason }
    }
  }
  return {
    'exchange.state': state,
    'exchange.makeFile': async ({ people }, { person }) => {
      const path = await dialogs.save('setUpFile')
      exchange.makeEnrolment(people, person.id, (text, entry) => saveRecorded(db, path, text, entry))
      return { file: basename(path) }
    },
    'exchange.chooseFile': async () => {
      const { person } = signedIn
      const mayChoose = person
        ? signedIn.blockedBy === undefined && keepsRecords(person.role)
        : organisation.name() === undefined
      if (!mayChoose) throw new Refused('not-allowed', 'This is for the people who keep the records.')
      const { bytes } = await dialogs.open('setUpFile', LARGEST_ENROLMENT)
      return orReason(() => {
        exchange.choose(bytes)
        return { outcome: 'read' as const, ...chosen()! }
      })
    },
    'exchange.enrol': ({ chosen: shown, name, site }, { person }) =>
      orReason(() => {
        if (chosen()?.id !== shown) {
          throw new Refused('stale', 'Another set-up file was chosen since; look at it first.')
        }
        exchange.enrol({ name, site: site === '' ? null : site }, person.id)
        return { outcome: 'enrolled' as const }
      }),
    'exchange.chooseFolder': async () => {
      exchange.setFolder(await dialogs.folder('exchange'))
      return lookAndShow(false)
    },
    'exchange.look': () => lookAndShow(true),
    'exchange.takeFiles': async () => {
      const paths = await dialogs.files('bundles')
      const outcomes = await exchange.takeFiles(paths).catch((error: unknown) => {
        throw unreadableOf(error, paths[0]!)
      })
      const having = (outcome: string) => outcomes.filter((one) => one.outcome === outcome).length
      return {
        imported: having('imported'),
        known: having('known'),
        notTaken: having('waiting') + having('refused'),
      }
    },
    'exchange.accept': ({ device }, { person }) => {
      exchange.accept(device, person.id)
      return lookAndShow(false)
    },
    'exchange.refuse': ({ device }, { person }) => {
      exchange.refuse(device, person.id)
      return state()
    },
    'exchange.revoke': ({ device }, { person }) => {
      exchange.revoke(device, person.id)
      return state()
    },
    'exchange.clashes': async ({ bundle }) => [...(await exchange.clashes(bundle)).clashes],
    'exchange.settle': async ({ bundle, devicePerson, ourName }, { person }) => {
      await exchange.settle(bundle, devicePerson, ourName, person.id)
      return lookAndShow(false)
    },
    'exchange.sendAgain': () => {
      exchange.outgoing.forgetWritten()
      return lookAndShow(true)
    },
  }
}
