import { recordsEn } from '../i18n/records.en'
import { recordsFr } from '../i18n/records.fr'
import { textHook, type Translate } from '../i18n'

export type RecordsText = Translate<keyof typeof recordsEn>
export const useRecordsText = textHook({ en: recordsEn, fr: recordsFr })
