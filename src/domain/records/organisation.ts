import type { z } from 'zod'
import type { organisationSettingsSchema } from './organisation-schema'

export type OrganisationSettings = z.output<typeof organisationSettingsSchema>

export const DEFAULT_ORGANISATION_SETTINGS: OrganisationSettings = {
  pin: 'none',
  autoLockMinutes: 15,
  selfJoin: true,
  privacy: 'named',
  smallestGroup: 10,
  retentionMonths: null,
  installation: 'alone',
}
