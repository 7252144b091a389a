import { lazy, type ComponentType } from 'react'
import type { Role } from '../../bridge'
import { RECORD_KEEPERS } from '../../domain/records/roles'
import { useCertificatesText } from '../certificate/words'
import { useExchangeText } from '../exchange/words'
import { useText } from '../i18n'
import { useSignInText } from '../start/words'
import { useRestoreText } from '../start/restore-words'
import { useStoreText } from '../record-store/words'
import { useStudioText } from '../studio/words'
import { usePersonText } from '../records/person/use-person-text'

interface Section {
  readonly id: string
  readonly Body: ComponentType
  /** The roles that see the section in the list; all roles if missing. Main checks each call anyway. */
  readonly roles?: readonly Role[]
}

/** The sections of Settings in their order, each in a file of its own. */
const LISTED = [
  { id: 'look', Body: lazy(() => import('./Look')) },
  {
    id: 'own-secret',
    Body: lazy(() => import('./OwnSecret')),
  },
  {
    id: 'organisation',
    Body: lazy(() => import('./Organisation')),
    roles: ['administrator'],
  },
  {
    id: 'recovery',
    Body: lazy(() => import('./Recovery')),
    roles: ['administrator'],
  },
  {
    id: 'issuer',
    Body: lazy(() => import('./Issuer')),
    roles: RECORD_KEEPERS,
  },
  {
    id: 'record-store',
    Body: lazy(() => import('../record-store/RecordStore')),
    roles: ['administrator'],
  },
  {
    id: 'exchange',
    Body: lazy(() => import('../exchange/Exchange')),
    roles: RECORD_KEEPERS,
  },
  {
    id: 'studio',
    Body: lazy(() => import('../studio/StudioSettings')),
    roles: ['administrator'],
  },
  {
    id: 'retention',
    Body: lazy(() => import('./Retention')),
    roles: ['administrator'],
  },
  {
    id: 'restore',
    Body: lazy(() => import('./Restore')),
    roles: ['administrator'],
  },
  { id: 'data', Body: lazy(() => import('./Data')) },
  { id: 'about', Body: lazy(() => import('./About')) },
] as const satisfies readonly Section[]

export type SectionId = (typeof LISTED)[number]['id']
export const SECTIONS: readonly (Section & { readonly id: SectionId })[] = LISTED

/**
 * Returns the name of each section, with the texts of its area. They are read outside the list of tabs: a list whose
 * parts wait for texts one by one is built again with each of them, which React stops on a slow computer.
 */
export function useSectionTitles(): Readonly<Record<SectionId, string>> {
  const app = useText()
  const signIn = useSignInText()
  const certificates = useCertificatesText()
  const store = useStoreText()
  const exchange = useExchangeText()
  const studio = useStudioText()
  const person = usePersonText()
  const restore = useRestoreText()
  return {
    look: app('settings.look'),
    'own-secret': signIn('own.title'),
    organisation: app('settings.organisation'),
    recovery: signIn('recovery.title'),
    issuer: certificates('issuer.title'),
    'record-store': store('title'),
    exchange: exchange('title'),
    studio: studio('title'),
    retention: person('retention.title'),
    restore: restore('title'),
    data: app('settings.data'),
    about: app('settings.about'),
  }
}
