import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Role } from '../../bridge/channels'
import type { EditLabel } from '../../domain/authoring/patch'
import { issuesOf, type Issue } from '../../domain/scenario/issue'
import { readJson } from '../../domain/scenario/json-text'
import { unreadable } from '../../domain/scenario/open'
import { writeOrRefuse } from '../files/atomic-write'
import type { OpenedFile } from '../files/dialogs'
import { refusalOf } from '../files/errors'
import { Refused } from '../refused'
import { audit } from '../store/tables/audit'
import type { Database } from '../store/libsql'
import type { Person } from '../store/records'
import { callAct, whichIn } from './call'
import { Catalog, keyOf, type Standing } from './catalog'
import type { CheckCounts } from './check-task'
import type { Checker } from './checker'
import { makeFolder, markOf, renameIfThere, systemCode, textOf } from './disk'
import { DraftMedia, type MediaEntry } from './draft-media'
import { LARGEST_DOCUMENT, type OnDisk } from './draft-reader'
import { documentText } from './document-text'
import { Drafts } from './drafts'
import type { Named } from './heads'
import { Packages } from './packages'
import { fileName, planFileName, type StudioPaths, type Which } from './paths'
import { Places } from './places'
import { planFor, Plans } from './plans'
import { Publishing } from './publish'
import { Removed } from './removed'
import type { Reviewed } from './review'
import type { StudioSettingsStore } from './settings'
import { NOTHING_AROUND, Shelf } from './shelf'
import { Stories } from './stories'
import { textOfNew } from './new-document'
import { Translations } from './translations'
import { Twins } from './twins'
import { rowOf, Versions, type Version } from './versions'

type Title = Readonly<Record<string, string>>

export interface StudioParts {
  readonly db: Database
  /** Returns the paths below a folder; `null` stands for this installation’s own folder. */
  readonly pathsOf: (folder: string | null) => StudioPaths
  readonly settings: StudioSettingsStore
  /** Returns the folder of the documents that came with the program. */
  readonly shipped: () => string
  readonly checker: (media: (standing: Standing) => string) => Checker
  readonly now: () => Date
  /** Called when something in the Studio's folder has changed. */
  readonly changed: () => void
  /** Called when the documents that trainees have changed. */
  readonly published: () => Promise<void>
}

export interface Listed extends Standing {
  readonly version: Pick<Version, 'number' | 'hash' | 'at' | 'by'> | null
  readonly counts: CheckCounts | undefined
}

const valueIn = (text: string): unknown => {
  const read = readJson(text)
  return read.ok ? read.raw : undefined
}

/** Authors are noted by name, because a shared folder does not know the people of this computer. */
const nameOf = ({ name }: Pick<Person, 'name'>): string => name

/** Lists, makes, copies, renames, removes and publishes the documents of the Studio. */
export class Studio {
  readonly drafts: Drafts
  readonly versions: Versions
  readonly media: DraftMedia
  readonly stories: Stories
  readonly plans: Plans
  readonly translations: Translations
  readonly packages: Packages
  readonly places: Places
  readonly twins: Twins
  readonly #catalog: Catalog
  readonly #shelf: Shelf
  readonly #removed: Removed
  readonly #publishing: Publishing
  readonly #checker: Checker

