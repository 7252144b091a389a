import { lazy, type ComponentType } from 'react'
import type { Role } from '../../bridge'
import { RECORD_KEEPERS } from '../../domain/records/roles'
import { useCertificatesText } from '../certificate/words'
import { useExchangeText } from '../exchange/words'
import { useText, type TextKey } from '../i18n'
import { useSignInText } from '../start/words'
import { useRestoreText } from '../start/restore-words'
import { useStoreText } from '../record-store/words'
import { useStudioText } from '../studio/words'
import { usePersonText } from '../records/person/use-person-text'

export interface SettingsSection {
  readonly id: string
  /** Shows the section's name in the list and above the section, with the texts of its area. */
  readonly Title: ComponentType
  readonly Body: ComponentType
  /** The roles that see the section in the list; all roles if missing. Main checks each call anyway. */
  readonly roles?: readonly Role[]
}

const titled = (key: TextKey) =>
  function Title() {
    return useText()(key)
  }

/** The sections of Settings in their order, each in a file of its own. */
export const SECTIONS: readonly SettingsSection[] = [
  { id: 'look', Title: titled('settings.look'), Body: lazy(() => import('./Look')) },
  {
    id: 'own-secret',
    Title: function OwnSecretTitle() {
      return useSignInText()('own.title')
    },
    Body: lazy(() => import('./OwnSecret')),
  },
  {
    id: 'organisation',
    Title: titled('settings.organisation'),
    Body: lazy(() => import('./Organisation')),
    roles: ['administrator'],
  },
  {
    id: 'recovery',
    Title: function RecoveryTitle() {
      return useSignInText()('recovery.title')
    },
    Body: lazy(() => import('./Recovery')),
    roles: ['administrator'],
  },
  {
    id: 'issuer',
    Title: function IssuerTitle() {
      return useCertificatesText()('issuer.title')
    },
    Body: lazy(() => import('./Issuer')),
    roles: RECORD_KEEPERS,
  },
  {
    id: 'record-store',
    Title: function RecordStoreTitle() {
      return useStoreText()('title')
    },
    Body: lazy(() => import('../record-store/RecordStore')),
    roles: ['administrator'],
  },
  {
    id: 'exchange',
    Title: function ExchangeTitle() {
      return useExchangeText()('title')
    },
    Body: lazy(() => import('../exchange/Exchange')),
    roles: RECORD_KEEPERS,
  },
  {
    id: 'studio',
    Title: function StudioTitle() {
      return useStudioText()('title')
    },
    Body: lazy(() => import('../studio/StudioSettings')),
    roles: ['administrator'],
  },
  {
    id: 'retention',
    Title: function RetentionTitle() {
      return usePersonText()('retention.title')
    },
    Body: lazy(() => import('./Retention')),
    roles: ['administrator'],
  },
  {
    id: 'restore',
    Title: function RestoreTitle() {
      return useRestoreText()('title')
    },
    Body: lazy(() => import('./Restore')),
    roles: ['administrator'],
  },
  { id: 'data', Title: titled('settings.data'), Body: lazy(() => import('./Data')) },
  { id: 'about', Title: titled('settings.about'), Body: lazy(() => import('./About')) },
]
