import { textHook } from '../i18n'

export const useRecordsText = textHook('records')
export type RecordsText = ReturnType<typeof useRecordsText>