  constructor(private readonly parts: StudioParts) {
    const { shipped, now, changed } = parts
    const paths = () => this.#paths
    this.drafts = new Drafts({ paths, now, changed })
    this.versions = new Versions(paths)
    this.translations = new Translations(paths, this.drafts)
    this.#catalog = new Catalog(paths, shipped)
    this.#shelf = new Shelf(this.#catalog, this.versions, paths)
    this.media = new DraftMedia(paths, shipped)
    this.stories = new Stories(paths, this.drafts, (which) => this.#free(which))
    this.plans = new Plans({ paths, shipped, drafts: this.drafts, now })
    const { drafts, media, plans, translations } = this
    const one = (which: Which) => this.#shelf.one(which)
    const mustBeFree = (which: Which) => this.#mustBeFree(which)
    this.twins = new Twins({ paths, drafts, media, one, mustBeFree })
    this.packages = new Packages({
      paths,
      drafts,
      media,
      plans,
      translations,
      free: (which) => this.#free(which),
      textOf: (which) => this.textOf(which),
      around: (which) => this.#shelf.surroundings(which),
      versions: this.versions,
      floorsOf: (id) => this.#shelf.floorsOf(id),
    })
    this.places = new Places(paths)
    this.#removed = new Removed(paths)
    this.#publishing = new Publishing({
      ...parts,
      paths,
      drafts: this.drafts,
      versions: this.versions,
      around: (which) => this.#shelf.surroundings(which),
    })
    this.#checker = parts.checker((standing) => this.media.folder(standing))
  }

  get #paths(): StudioPaths {
    return this.parts.pathsOf(this.parts.settings.known.folder)
  }

  /** Returns all documents, with the results of the checks so far. */
  async list(): Promise<{ readonly documents: Listed[]; readonly problem: string | null }> {
    const { documents, ...folder } = await this.#shelf.all()
    let { problem } = folder
    const note = (error: unknown) => void (problem ??= systemCode(error))
    const around = (problem === null && (await this.#shelf.around().catch(note))) || NOTHING_AROUND
    const marks = new Map<string, string>()
    const versions = new Map<string, Listed['version']>()
    // A shared folder answers slowly, so all are read at once. What keeps one from being read holds up no other.
    await Promise.all(
      documents.map(async (one) => {
        marks.set(keyOf(one), (await this.media.mark(one).catch(note)) ?? '')
        const newest = one.origin === 'own' ? await this.versions.newest(one).catch(note) : undefined
        if (newest && !('damaged' in newest)) versions.set(keyOf(one), newest)
      }),
    )
    const counts = this.#checker.counts(documents, around, (one) => marks.get(keyOf(one)) ?? '')
    return {
      documents: documents.map((one, i) => ({
        ...one,
        version: versions.get(keyOf(one)) ?? null,
        counts: counts[i],
      })),
      problem,
    }
  }

  async namedBy(which: Which): Promise<(Standing & { readonly as: Named['as'] })[]> {
    return this.#catalog.namedBy(which, (await this.#shelf.all()).documents)
  }

  /** @throws Refused `already-exists` when a document, shipped or own, has this id */
  async #mustBeFree(which: Which): Promise<void> {
    if (await this.#isTaken(which)) throw new Refused('already-exists', `‘${which.id}’ exists already.`)
  }

  async #isTaken(which: Which): Promise<boolean> {
    const places = [this.#paths.draft(which), this.#paths.versions(which)]
    for (const place of places) if (await markOf(place)) return true
    return this.#catalog.isShipped(which)
  }

  async create(which: Which, title: Title, template: string | null, person: Person): Promise<void> {
    const text = await textOfNew(which, title, template)
    await this.#mustBeFree(which)
    await this.drafts.create(which, text, { by: nameOf(person) })
  }

  async duplicate(which: Which, as: string, title: Title, person: Person): Promise<void> {
    const source = await this.#shelf.one(which)
    const copy = { kind: which.kind, id: as }
    await this.#mustBeFree(copy)
    const media = await this.media.of(source)
    const plan = which.kind === 'scenario' ? await this.plans.textOf(which.id) : undefined
    const beside = await this.translations.forCopy(which)
    if (plan !== undefined) beside.set(planFileName(as), planFor(plan, as))
    const label = { code: 'copied', params: { of: which.id } }
    const act = callAct(valueIn(source.text), as, which.id, title, label)
    await this.drafts.create(copy, source.text, { by: nameOf(person), media, beside, act })
  }

  /** Changes a document’s id and title by an act, which its history shows. */
  #called(which: Which, before: string, title: Title, label: EditLabel, person: Person): Promise<void> {
    return this.drafts.exclusively(which, async () => {
      const { fold } = await this.drafts.now(which)
      const { value, brokenText } = fold.now
      const act = brokenText === null && callAct(value, which.id, before, title, label)
      if (act) await this.drafts.act(which, act, nameOf(person))
    })
  }

  /**
   * Gives a draft another id and title.
   * @throws Refused `already-published` if another id is wanted and trainees have it under this one
   */
  async rename(
    which: Which,
    as: string,
    title: Title,
    person: Person,
  ): Promise<(Standing & { as: Named['as'] })[]> {
    const next = { kind: which.kind, id: as }
    const label = { code: 'rename', params: { from: which.id, to: as } }
    if (as === which.id) {
      await this.#called(which, which.id, title, label, person)
      return []
    }
    if ((await this.versions.numbers(which)).length > 0) {
      throw new Refused('already-published', 'Trainees have it under this id. Copy it instead.')
    }
    const named = await this.namedBy(which)
    await this.#mustBeFree(next)
    await this.drafts.exclusively(which, async () => {
      const folder = this.#paths.draft(which)
      const file = join(folder, fileName(next))
      // The journal contains the whole document, so that a crash between the two steps loses nothing.
      if (which.kind === 'scenario') await this.plans.readyFor(which.id, as)
      await renameIfThere(this.#paths.file(which), file)
      await rename(folder, this.#paths.draft(next))
      if (which.kind === 'scenario') this.plans.movedFrom(which.id, as)
      this.drafts.drop(which)
    })
    await this.#called(next, which.id, title, label, person)
    this.parts.changed()
    return named
  }

  async remove(
    which: Which,
    person: Person,
  ): Promise<{ key: string; namedBy: (Standing & { as: Named['as'] })[] }> {
    const { head } = await this.#shelf.one(which)
    if (!(await this.#isOwn(which))) throw new Refused('not-found', 'What came with the program stays.')
    const namedBy = await this.namedBy(which)
    const [number] = await this.versions.numbers(which)
    const now = this.parts.now()
    const put = () => this.#removed.put(which, { title: head.title, by: nameOf(person) }, now)
    const key = (await markOf(this.#paths.draft(which)))
      ? await this.drafts.exclusively(which, put)
      : await put()
    this.drafts.drop(which)
    this.#note('studio-removed', which, number, person)
    this.parts.changed()
    if (number !== undefined) await this.parts.published()
    return { key, namedBy }
  }

  async #isOwn(which: Which): Promise<boolean> {
    return [await markOf(this.#paths.draft(which)), await markOf(this.#paths.versions(which))].some(Boolean)
  }

  #note(
    act: 'studio-removed' | 'studio-brought-back',
    { kind, id }: Which,
    version: number | undefined,
    person: Person,
  ) {
    const at = this.parts.now().toISOString()
    audit(this.parts.db, at, person.id, act, {
      kind,
      document: id,
      ...(version === undefined ? {} : { version }),
    })
  }

  removed() {
    return this.#removed.list()
  }

  async bringBack(key: string, person: Person): Promise<Which> {
    const which = await this.#removed.bringBack(key)
    const [number] = await this.versions.numbers(which)
    this.#note('studio-brought-back', which, number, person)
    this.parts.changed()
    if (number !== undefined) await this.parts.published()
    return which
  }

  /** Imports a JSON file as a draft. The file may be broken as long as its id can be found out. */
  async importFile(
    { name, bytes }: OpenedFile,
    person: Person,
  ): Promise<
    | { outcome: 'imported'; kind: Which['kind']; id: string; was: string | null }
    | { outcome: 'refused'; file: string; issue: Issue }
  > {
    const refuse = (issue: Issue) => ({ outcome: 'refused' as const, file: name, issue })
    const text = bytes.length > LARGEST_DOCUMENT ? undefined : textOf(bytes)
    if (text === undefined) {
      const read = bytes.length > LARGEST_DOCUMENT ? undefined : readJson(Buffer.from(bytes).toString('utf8'))
      return refuse(read && !read.ok ? issuesOf([read.fault], undefined)[0]! : unreadable()[0]!)
    }
    const read = readJson(text)
    const told = whichIn(name, read.ok ? read.raw : undefined)
    if (!told) return refuse((read.ok ? unreadable() : issuesOf([read.fault], undefined))[0]!)
    const which = await this.#free(told)
    const by = nameOf(person)
    if (which.id === told.id) {
      await this.drafts.create(which, text, { by })
      return { outcome: 'imported', ...which, was: null }
    }
    const label = { code: 'import', params: { from: told.id, to: which.id } }
    const act = read.ok ? callAct(read.raw, which.id, told.id, {}, label) : undefined
    // The copy has the same words, so the notes about its translations still hold.
    const beside = await this.translations.forCopy(told)
    await this.drafts.create(which, text, { by, beside, act })
    return { outcome: 'imported', ...which, was: told.id }
  }

  /** Returns the document’s id, or the next one that is free. */
  async #free({ kind, id }: Which): Promise<Which> {
    let which: Which = { kind, id }
    for (let n = 2; await this.#isTaken(which); n += 1) which = { kind, id: `${id}-${n}` }
    return which
  }

  /** Returns the present text of a document; `undefined` if it does not exist. */
  async textOf(which: Which): Promise<string | undefined> {
    return (await this.#shelf.one(which).catch(() => undefined))?.text
  }

  /**
   * Returns the text of a draft or a version, for a file.
   * @throws Refused `not-found`
   */
  async exported(which: Which, version: number | null): Promise<string> {
    if (version === null) return (await this.#shelf.one(which)).text
    return (await this.versions.one(which, version)).text
  }

  writeExport(path: string, text: string): void {
    writeOrRefuse(path, text)
  }

  /**
   * Returns a scenario as it is now, with everything that checking it needs.
   * @throws Refused `not-found`
   */
  async reviewed(which: Which): Promise<Reviewed> {
    const standing = await this.#shelf.one(which)
    const isDraft = (await markOf(this.#paths.draft(which))) !== undefined
    return {
      text: isDraft ? documentText(which.kind, (await this.drafts.read(which)).fold.now) : standing.text,
      media: this.media.folder(standing),
      around: await this.#shelf.surroundings(which),
    }
  }

  /** Opens a draft. A document that has only versions gets a draft with the text of the newest. */
  async open(which: Which, person: Person): Promise<(OnDisk & { readonly readOnly: boolean }) | Standing> {
    if (!(await markOf(this.#paths.draft(which)))) {
      const newest = await this.versions.newest(which)
      if (!newest || 'damaged' in newest) return this.#shelf.one(which)
      const media = await this.media.ofVersion(newest.content)
      await this.drafts.create(which, newest.text, { by: newest.by, media })
    }
    return this.drafts.open(which, nameOf(person))
  }

  async publish(which: Which, after: number, note: string, person: Person) {
    const published = await this.#publishing.publish(which, after, note, person)
    if (published.outcome === 'published') {
      this.parts.changed()
      await this.parts.published()
    }
    return published
  }

  /** Tells whether this person may publish the draft as it is now. */
  publisher(which: Which, person: Person) {
    return this.#publishing.publisher(which, person)
  }

  versionRows = async (which: Which) => (await this.versions.all(which)).map(rowOf)

  async mediaFiles(which: Which): Promise<MediaEntry[]> {
    return this.media.list({ ...which, origin: (await this.#isOwn(which)) ? 'own' : 'shipped' })
  }

  /**
   * @param folder a shared folder, or `null` for this installation’s own
   * @throws Refused when the folder can’t be written; then the earlier one stays
   */
  async useFolder(folder: string | null, person: Person): Promise<void> {
    const { settings, now, pathsOf, changed, published } = this.parts
    const { drafts } = pathsOf(folder)
    try {
      await makeFolder(drafts)
    } catch (error) {
      throw refusalOf(error, drafts)
    }
    await this.drafts.presence.closeAll()
    settings.change({ folder }, now().toISOString(), person.id)
    this.drafts.forget()
    changed()
    await published()
  }

  mayPublish(role: Role): boolean {
    return this.parts.settings.mayPublish(role)
  }

  async stop(): Promise<void> {
    this.#checker.stop()
    await this.drafts.presence.closeAll()
    await this.#checker.settled()
  }
}
