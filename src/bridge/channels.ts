/**
 * Every call from the renderer to main: its request, its response, and the roles that may make it, with a file for each
 * area. Only main loads these schemas, area by area; everything else uses only types and names.
 */
import type { z } from 'zod'
import { appChannels } from './areas/app'
import { attentionChannels } from './areas/attention'
import { auditChannels } from './areas/audit'
import { certificateChannels, type certificate, type certificateRow } from './areas/certificate'
import { exportChannels } from './areas/export'
import { exchangeChannels } from './areas/exchange'
import { learnChannels } from './areas/learn'
import { organisationChannels } from './areas/organisation'
import { peopleChannels } from './areas/people'
import { personChannels } from './areas/person'
import { completionChannels, type recordsView } from './areas/completion'
import { recordStoreChannels } from './areas/record-store'
import { resultsChannels } from './areas/results'
import { restoreChannels } from './areas/restore'
import { sessionChannels } from './areas/session'
import { studioChannels } from './areas/studio'
import { studioMediaChannels } from './areas/studio-media'
import { studioPackageChannels } from './areas/studio-packages'
import { studioReviewChannels } from './areas/studio-review'
import type { THEMES } from './areas/shared'

export { EVERYONE, type SessionBlock, type Role } from './areas/shared'

export const channels = {
  ...appChannels,
  ...attentionChannels,
  ...auditChannels,
  ...exchangeChannels,
  ...learnChannels,
  ...completionChannels,
  ...certificateChannels,
  ...exportChannels,
  ...organisationChannels,
  ...peopleChannels,
  ...personChannels,
  ...resultsChannels,
  ...recordStoreChannels,
  ...restoreChannels,
  ...sessionChannels,
  ...studioChannels,
  ...studioMediaChannels,
  ...studioPackageChannels,
  ...studioReviewChannels,
} as const

export type Channels = typeof channels
export type ChannelName = keyof Channels
export type Request<C extends ChannelName> = z.input<Channels[C]['request']>
export type Response<C extends ChannelName> = z.output<Channels[C]['response']>
export type { InterfaceLocale } from './locales'
export type Theme = (typeof THEMES)[number]
export type AppState = Response<'app.state'>
export type Organisation = Response<'organisation.settings'>
export type PersonRow = Response<'people.one'>['person']
export type ListedPerson = Response<'people.list'>['rows'][number]
export type RosterPreview = Response<'roster.preview'>
export type OpenedRoster = Response<'roster.open'>
export type AssignmentRule = Response<'assignment.rules'>[number]
export type CourseState = Response<'learn.courses'>[number]
export type ModuleState = CourseState['modules'][number]
export type CertificateView = z.output<typeof certificate>
export type CertificateRow = z.output<typeof certificateRow>
export type CertificatePage = Response<'certificate.open'>
export type CertificateJob = Response<'certificates.job'>
export type IssuerProfileView = Response<'issuer.profile'>
export type FindingView = VerdictView['also'][number]
export type VerdictView = Response<'certificates.verify'>
export type AttemptView = Response<'attempt.start'>
export type AttemptReplay = Response<'person.replay'>
export type RecordStoreState = Response<'recordStore.state'>
export type RefusedStatement = Response<'recordStore.refused'>[number]
export type ExportOrder = Request<'export.run'>
export type ExportWritten = Response<'export.run'>
export type GroupResultsView = Response<'records.results'>
export type PersonView = Response<'person.view'>
export type PersonRound = NonNullable<PersonView['standings'][number]['rounds']>[number]
export type CourseRule = Response<'records.rules'>[number]['rule']
export type Restorables = Response<'restore.list'>
export type AuditPage = Response<'audit.page'>
export type AuditState = Response<'audit.check'>
export type ExchangeState = Response<'exchange.state'>
export type ChosenFile = Response<'exchange.chooseFile'>
export type StandingView = Response<'records.standings'>['rows'][number]
export type StandingFiguresView = Response<'records.figures'>
export type AttemptListRow = Response<'records.attempts'>['rows'][number]
export type RecordChoices = Response<'records.choices'>
export type TeamAttention = Response<'attention.teams'>[number]
export type PersonAttention = Response<'attention.people'>['rows'][number]
export type SavedView = Response<'views.list'>[number]
export type StudioLibrary = Response<'studio.list'>
export type StudioRow = StudioLibrary['documents'][number]
export type StudioOpened = Response<'studio.open'>
export type StudioAppended = Response<'studio.append'>
export type StudioSaved = Response<'studio.checkpoint'>
export type StudioHistory = Response<'studio.history'>
export type StudioPublished = Response<'studio.publish'>
export type StudioVersion = Response<'studio.versions'>[number]
export type StudioSettings = Response<'studio.settings'>
export type StudioNamedBy = Response<'studio.namedBy'>[number]
export type StudioRemoved = Response<'studio.removed'>[number]
export type StudioLookedAt = Response<'studio.lookAtFile'>
export type StudioImported = Response<'studio.importFile'>
export type StudioOffer = Extract<Response<'studio.importFile'>, { outcome: 'offered' }>
export type StudioImportedFrom = Response<'studio.importedFrom'>
export type StudioPlan = Response<'studio.plan'>
export type StudioSavedPlan = Response<'studio.savePlan'>
export type StudioPackSaved = Response<'studio.savePack'>
export type StudioComments = Response<'studio.comments'>
export type StudioReviewsImported = Response<'studio.importReviews'>
export type StudioProof = NonNullable<Response<'studio.prove'>>
export type StudioMedia = Response<'studio.media'>[number]
export type RecordsView = z.output<typeof recordsView>
