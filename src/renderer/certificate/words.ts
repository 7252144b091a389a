import { certificatesEn } from '../i18n/certificates.en'
import { certificatesFr } from '../i18n/certificates.fr'
import { textHook } from '../i18n'

export type CertificatesKey = keyof typeof certificatesEn
export const useCertificatesText = textHook<CertificatesKey>({ en: certificatesEn, fr: certificatesFr })
