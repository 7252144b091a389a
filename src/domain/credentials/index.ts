/**
 * The large modules (`badge`, `integrity`, `pdf`, `verify`) are not exported here; they are imported when they are
 * first needed.
 */
export * from './certificate'
export * from './validity'
export {
  issuerProfileSchema,
  isEmailAddress,
  LARGEST_LOGO,
  LARGEST_LOGO_SIDE,
  NO_PROFILE,
  pictureFacts,
  type IssuerProfile,
  type IssuerProfileForm,
} from './issuer-profile'
export { unprintable, unprintableParts, type Unprintable } from './printable'
export { didKeyOf, publicKeyOf } from './did-key'
export { signRevocations } from './revocations'
export { claimsOf, looksLikeToken, signToken, type CertificateSigner, type TokenClaims } from './token'
export { freeStatusPlace } from './status-place'
export * from './verdict'
