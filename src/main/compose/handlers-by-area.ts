import type { API } from '../../bridge/api'
import type { Channels } from '../../bridge/channels'
import type { AppNeeds } from '../ipc/app'
import type { AttentionNeeds } from '../ipc/attention'
import type { AuditNeeds } from '../ipc/audit'
import type { CertificateNeeds } from '../ipc/certificate'
import type { CertificatesNeeds } from '../ipc/certificates'
import type { CompletionNeeds } from '../ipc/completion'
import type { ExchangeNeeds } from '../ipc/exchange'
import type { ExportHandlerNeeds } from '../ipc/export'
import type { IssuerNeeds } from '../ipc/issuer'
import type { LearnNeeds } from '../ipc/learn'
import type { OrganisationNeeds } from '../ipc/organisation'
import type { PeopleNeeds } from '../ipc/people'
import type { PersonNeeds } from '../ipc/person'
import type { RecordStoreNeeds } from '../ipc/record-store'
import type { RestoreNeeds } from '../ipc/restore'
import type { RosterNeeds } from '../ipc/roster'
import type { SessionNeeds } from '../ipc/session'
import type { StudioNeeds } from '../ipc/studio'
import type { StudioMediaNeeds } from '../ipc/studio-media'
import type { StudioPackageNeeds } from '../ipc/studio-packages'
import type { StudioReviewNeeds } from '../ipc/studio-review'
import type { Handlers } from '../ipc/answer'

/** The needs of all handlers together. Each handler declares its own. */
export type AreaNeeds = AppNeeds &
  AttentionNeeds &
  AuditNeeds &
  CertificateNeeds &
  CertificatesNeeds &
  CompletionNeeds &
  ExchangeNeeds &
  ExportHandlerNeeds &
  IssuerNeeds &
  LearnNeeds &
  OrganisationNeeds &
  PeopleNeeds &
  PersonNeeds &
  RecordStoreNeeds &
  RestoreNeeds &
  RosterNeeds &
  SessionNeeds &
  StudioNeeds &
  StudioMediaNeeds &
  StudioPackageNeeds &
  StudioReviewNeeds

type AreaName = keyof typeof API
/** The types require a schema and a handler for each channel. */
interface Area<A extends AreaName> {
  readonly channels: Pick<Channels, `${A}.${(typeof API)[A][number]}` & keyof Channels>
  readonly handlers: Pick<Handlers, `${A}.${(typeof API)[A][number]}` & keyof Handlers>
}

const app = async (needs: AreaNeeds) => ({
  channels: (await import('../../bridge/areas/app')).appChannels,
  handlers: (await import('../ipc/app')).appHandlers(needs),
})

const session = async (needs: AreaNeeds) => ({
  channels: (await import('../../bridge/areas/session')).sessionChannels,
  handlers: (await import('../ipc/session')).sessionHandlers(needs),
})

const people = async (needs: AreaNeeds) => ({
  channels: (await import('../../bridge/areas/people')).peopleChannels,
  handlers: {
    ...(await import('../ipc/people')).peopleHandlers(needs),
    ...(await import('../ipc/roster')).rosterHandlers(needs),
  },
})

const learn = async (needs: AreaNeeds) => ({
  channels: (await import('../../bridge/areas/learn')).learnChannels,
  handlers: (await import('../ipc/learn')).learnHandlers(needs),
})

const person = async (needs: AreaNeeds) => ({
  channels: (await import('../../bridge/areas/person')).personChannels,
  handlers: (await import('../ipc/person')).personHandlers(needs),
})

const records = async (needs: AreaNeeds) => ({
  channels: {
    ...(await import('../../bridge/areas/completion')).completionChannels,
    ...(await import('../../bridge/areas/results')).resultsChannels,
  },
  handlers: (await import('../ipc/completion')).completionHandlers(needs),
})

