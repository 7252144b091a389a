import type { z } from 'zod'
import type { organisationSettingsSchema } from './organisation-schema'

export type OrganisationSettings = z.output<typeof organisationSettingsSchema>

/**
 * Returns the settings with a PIN required if results are kept from HR. Otherwise HR could sign in as anybody, since it
 * knows all employee numbers.
 */
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
