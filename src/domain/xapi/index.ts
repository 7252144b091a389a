export { actorOf, idOf, organisationHomePage, uuidOf, type Naming } from './naming'
export { xapiProfile } from './profile'
export {
  attemptStatements,
  certificateStatements,
  isoDuration,
  roundStatement,
  roundStatementIds,
} from './statements'
export { PROFILE, PROFILE_VERSION, XAPI_BASE } from './vocabulary'
export type { AttemptRecord, CertificateRecord, Learner, RoundRecord, Statement } from './types'
