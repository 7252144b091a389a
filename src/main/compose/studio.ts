import { dirname, join } from 'node:path'
import { AUTHORS } from '../../domain/records/roles'
import type { PageEvents } from '../ipc/events'
import type { Library } from '../library/library'
import type { SignedIn } from '../people/signed-in'
import type { Standings } from '../learn/standings'
import { Checker } from '../studio/checker'
import { FolderWatch } from '../studio/watch'
import { Prover } from '../studio/prover'
import { PublishedMirror } from '../studio/mirror'
import { StudioPaths } from '../studio/paths'
import { StudioSettingsStore } from '../studio/settings'
import { Recording } from '../studio/recording'
import type { ReviewDesk } from '../studio/review'
import { Studio } from '../studio/studio'
import type { RecordWorker } from '../worker/client'
import type { Base } from './base'
import { publishedFolder } from './library'
import { repeating } from './lifecycle'

/** The lease of an open document is renewed this often, well before others would take it as expired. */
const RENEW_EVERY_MS = 30_000
/** A version that was published on another computer reaches trainees here after at most this time. */
const LOOK_EVERY_MS = 300_000

interface Needs {
  readonly library: Library
  readonly standings: Pick<Standings, 'takeCourses'>
  readonly worker: Pick<RecordWorker, 'run'>
  readonly events: Pick<PageEvents, 'changed' | 'tell'>
  readonly signedIn: Pick<SignedIn, 'person' | 'blockedBy'>
}

/** Makes the Studio and everything that brings its documents to trainees. */
export function composeStudio({ records, system, report, rendererFolder }: Base, needs: Needs) {
  const { folder, db } = records
  const { library, standings, worker, events, signedIn } = needs
  const studioSettings = new StudioSettingsStore(db)
  const own = join(dirname(folder), 'studio')
  const changed = () => events.changed('studio.changed')
  const pathsOf = (chosen: string | null) => new StudioPaths(chosen ?? own)
  const paths = () => pathsOf(studioSettings.known.folder)
  const studio: Studio = new Studio({
    db,
    settings: studioSettings,
    pathsOf,
    shipped: () => library.folder,
    checker: (media) =>
      new Checker({
        check: (request) => worker.run('check-documents', request),
        media,
        told: changed,
        report,
      }),
    now: () => system.now(),
    changed,
    published: () => bringVersions(),
  })
  let desk: Promise<ReviewDesk> | undefined
  /** Only these calls need the code that makes packs and reads comments, so it is loaded with the first of them. */
  const review = (): Promise<ReviewDesk> =>
    (desk ??= import('../studio/review').then(({ ReviewDesk, Comments }) => {
      const comments = new Comments({
        paths,
        session: studio.drafts.session,
        now: () => system.now(),
        changed,
        earlierIds: (which) => studio.drafts.earlierIds(which),
      })
      return new ReviewDesk({
        comments,
        reviewed: (which) => studio.reviewed(which),
        page: join(rendererFolder, '..', 'review', 'pack.html.br'),
        now: () => system.now(),
      })
    }))
  const prover = new Prover({
    run: (request, options) => worker.run('prove-scenario', request, options),
    find: (kind, id) => studio.textOf({ kind, id }),
    tell: (progress) => events.tell('studio.proving', progress),
  })
  const mirror = new PublishedMirror({
    folder: publishedFolder(folder),
    paths,
    versions: studio.versions,
    report,
  })
  /** Brings documents that were published here or on another computer to trainees. */
  const bringVersions = async () => {
    if (!(await mirror.refresh())) return
    library.refresh()
    standings.takeCourses(library)
    changed()
  }
  const watch = new FolderWatch({
    paths,
    own: (which) => studio.drafts.ownMark(which),
    ownTranslations: (which) => studio.translations.ownMark(which),
    session: studio.drafts.session,
    wanted: () => (AUTHORS as readonly unknown[]).includes(signedIn.person?.role),
    changed,
    report,
  })
  const watching = { begun: false }
  const studioWatch = {
    begin: () => {
      if (watching.begun) return
      watching.begun = true
      watch.start(studioSettings.known.folder !== null)
    },
    again: () => watch.start(studioSettings.known.folder !== null),
  }
  const looking = repeating(LOOK_EVERY_MS, () => void bringVersions().catch(report))
  const renewing = repeating(RENEW_EVERY_MS, () => void studio.drafts.presence.renew())
  return {
    studio,
    recording: new Recording(signedIn),
    review,
    studioSettings,
    studioWatch,
    prover,
    start: () => {
      renewing.start()
      looking.start()
    },
    stop: async () => {
      void renewing.stop()
      void looking.stop()
      watch.stop()
      prover.stop()
      await studio.stop()
    },
  }
}
