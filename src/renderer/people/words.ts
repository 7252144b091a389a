import { peopleEn } from '../i18n/people.en'
import { peopleFr } from '../i18n/people.fr'
import { textHook } from '../i18n'

export const usePeopleText = textHook({ en: peopleEn, fr: peopleFr })
