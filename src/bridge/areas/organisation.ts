import { organisationSettingsSchema } from '../../domain/records'
import { channel, name, nothing, RECORD_KEEPERS } from './shared'

const organisation = organisationSettingsSchema.extend({ name })

export const organisationChannels = {
  'organisation.settings': channel(nothing, organisation, RECORD_KEEPERS),
  /** What is left out stays as it is. */
  'organisation.change': channel(organisation.omit({ installation: true }).partial(), organisation, [
    'administrator',
  ]),
} as const
