export { actorOf, idOf, organisationHomePage, uuidOf, type Naming } from './naming'
export { xapiProfile } from './profile'
export {
  attemptStatements,
  certificateStatements,
  isoDuration,
  isVoiding,
  roundStatement,
  roundStatementIds,
  voidingId,
  voidingStatement,
  type RoundStatementId,
} from './statements'
export { PROFILE, PROFILE_VERSION, VERBS, XAPI_BASE } from './vocabulary'
export type {
  AttemptRecord,
  CertificateRecord,
  Learner,
  RoundRecord,
  Statement,
  VoidingStatement,
} from './types'
