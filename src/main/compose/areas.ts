import type { API } from '../../bridge/api'
import type { Channels } from '../../bridge/channels'
import type { Services } from './services'
import type { Handlers } from '../ipc/answer'

type AreaName = keyof typeof API
/** A channel without a schema or a handler is a type error here. */
interface Area<A extends AreaName> {
  readonly channels: Pick<Channels, `${A}.${(typeof API)[A][number]}` & keyof Channels>
  readonly handlers: Pick<Handlers, `${A}.${(typeof API)[A][number]}` & keyof Handlers>
}

const app = async (services: Services) => ({
  channels: (await import('../../bridge/areas/app')).appChannels,
  handlers: (await import('../ipc/app')).appHandlers(services),
})

const session = async (services: Services) => ({
  channels: (await import('../../bridge/areas/session')).sessionChannels,
  handlers: (await import('../ipc/session')).sessionHandlers(services),
})

const people = async (services: Services) => ({
  channels: (await import('../../bridge/areas/people')).peopleChannels,
  handlers: {
    ...(await import('../ipc/people')).peopleHandlers(services),
    ...(await import('../ipc/roster')).rosterHandlers(services),
  },
})

const learn = async (services: Services) => ({
  channels: (await import('../../bridge/areas/learn')).learnChannels,
  handlers: (await import('../ipc/learn')).learnHandlers(services),
})

const person = async (services: Services) => ({
  channels: (await import('../../bridge/areas/person')).personChannels,
  handlers: (await import('../ipc/person')).personHandlers(services),
})

const records = async (services: Services) => ({
  channels: {
    ...(await import('../../bridge/areas/completion')).completionChannels,
    ...(await import('../../bridge/areas/results')).resultsChannels,
  },
  handlers: (await import('../ipc/completion')).completionHandlers(services),
})

const certificates = async (services: Services) => ({
  channels: (await import('../../bridge/areas/certificate')).certificateChannels,
  handlers: {
    ...(await import('../ipc/certificate')).certificateHandlers(services),
    ...(await import('../ipc/certificates')).certificatesHandlers(services),
    ...(await import('../ipc/issuer')).issuerHandlers(services),
  },
})

const restore = async (services: Services) => ({
  channels: (await import('../../bridge/areas/restore')).restoreChannels,
  handlers: (await import('../ipc/restore')).restoreHandlers(services),
})

/**
 * What answers the calls of each area. It is read when the first of them comes: schemas and handlers of everything
 * would take longer than all else that stands between a start and its first screen.
 */
const AREAS: { readonly [A in AreaName]: (services: Services) => Promise<Area<A>> } = {
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
  attention: async (services) => ({
    channels: (await import('../../bridge/areas/attention')).attentionChannels,
    handlers: (await import('../ipc/attention')).attentionHandlers(services),
  }),
  export: async (services) => ({
    channels: (await import('../../bridge/areas/export')).exportChannels,
    handlers: (await import('../ipc/export')).exportHandlers(services),
  }),
  organisation: async (services) => ({
    channels: (await import('../../bridge/areas/organisation')).organisationChannels,
    handlers: (await import('../ipc/organisation')).organisationHandlers(services),
  }),
  recordStore: async (services) => ({
    channels: (await import('../../bridge/areas/record-store')).recordStoreChannels,
    handlers: (await import('../ipc/record-store')).recordStoreHandlers(services),
  }),
  restore,
  rescue: restore,
  audit: async (services) => ({
    channels: (await import('../../bridge/areas/audit')).auditChannels,
    handlers: (await import('../ipc/audit')).auditHandlers(services),
  }),
  exchange: async (services) => ({
    channels: (await import('../../bridge/areas/exchange')).exchangeChannels,
    handlers: (await import('../ipc/exchange')).exchangeHandlers(services),
  }),
}

interface Read {
  readonly channels: Partial<Channels>
  readonly handlers: Partial<Handlers>
}

/** The areas of one start, each read once. */
export class Areas {
  readonly #services: Services
  /** By what reads them: several names may share one. */
  readonly #read = new Map<(services: Services) => Promise<Read>, Promise<Read>>()

  constructor(services: Services) {
    this.#services = services
  }

  /** @param area what stands before the dot in a channel's name; `undefined` for one that does not exist */
  read(area: string): Promise<Read> | undefined {
    if (!Object.hasOwn(AREAS, area)) return undefined
    const reader: (services: Services) => Promise<Read> = AREAS[area as AreaName]
    const known = this.#read.get(reader)
    if (known) return known
    const reading = reader(this.#services)
    this.#read.set(reader, reading)
    // What could not be read is tried again with the next call.
    reading.catch(() => this.#read.delete(reader))
    return reading
  }
}