const certificates = async (needs: AreaNeeds) => ({
  channels: (await import('../../bridge/areas/certificate')).certificateChannels,
  handlers: {
    ...(await import('../ipc/certificate')).certificateHandlers(needs),
    ...(await import('../ipc/certificates')).certificatesHandlers(needs),
    ...(await import('../ipc/issuer')).issuerHandlers(needs),
  },
})

const restore = async (needs: AreaNeeds) => ({
  channels: (await import('../../bridge/areas/restore')).restoreChannels,
  handlers: (await import('../ipc/restore')).restoreHandlers(needs),
})

/**
 * Loads the handlers of each area when one of its calls comes first. Loading the schemas and handlers of all areas
 * would take longer than everything else between a start and its first screen.
 */
const AREAS: { readonly [A in AreaName]: (needs: AreaNeeds) => Promise<Area<A>> } = {
  app,
  session,
  recovery: session,
  people,
  assignment: people,
  roster: people,
  learn,
  attempt: learn,
  records,
  views: records,
  person,
  certificate: certificates,
  certificates,
  issuer: certificates,
  attention: async (needs) => ({
    channels: (await import('../../bridge/areas/attention')).attentionChannels,
    handlers: (await import('../ipc/attention')).attentionHandlers(needs),
  }),
  export: async (needs) => ({
    channels: (await import('../../bridge/areas/export')).exportChannels,
    handlers: (await import('../ipc/export')).exportHandlers(needs),
  }),
  organisation: async (needs) => ({
    channels: (await import('../../bridge/areas/organisation')).organisationChannels,
    handlers: (await import('../ipc/organisation')).organisationHandlers(needs),
  }),
  recordStore: async (needs) => ({
    channels: (await import('../../bridge/areas/record-store')).recordStoreChannels,
    handlers: (await import('../ipc/record-store')).recordStoreHandlers(needs),
  }),
  restore,
  rescue: restore,
  audit: async (needs) => ({
    channels: (await import('../../bridge/areas/audit')).auditChannels,
    handlers: (await import('../ipc/audit')).auditHandlers(needs),
  }),
  exchange: async (needs) => ({
    channels: (await import('../../bridge/areas/exchange')).exchangeChannels,
    handlers: (await import('../ipc/exchange')).exchangeHandlers(needs),
  }),
  studio: async (needs) => ({
    channels: {
      ...(await import('../../bridge/areas/studio')).studioChannels,
      ...(await import('../../bridge/areas/studio-media')).studioMediaChannels,
      ...(await import('../../bridge/areas/studio-packages')).studioPackageChannels,
      ...(await import('../../bridge/areas/studio-review')).studioReviewChannels,
    },
    handlers: {
      ...(await import('../ipc/studio')).studioHandlers(needs),
      ...(await import('../ipc/studio-media')).studioMediaHandlers(needs),
      ...(await import('../ipc/studio-packages')).studioPackageHandlers(needs),
      ...(await import('../ipc/studio-review')).studioReviewHandlers(needs),
    },
  }),
}

interface Read {
  readonly channels: Partial<Channels>
  readonly handlers: Partial<Handlers>
}

/** Loads each area at most once in a start. */
export class HandlersByArea {
  readonly #needs: AreaNeeds
  /** Keyed by the loader, because several areas may share one. */
  readonly #read = new Map<(needs: AreaNeeds) => Promise<Read>, Promise<Read>>()

  constructor(needs: AreaNeeds) {
    this.#needs = needs
  }

  /** @param area the part before the dot in a channel's name; `undefined` is returned for an unknown area */
  read(area: string): Promise<Read> | undefined {
    if (!Object.hasOwn(AREAS, area)) return undefined
    const reader: (needs: AreaNeeds) => Promise<Read> = AREAS[area as AreaName]
    const known = this.#read.get(reader)
    if (known) return known
    const reading = reader(this.#needs)
    this.#read.set(reader, reading)
    // A load that failed is tried again with the next call.
    reading.catch(() => this.#read.delete(reader))
    return reading
  }
}
