import { fileText, LARGEST_DOCUMENT } from '../studio/draft-reader'
import { basename } from 'node:path'
import type { studioChannels } from '../../bridge/areas/studio'
import type { Response } from '../../bridge/channels'
import type { Issue } from '../../domain/scenario/issue'
import type { Dialogs, OpenedFile } from '../files/dialogs'
import { Refused } from '../refused'
import { isForeign, isPackage } from '../studio/foreign'
import { Unopenable, type OnDisk } from '../studio/draft-reader'
import type { Stale } from '../studio/drafts'
import type { StudioSettingsStore } from '../studio/settings'
import type { Prover } from '../studio/prover'
import type { Listed, Studio } from '../studio/studio'
import { sha256 } from '../sha256'
import type { System } from '../system'
import type { Handlers } from './answer'
import { offerView } from './studio-packages'
import { studioTextHandlers } from './studio-texts'

/** A file to import may have this many bytes. Packages with pictures are larger than documents. */
const LARGEST_STORY_FILE = 100_000_000

type StudioHandlers = Pick<Handlers, keyof typeof studioChannels & keyof Handlers>
type Which = Parameters<Studio['open']>[0]

export interface StudioNeeds {
  readonly studio: Studio
  readonly prover: Prover
  readonly studioSettings: StudioSettingsStore
  /** Reports changes that others make, once the Studio has been opened. */
  readonly studioWatch: { begin(): void; again(): void }
  readonly dialogs: Pick<Dialogs, 'open' | 'save' | 'folder'>
  readonly system: Pick<System, 'now'>
}

export const issueView = ({ code, keys: { path, ...names }, params }: Issue) => ({
  code,
  keys: { path: [...path], ...names },
  params: { ...params },
})

const named = (all: Awaited<ReturnType<Studio['namedBy']>>) =>
  all.map(({ kind, id, head, origin, as }) => ({ kind, id, title: { ...head.title }, origin, as }))

const staleView = ({ outcome, n, entries, editing, outside }: Stale) => ({
  outcome,
  n,
  entries,
  editing,
  outside,
})

