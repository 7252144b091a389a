import type { OrganisationStore } from '../people/organisation'
import type { Surroundings } from '../surroundings'
import type { Handlers } from './answer'

type OrganisationHandlers = Pick<Handlers, 'organisation.settings' | 'organisation.change'>

export interface OrganisationNeeds {
  readonly organisation: OrganisationStore
  readonly around: Pick<Surroundings, 'now'>
}

export function organisationHandlers({ organisation, around }: OrganisationNeeds): OrganisationHandlers {
  const view = () => ({ ...organisation.settings(), name: organisation.name() ?? '' })
  return {
    'organisation.settings': view,
    'organisation.change': (change, { person }) => {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      organisation.change(given, around.now().toISOString(), person.id)
      return view()
    },
  }
}
