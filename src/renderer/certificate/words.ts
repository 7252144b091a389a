import { textHook } from '../i18n'

export const useCertificatesText = textHook('certificates')
export type CertificatesKey = Parameters<ReturnType<typeof useCertificatesText>>[0]
