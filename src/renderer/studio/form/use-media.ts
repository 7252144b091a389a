import { useState } from 'react'
import type { StudioMedia } from '../../../bridge'
import { isUnwritten } from '../../../domain/scenario/unwritten'
import { codeOf } from '../../api'
import { useErrorText } from '../../i18n'
import { put } from '../acts'
import { membersOf } from '../../../domain/scenario/members'
import { at, type Path } from '../outline'
import { useForm } from './context'
import { useNames } from './use-names'

/** Gives a line a picture or a sound. */
export function useLineMedia(line: Path) {
  const { document, edit, languages } = useForm()
  const { label } = useNames('media')
  const errorText = useErrorText()
  const [problem, setProblem] = useState<string>()
  const [working, setWorking] = useState(false)
  const path: Path = [...line, 'media']
  const has = at(document, path) !== undefined

  /** @param said whether the words of the line are what is heard; they stand in for the words of the file then */
  const set = (file: string, said = false) =>
    edit({ code: has ? 'text' : 'add', params: { field: label } }, (next) => {
      const before = membersOf(at(next, [...path, 'words']))
      const spoken = membersOf(at(next, [...line, 'text']))
      const wordsIn = (language: string): unknown => {
        const kept = before[language]
        if (typeof kept === 'string' && !isUnwritten(kept)) return kept
        return (said ? spoken[language] : undefined) ?? kept ?? '…'
      }
      const all = new Set([...languages, ...Object.keys(before)])
      put(next, path, {
        file,
        words: Object.fromEntries([...all].map((language) => [language, wordsIn(language)])),
      })
    })
  /** Puts a file beside the document, then gives it to the line. @returns whether both worked */
  const take = async (get: () => Promise<StudioMedia>, said = false): Promise<boolean> => {
    setProblem(undefined)
    setWorking(true)
    try {
      set((await get()).file, said)
      return true
    } catch (error) {
      const code = codeOf(error)
      if (code !== 'cancelled') setProblem(errorText(code))
      return false
    } finally {
      setWorking(false)
    }
  }
  return { set, take, problem, working }
}
