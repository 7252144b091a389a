import { textHook } from '../i18n'
import { resultsEn, type ResultsKey } from '../i18n/results.en'
import { resultsFr } from '../i18n/results.fr'

export const useResultsText = textHook<ResultsKey>({ en: resultsEn, fr: resultsFr })
