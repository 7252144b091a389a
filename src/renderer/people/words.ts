import { textHook } from '../i18n'
import { peopleEn } from '../i18n/people.en'
import { peopleFr } from '../i18n/people.fr'

export const usePeopleText = textHook<keyof typeof peopleEn>({ en: peopleEn, fr: peopleFr })
