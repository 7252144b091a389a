export {
  certificateId,
  plainToken,
  validUntil,
  type Certificate,
  type CertificateSigner,
} from './certificate'
export { didKeyOf, publicKeyOf } from './did-key'
