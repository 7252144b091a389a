import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Person } from '../../../src/main/store/records'
import { saveRecorded } from '../../../src/main/store/recorded-file'
import { testSystem, temporaryFolder } from '../helpers'
import { installation, priya, type Installation } from '../installation'

export const HR: Person = {
  id: '00000000-0000-4000-8000-cccccccccccc',
  name: 'Helen Ruiz',
  number: 'HR-1',
  role: 'hr',
}

/** Makes ids as a real system does, so that two installations never have the same. */
const apart = () => ({ ...testSystem(), uuid: () => randomUUID() })

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Returns the text of a set-up file, saved at the place that HR chose. */
export function setUpFileOf({ db, exchange, folder }: Installation, withPeople = false): string {
  const path = join(folder, 'saved.htlsetup')
  exchange.makeEnrolment(withPeople, HR.id, (text, entry) => saveRecorded(db, path, text, entry))
  return readFileSync(path, 'utf8')
}

/** Makes HR's installation with its folder, and the text of its set-up file. */
export function hrInstallation() {
  const hr = installation(HR, apart())
  const folder = temporaryFolder()
  const file = setUpFileOf(hr)
  hr.exchange.setFolder(folder)
  return { hr, folder, file }
}

/** Makes a device of that organisation with one trainee. */
export function deviceOf(file: string, folder: string, name: string, trainee: Person): Installation {
  const device = installation(trainee, apart())
  device.exchange.choose(utf8(file))
  device.exchange.enrol({ name, site: 'Indore' }, null)
  device.exchange.setFolder(folder)
  return device
}

export const bundlesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.htlbundle'))
    .sort()

export const read = (folder: string, name: string): Buffer => readFileSync(join(folder, name))
export const write = (folder: string, name: string, content: string | Uint8Array): void =>
  writeFileSync(join(folder, name), content)

/**
 * Reads everything that an import must leave the same, in whatever order the bundles came. People are compared by
 * number, because their ids are local.
 */
export function contents({ db }: Installation): string {
  const people = 'SELECT number, name, role FROM people ORDER BY number'
  const attempts = `SELECT a.id, p.number, a.course, a.course_version, a.round, a.mode, a.scenario, a.scenario_hash, a.truth,
    a.channel, a.locale, a.started_at, a.ended_at, a.disposition, a.outcome, a.earned, a.possible, a.passed, a.critical,
    a.competencies, a.device, a.signature, a.log_hash FROM attempts a JOIN people p ON p.id = a.person_id ORDER BY a.id`
  const decisions = 'SELECT * FROM decisions ORDER BY attempt_id, seq'
  const standings = `SELECT p.number, s.course, s.status, s.round, s.modules_done, s.earned, s.possible, s.hits, s.passed_at
    FROM standings s JOIN people p ON p.id = s.person_id ORDER BY p.number, s.course`
  return JSON.stringify([people, attempts, decisions, standings].map((sql) => db.prepare(sql).all()))
}

export const arun = {
  ...priya,
  id: '00000000-0000-4000-8000-bbbbbbbbbbbb',
  name: 'Arun Mehta',
  number: 'IND-7',
}

/** Makes HR and one accepted device, with the same folder. */
export async function accepted() {
  const { hr, folder, file } = hrInstallation()
  const device = deviceOf(file, folder, 'Indore-3', priya)
  await device.exchange.look()
  await hr.exchange.look()
  hr.exchange.accept(device.deviceKey.did, HR.id)
  const close = () => {
    hr.close()
    device.close()
  }
  return { hr, folder, file, device, close }
}

/** Returns the reasons why bundles were not taken. */
export const reasons = ({ exchange }: Installation) => exchange.problems().map(({ reason }) => reason)

export function organisationOf(hr: Installation): string {
  return (JSON.parse(setUpFileOf(hr)) as { organisation: { did: string } }).organisation.did
}
