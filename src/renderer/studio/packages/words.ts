import { textHook } from '../../i18n'

export const usePackageText = textHook('studio-packages')

/** Converts bytes to megabytes with one decimal, at least 0.1. */
export const megabytes = (bytes: number): number => Math.max(0.1, Math.round(bytes / 100_000) / 10)
