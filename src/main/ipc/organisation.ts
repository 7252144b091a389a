import type { Services } from '../services'
import type { Handlers } from './answer'

type OrganisationHandlers = Pick<Handlers, 'organisation.settings' | 'organisation.change'>

export function organisationHandlers({ organisation, around }: Services): OrganisationHandlers {
  const view = () => ({ ...organisation.settings(), name: organisation.name() ?? '' })
  return {
    'organisation.settings': view,
    'organisation.change': (change, { person }) => {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      organisation.change(given, around.now().toISOString(), person!.id)
      return view()
    },
  }
}
