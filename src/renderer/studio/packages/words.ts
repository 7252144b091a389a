import { textHook } from '../../i18n'

export const usePackageText = textHook('studio-packages')

/** As megabytes with one place, and never none. */
export const megabytes = (bytes: number): number => Math.max(0.1, Math.round(bytes / 100_000) / 10)
