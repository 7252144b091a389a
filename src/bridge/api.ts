import type { ChannelName, Request, Response } from './channels'
import type { EventName, EventPayload } from './events'
import type { Result } from './result'

type Call<C extends ChannelName> =
  undefined extends Request<C>
    ? () => Promise<Result<Response<C>>>
    : (request: Request<C>) => Promise<Result<Response<C>>>

/** The names of areas and methods, as preload exposes them. `area.method` is the channel's name. */
export const API = {
  app: ['state', 'preferences', 'menu', 'leaveFile', 'clockIsRight'],
  session: [
    'setUp',
    'signIn',
    'join',
    'recover',
    'signOut',
    'lock',
    'unlock',
    'changeSecret',
    'confirmEarlier',
    'activity',
  ],
  recovery: ['state', 'renew'],
  people: ['list', 'groups', 'one', 'add', 'change', 'resetSecret'],
  assignment: ['courses', 'who', 'assign', 'withdraw', 'rules', 'endRule'],
  roster: ['open', 'read', 'preview', 'apply', 'saveFaults'],
  learn: ['courses'],
  attempt: ['start', 'resume', 'restart', 'leave', 'commit', 'pause'],
  records: ['standings', 'figures', 'completed', 'attempts', 'countAttempts', 'choices', 'results', 'rules'],
  attention: ['teams', 'people', 'saveCalendar', 'copy'],
  export: ['describe', 'run', 'cancel'],
  views: ['list', 'save', 'rename', 'delete'],
  certificate: ['open', 'savePdf', 'saveBadge', 'saveCredential'],
  certificates: [
    'list',
    'issue',
    'savePdfs',
    'job',
    'cancel',
    'reissue',
    'revoke',
    'exportRevocations',
    'saveStatusList',
    'chooseList',
    'verifyFile',
    'verify',
  ],
  issuer: ['state', 'copy', 'backUp', 'restore', 'profile', 'changeProfile', 'chooseLogo', 'removeLogo'],
  organisation: ['settings', 'change'],
  recordStore: [
    'state',
    'try',
    'connect',
    'sendEarlier',
    'sendNow',
    'pause',
    'disconnect',
    'refused',
    'retry',
    'drop',
    'exportRefused',
  ],
  person: ['view', 'replay', 'saveFile', 'erase'],
  restore: ['list', 'choose', 'run'],
  rescue: ['list', 'choose', 'run', 'beginAnew', 'lookAgain'],
  audit: ['page', 'check', 'checkRecords', 'save'],
  exchange: [
    'state',
    'makeFile',
    'chooseFile',
    'enrol',
    'chooseFolder',
    'look',
    'takeFiles',
    'accept',
    'refuse',
    'revoke',
    'clashes',
    'settle',
    'sendAgain',
  ],
  studio: [
    'list',
    'create',
    'createTwin',
    'duplicate',
    'namedBy',
    'rename',
    'remove',
    'removed',
    'bringBack',
    'importFile',
    'importAs',
    'importedFrom',
    'forgetImport',
    'readFile',
    'exportPlan',
    'exportFile',
    'open',
    'editing',
    'close',
    'append',
    'checkpoint',
    'plan',
    'savePlan',
    'prove',
    'stopProof',
    'savePlaces',
    'history',
    'publish',
    'publisher',
    'versions',
    'version',
    'media',
    'addMedia',
    'putMedia',
    'microphone',
    'removeMedia',
    'settings',
    'changeSettings',
    'chooseFolder',
    'ownFolder',
    'lookAtFile',
    'exportPackage',
    'takePackage',
    'leavePackage',
    'savePack',
    'comments',
    'comment',
    'importReviews',
    'translations',
    'saveTranslations',
    'exportTexts',
    'importTexts',
  ],
} as const

type Area = keyof typeof API
type Name<A extends Area, M extends string> = `${A}.${M}` & ChannelName

type Calls = {
  readonly [A in Area]: { readonly [M in (typeof API)[A][number]]: Call<Name<A, M>> }
}

/** `window.api` of the renderer. */
export interface Api extends Calls {
  /** @returns ends the listening */
  readonly on: <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) => () => void
}
