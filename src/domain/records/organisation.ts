import type { z } from 'zod'
import type { organisationSettingsSchema } from './organisation-schema'

export type OrganisationSettings = z.output<typeof organisationSettingsSchema>

/** Where results are kept from HR, a number alone lets nobody in: it would let HR in as anybody. */
export const withPin = (settings: OrganisationSettings): OrganisationSettings =>
  settings.privacy === 'pseudonymous' ? { ...settings, pin: 'required' } : settings

export const DEFAULT_ORGANISATION_SETTINGS: OrganisationSettings = {
  pin: 'none',
  autoLockMinutes: 15,
  selfJoin: true,
  privacy: 'named',
  smallestGroup: 10,
  retentionMonths: null,
  installation: 'alone',
}
