import { organisationSettingsSchema } from '../../domain/records'
import { channel, name, nothing, organisationName, RECORD_KEEPERS } from './shared'

const organisation = organisationSettingsSchema.extend({ name })

export const organisationChannels = {
  'organisation.settings': channel(nothing, organisation, RECORD_KEEPERS),
  /** What is left out stays as it is. */
  'organisation.change': channel(
    organisation.omit({ installation: true }).extend({ name: organisationName }).partial(),
    organisation,
    ['administrator'],
  ),
} as const
