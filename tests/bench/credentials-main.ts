/**
 * The main process of `credentials.ts`. It issues and saves certificates with the application's own parts, and draws
 * the same pages alone, in turns. The bench bundles and starts it; it prints one line of JSON.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { app } from 'electron'
import { EVERYTHING } from '../../src/domain/records/filter'
import { CertificatePrinter } from '../../src/main/credentials/certificate-printer'
import { Issuer } from '../../src/main/credentials/issuer'
import { certificatePdf, isSigned } from '../../src/main/credentials/certificate-files'
import { IssuerProfiles } from '../../src/main/credentials/issuer-profile'
import { signingKeyFrom } from '../../src/main/keys/signing-key'
import { writeAtomically } from '../../src/main/files/atomic-write'
import { certificateView } from '../../src/main/learn/courses'
import { OrganisationStore } from '../../src/main/people/organisation'
import { declareScheme, serveApp } from '../../src/main/windows/protocol'
import { CredentialStore } from '../../src/main/store/tables/credentials'
import { openDatabase } from '../../src/main/store/database'
import { Standings } from '../../src/main/learn/standings'
import { LocalRecords } from '../../src/main/store/records'
import { addPassed, passableLibrary } from './passed'

interface Order {
  readonly folder: string
  readonly root: string
  readonly certificates: number
  readonly turns: number
}

const now = () => new Date().toISOString()

async function measure({ folder, root, certificates, turns }: Order) {
  const rendererFolder = path.join(root, 'out', 'renderer')
  const made = new Map<string, string>()
  serveApp(rendererFolder, made)
  const { db } = openDatabase(path.join(folder, 'records'), randomBytes(32).toString('hex'), new Date())
  const store = new LocalRecords(db)
  const { library, course } = passableLibrary(root, folder)
  const credentials = new CredentialStore(db)
  const standings = new Standings(db, library)
  const key = signingKeyFrom(randomBytes(32), false)
  const issuer = new Issuer({
    db,
    store,
    credentials,
    library,
    organisation: new OrganisationStore(db),
    profiles: new IssuerProfiles(db),
    system: {
      now: () => new Date(),
      ticks: () => performance.now(),
      uuid: randomUUID,
      randomBytes: (count) => new Uint8Array(randomBytes(count)),
    },
    key: () => key,
    changed: (person, course) => standings.refresh(person, course),
    report: (error) => {
      throw error
    },
  })

  db.pragma('synchronous = OFF')
  addPassed({ db, store, library }, course, certificates, ({ id }) => standings.refresh(id, course.id))
  db.pragma('synchronous = FULL')

  const out = path.join(folder, 'pdfs')
  mkdirSync(out)
  const candidates = credentials.candidates(EVERYTHING, now(), library.courses)
  const ours = new CertificatePrinter(rendererFolder, made, new IssuerProfiles(db))
  const bare = new CertificatePrinter(rendererFolder, made, new IssuerProfiles(db))
  const saved: string[] = []
  const issueOne = async (): Promise<void> => {
    const next = candidates.next()
    if (next.done) throw new Error('Nobody waits for a certificate any more.')
    const person = store.person(next.value.personId)!
    const certificate = db.transaction(() => issuer.issue(person, course, null))()
    if (!certificate) throw new Error('Nothing was issued.')
    await issuer.signWaiting()
    const found = credentials.credential(certificate.id)!
    if (!isSigned(found)) throw new Error('It was not signed.')
    writeAtomically(
      path.join(out, `${certificate.id}.pdf`),
      await certificatePdf(found, library, ours, 'A4', 'en'),
    )
    saved.push(certificate.id)
  }
  const drawOne = async (id: string): Promise<void> => {
    const { certificate, token } = credentials.credential(id)!
    await bare.pdf(certificateView(certificate, library), token!, 'A4', 'en')
  }

  // The first certificate loads modules and fonts, so it is not measured.
  await issueOne()
  await drawOne(saved[0]!)
  const each = Math.floor((certificates - 1) / turns)
  const times = { ours: [] as number[], bare: [] as number[] }
  const memory: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const from = saved.length
    let start = performance.now()
    for (let n = 0; n < each; n += 1) await issueOne()
    times.ours.push((performance.now() - start) / each)
    start = performance.now()
    for (const id of saved.slice(from)) await drawOne(id)
    times.bare.push((performance.now() - start) / each)
    memory.push(process.memoryUsage().rss / 1024 / 1024)
  }
  ours.close()
  bare.close()
  db.close()
  return { ...times, memory, issued: saved.length }
}

async function main(): Promise<void> {
  try {
    await app.whenReady()
    const result = await measure(JSON.parse(process.env['HTL_BENCH_ORDER'] ?? '') as Order)
    process.stdout.write(`\nRESULT ${JSON.stringify(result)}\n`)
    app.exit(0)
  } catch (error) {
    console.error(error)
    app.exit(1)
  }
}

declareScheme()
// Hidden windows come and go, and the program must not end with one of them.
app.on('window-all-closed', () => {})
void main()
