import { textHook } from '../i18n'

export const useCertificatesText = textHook('certificates')
/** Texts that stand in the signed certificate itself. */
export const useCredentialText = textHook('credential')
export type CertificatesKey = Parameters<ReturnType<typeof useCertificatesText>>[0]
