import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import { codeOf, deviceState, EnrolmentRefused } from '../exchange/enrolment'
import { BUNDLE_SUFFIX } from '../exchange/outgoing'
import { askWhere, writeOrRefuse } from '../export/save-file'
import { sha256 } from '../records/audit'
import { Refused } from '../refused'
import type { Services } from '../services'
import type { Handlers } from './answer'

type ExchangeHandlers = Pick<Handlers, Extract<keyof Handlers, `exchange.${string}`>>

/** @throws Refused `cancelled` when the person closes the dialog */
async function askFor(options: OpenDialogOptions): Promise<string[]> {
  const owner = BrowserWindow.getFocusedWindow()
  const answer = owner ? await dialog.showOpenDialog(owner, options) : await dialog.showOpenDialog(options)
  if (answer.canceled || answer.filePaths.length === 0) throw new Refused('cancelled', 'Nothing was chosen.')
  return answer.filePaths
}

const SUFFIX = 'htlsetup'

export function exchangeHandlers(services: Services): ExchangeHandlers {
  const { db, exchange, organisation, signedIn, deviceKey, issuerKey } = services
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
  /** @returns what `work` gives, or the reason for which the file can't be used */
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
      const path = await askWhere('Save the set-up file', `hold-the-line.${SUFFIX}`, SUFFIX)
      writeOrRefuse(path, exchange.makeEnrolment(people, person!.id))
      return { file: basename(path) }
    },
    'exchange.chooseFile': async () => {
      const { person } = signedIn
      const mayChoose = person
        ? signedIn.held === undefined && ['hr', 'administrator'].includes(person.role)
        : organisation.name() === undefined
      if (!mayChoose) throw new Refused('not-allowed', 'This is for the people who keep the records.')
      const [path] = await askFor({
        properties: ['openFile'],
        filters: [{ name: 'Hold the Line', extensions: [SUFFIX] }],
      })
      return orReason(() => {
        exchange.choose(readFileSync(path!, 'utf8'))
        return { outcome: 'read' as const, ...chosen()! }
      })
    },
    'exchange.enrol': ({ chosen: shown, name, site }, { person }) =>
      orReason(() => {
        if (chosen()?.id !== shown) {
          throw new Refused('stale', 'Another set-up file was chosen since; look at it first.')
        }
        exchange.enrol({ name, site: site === '' ? null : site }, person!.id)
        return { outcome: 'enrolled' as const }
      }),
    'exchange.chooseFolder': async () => {
      const [folder] = await askFor({ properties: ['openDirectory', 'createDirectory'] })
      exchange.setFolder(folder!)
      return lookAndShow(false)
    },
    'exchange.look': () => lookAndShow(true),
    'exchange.takeFiles': async () => {
      const paths = await askFor({
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: 'Hold the Line', extensions: [BUNDLE_SUFFIX.slice(1)] }],
      })
      const outcomes = await exchange.takeFiles(paths)
      const having = (outcome: string) => outcomes.filter((one) => one.outcome === outcome).length
      return {
        imported: having('imported'),
        known: having('known'),
        notTaken: having('waiting') + having('refused'),
      }
    },
    'exchange.accept': ({ device }, { person }) => {
      exchange.accept(device, person!.id)
      return lookAndShow(false)
    },
    'exchange.refuse': ({ device }, { person }) => {
      exchange.refuse(device, person!.id)
      return state()
    },
    'exchange.revoke': ({ device }, { person }) => {
      exchange.revoke(device, person!.id)
      return state()
    },
    'exchange.clashes': async ({ bundle }) => [...(await exchange.clashes(bundle)).clashes],
    'exchange.settle': async ({ bundle, devicePerson, ourName }, { person }) => {
      await exchange.settle(bundle, devicePerson, ourName, person!.id)
      return lookAndShow(false)
    },
    'exchange.sendAgain': () => {
      exchange.outgoing.forgetWritten()
      return lookAndShow(true)
    },
  }
}