export function studioHandlers({
  studio,
  prover,
  studioSettings,
  studioWatch: watch,
  dialogs,
  system,
}: StudioNeeds): StudioHandlers {
  const { drafts } = studio
  /** A file of another tool that does not name its language, and the person who chose it. */
  let waiting: { readonly file: OpenedFile; readonly by: string } | undefined
  const row = async (one: Listed): Promise<Response<'studio.list'>['documents'][number]> => ({
    kind: one.kind,
    id: one.id,
    title: { ...one.head.title },
    origin: one.origin,
    changedAt: one.changedAt,
    changedBy: one.changedBy,
    published: one.version && {
      number: one.version.number,
      hash: one.version.hash,
      at: one.version.at,
      by: one.version.by,
      differs: one.counts ? one.counts.hash !== one.version.hash : null,
    },
    channel: one.counts?.channel ?? null,
    role: one.head.role,
    truth: one.head.truth,
    tactics: [...one.head.tactics],
    languages: [...one.head.languages],
    checks: one.counts ? { errors: one.counts.errors, warnings: one.counts.warnings } : null,
    editing: one.origin === 'own' ? await drafts.presence.others(one) : null,
    fault: one.fault,
  })
  const openedView = async (which: Which, read: OnDisk & { readonly readOnly: boolean }) => {
    const [newest] = await studio.versionRows(which)
    return {
      outcome: 'opened' as const,
      ...which,
      origin: 'own' as const,
      readOnly: read.readOnly,
      text: read.text,
      hash: read.hash,
      savedAfter: read.saved?.after ?? 0,
      journal: { base: read.base, entries: read.entries },
      places: await studio.places.read(which),
      published: newest ? { number: newest.number, hash: newest.hash } : null,
      editing: await drafts.presence.others(which),
      outside: read.outside,
      damaged: read.damaged,
    }
  }
  const settings = async () => ({ ...studioSettings.known, problem: (await studio.list()).problem })
  return {
    ...studioTextHandlers({ studio, dialogs }),
    'studio.list': async (_, { person }) => {
      watch.begin()
      const { documents, problem } = await studio.list()
      return {
        folder: { shared: studioSettings.known.folder !== null, problem },
        mayPublish: studio.mayPublish(person.role),
        documents: await Promise.all(documents.map(row)),
      }
    },
    'studio.create': async ({ kind, id, title, template }, { person }) => {
      await studio.create({ kind, id }, title, template, person)
      return { kind, id }
    },
    'studio.createTwin': async ({ of, as }, { person }) => ({
      kind: 'scenario' as const,
      id: as,
      named: await studio.twins.make(of, as, person),
    }),
    'studio.duplicate': async ({ kind, id, as, title }, { person }) => {
      await studio.duplicate({ kind, id }, as, title, person)
      return { kind, id: as }
    },
    'studio.namedBy': async (which) => named(await studio.namedBy(which)),
    'studio.rename': async ({ kind, id, as, title }, { person }) => ({
      kind,
      id: as,
      namedBy: named(await studio.rename({ kind, id }, as, title, person)),
    }),
    'studio.remove': async (which, { person }) => {
      const { key, namedBy } = await studio.remove(which, person)
      return { key, namedBy: named(namedBy) }
    },
    'studio.removed': () => studio.removed(),
    'studio.bringBack': ({ key }, { person }) => studio.bringBack(key, person),
    'studio.importFile': async ({ locale }, { person }) => {
      const file = await dialogs.open('story', LARGEST_STORY_FILE)
      waiting = undefined
      if (isPackage(file)) return offerView(await studio.packages.look(file, person))
      if (!isForeign(file)) {
        const imported = await studio.importFile(file, person)
        return imported.outcome === 'refused' ? { ...imported, issue: issueView(imported.issue) } : imported
      }
      const read = await studio.stories.take(file, { locale, language: null }, person)
      if (read.outcome === 'which-language') waiting = { file, by: person.id }
      return read
    },
    'studio.importAs': async ({ language }, { person }) => {
      if (waiting?.by !== person.id) throw new Refused('not-found', 'No file waits for its language.')
      const { file } = waiting
      waiting = undefined
      return studio.stories.take(file, { locale: language, language }, person)
    },
    'studio.importedFrom': (which) => studio.stories.from(which),
    'studio.forgetImport': async (which) => {
      await studio.stories.forget(which)
      return null
    },
    'studio.readFile': async () => fileText(await dialogs.open('document', LARGEST_DOCUMENT)),
    'studio.exportPlan': async ({ id }) => {
      const text = await studio.plans.textOf(id)
      if (text === undefined) throw new Refused('not-found', 'This scenario has no test plan.')
      const path = await dialogs.save('document', id, 'testplan.json')
      studio.writeExport(path, text)
      return { file: basename(path) }
    },
    'studio.exportFile': async ({ kind, id, version }) => {
      const text = await studio.exported({ kind, id }, version)
      const path = await dialogs.save('document', version === null ? id : `${id}-${version}`, `${kind}.json`)
      studio.writeExport(path, text)
      const plan = kind === 'scenario' && version === null ? await studio.plans.export(id, path) : null
      return { file: basename(path), plan }
    },
    'studio.open': async (which, { person }) => {
      watch.begin()
      try {
        const read = await studio.open(which, person)
        if ('fold' in read) return await openedView(which, read)
        const hash = sha256(read.text)
        return {
          outcome: 'opened',
          ...which,
          origin: read.origin,
          readOnly: true,
          text: read.text,
          hash,
          savedAfter: 0,
          journal: { base: { text: read.text, hash }, entries: [] },
          places: {},
          published: null,
          editing: null,
          outside: null,
          damaged: null,
        }
      } catch (error) {
        if (!(error instanceof Unopenable)) throw error
        return { outcome: 'refused', fault: error.fault }
      }
    },
    'studio.editing': (which) => drafts.presence.others(which),
    'studio.close': async (which) => {
      await drafts.close(which)
      return null
    },
    'studio.append': async ({ kind, id, after, entries }, { person }) => {
      const taken = await drafts.append({ kind, id }, after, entries, person.name)
      return taken.outcome === 'stale' ? staleView(taken) : taken
    },
    'studio.checkpoint': async ({ kind, id, after, text, seen }) => {
      const saved = await drafts.checkpoint({ kind, id }, after, text, seen)
      return saved.outcome === 'stale' ? staleView(saved) : saved
    },
    'studio.plan': async ({ id }) => {
      const { broken, ...plan } = await studio.plans.read(id)
      return { ...plan, broken: broken && { file: broken.file, issue: issueView(broken.issue) } }
    },
    'studio.savePlan': ({ id, runs, seen }) => studio.plans.save(id, runs, seen),
    'studio.prove': async ({ text }) => {
      const proved = await prover.prove(text)
      if (!proved) return null
      const { proof, habits, twin } = proved
      return {
        proof: { ...proof, issues: proof.issues.map(issueView) },
        habits,
        twin: twin && { ...twin, title: { ...twin.title }, issues: twin.issues.map(issueView) },
      }
    },
    'studio.stopProof': () => {
      prover.stop()
      return null
    },
    'studio.savePlaces': async ({ kind, id, places }) => {
      await studio.places.save({ kind, id }, places)
      return null
    },
    'studio.history': async (which) => ({
      acts: (await drafts.read(which)).entries.map((entry) => ({
        n: entry.n,
        at: entry.at,
        by: entry.by ?? null,
        kind: entry.kind,
        label: ('label' in entry && entry.label) || null,
        to: entry.kind === 'restore' ? entry.to : null,
      })),
      outside: await drafts.outsideOf(which),
    }),
    'studio.publish': async ({ kind, id, after, note }, { person }) => {
      const published = await studio.publish({ kind, id }, after, note, person)
      if (published.outcome === 'refused')
        return { outcome: 'refused', issues: published.issues.map(issueView) }
      return published.outcome === 'stale' ? staleView(published) : published
    },
    'studio.publisher': async (which, { person }) => {
      const { rule, may, authors } = await studio.publisher(which, person)
      return { rule, may, authors: [...authors] }
    },
    'studio.versions': (which) => studio.versionRows(which),
    'studio.version': async ({ kind, id, version }) => {
      const { number, hash, at, by, note, text } = await studio.versions.one({ kind, id }, version)
      return { number, hash, at, by, note, text }
    },
    'studio.settings': settings,
    'studio.changeSettings': ({ publishers }, { person }) => {
      studioSettings.change({ publishers }, system.now().toISOString(), person.id)
      return settings()
    },
    'studio.chooseFolder': async (_, { person }) => {
      const folder = await dialogs.folder('studio')
      await studio.useFolder(folder, person)
      watch.again()
      return settings()
    },
    'studio.ownFolder': async (_, { person }) => {
      await studio.useFolder(null, person)
      watch.again()
      return settings()
    },
  }
}
