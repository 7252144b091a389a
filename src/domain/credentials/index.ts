export {
  certificateId,
  plainToken,
  validUntil,
  type Certificate,
  type CertificateSigner,
} from './certificate'
