import { organisationSettingsSchema } from '../../domain/records'
import { channel, name, nothing, organisationName, RECORD_KEEPERS } from './shared'

const organisation = organisationSettingsSchema.extend({ name })

export const organisationChannels = {
  'organisation.settings': channel(nothing, organisation, RECORD_KEEPERS),
  /** Changes the given settings and leaves the others. */
  'organisation.change': channel(
    organisation.omit({ installation: true }).extend({ name: organisationName }).partial(),
    organisation,
    ['administrator'],
  ),
} as const
