import type { OrganisationStore } from '../people/organisation'
import type { System } from '../system'
import type { Handlers } from './answer'

type OrganisationHandlers = Pick<Handlers, 'organisation.settings' | 'organisation.change'>

export interface OrganisationNeeds {
  readonly organisation: OrganisationStore
  readonly system: Pick<System, 'now'>
}

export function organisationHandlers({ organisation, system }: OrganisationNeeds): OrganisationHandlers {
  const view = () => ({ ...organisation.settings(), name: organisation.name() ?? '' })
  return {
    'organisation.settings': view,
    'organisation.change': (change, { person }) => {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      organisation.change(given, system.now().toISOString(), person.id)
      return view()
    },
  }
}
