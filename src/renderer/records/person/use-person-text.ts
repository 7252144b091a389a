import { textHook } from '../../i18n'
import { personEn, type PersonKey } from '../../i18n/person.en'
import { personFr } from '../../i18n/person.fr'

export const usePersonText = textHook<PersonKey>({ en: personEn, fr: personFr })
