import { FIRST } from './001-first'
import { PEOPLE_STANDINGS_AND_OUTBOX } from './002-people-standings-and-outbox'
import { STANDINGS_ANEW } from './003-standings-anew'
import { ERASURES } from './004-erasures'
import { SIGNATURES_AND_SEALS } from './005-signatures-and-seals'
import { SORTING } from './006-sorting'
import { OUTBOX_BY_PERSON } from './007-outbox-by-person'
import { ORDER_OF_STATUS } from './008-order-of-status'
import { LOCKS_AND_TRIES } from './009-locks-and-tries'
import { COPIES_WRITTEN_ONCE } from './010-copies-written-once'
import { PAGES_OF_ATTEMPTS } from './011-pages-of-attempts'
import { TAKEN_FILES } from './012-taken-files'
import { ISSUER_PROFILE } from './013-issuer-profile'
import { REVOKED_STANDINGS } from './014-revoked-standings'
import { EMAIL } from './015-email'
import { RELEASES } from './016-releases'
import { EARLIER_SECRETS } from './017-earlier-secrets'
import { SPENT_STATUS_PLACES } from './018-spent-status-places'
import { SEEDS } from './019-seeds'
import { REFUSED_ROUNDS } from './020-refused-rounds'
import { ROUNDS_ANEW } from './021-rounds-anew'
import { HUNDRED_OF_HUNDRED } from './022-hundred-of-hundred'

/** The migrations in order; new ones are only appended. `user_version` of a database is the number that it has had. */
export const MIGRATIONS: readonly string[] = [
  FIRST,
  PEOPLE_STANDINGS_AND_OUTBOX,
  STANDINGS_ANEW,
  ERASURES,
  SIGNATURES_AND_SEALS,
  SORTING,
  OUTBOX_BY_PERSON,
  ORDER_OF_STATUS,
  LOCKS_AND_TRIES,
  COPIES_WRITTEN_ONCE,
  PAGES_OF_ATTEMPTS,
  TAKEN_FILES,
  ISSUER_PROFILE,
  REVOKED_STANDINGS,
  EMAIL,
  RELEASES,
  EARLIER_SECRETS,
  SPENT_STATUS_PLACES,
  SEEDS,
  REFUSED_ROUNDS,
  ROUNDS_ANEW,
  HUNDRED_OF_HUNDRED,
]
