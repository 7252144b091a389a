import { TRAINEE_SPEAKS, type DocumentText } from '../../../domain/authoring/document-texts'
import { NARRATOR } from '../../../domain/scenario/vocabulary'
import { textHook } from '../../i18n'
import { membersOf } from '../../../domain/scenario/members'
import { SECTIONS, at } from '../outline'
import { useFieldText, useStudioText, useWords } from '../words'

export const useTranslationText = textHook('translations')

/** Returns the part of a document that contains a text: the path of a scene, or the first key of its path. */
export const partOf = ({ scene, path }: DocumentText): string =>
  scene !== undefined ? `scene ${scene}` : path.length === 1 ? 'about' : String(path[0])

/** Returns functions that say where a text stands and who says it, in the page's language. */
export function usePlaces(document: unknown) {
  const t = useTranslationText()
  const studio = useStudioText()
  const field = useFieldText()
  const words = useWords()
  const read = (key: string): string | undefined =>
    field.has(key) ? (field as unknown as (key: string) => string)(key) : undefined

  const partName = (text: DocumentText): string => {
    if (text.scene === '') return t('place.everywhere')
    if (text.scene !== undefined) {
      const keys = text.scene.split('.').flatMap((key) => ['states', key])
      return words(at(document, ['machine', ...keys, 'meta', 'title'])) || text.scene
    }
    if (text.path.length === 1) return t('place.about')
    const first = String(text.path[0])
    const section = SECTIONS.find((name) => name === first)
    return section ? studio(`section.${section}`) : (read(`label.${first}`) ?? first)
  }
  const fieldName = ({ name }: DocumentText): string => read(`label.${name}`) ?? name
  const speakerName = ({ speaker }: DocumentText): string | undefined => {
    if (speaker === undefined) return undefined
    if (speaker === TRAINEE_SPEAKS) return t('speaker.trainee')
    if (speaker === NARRATOR) return t('speaker.narrator')
    const member = membersOf(membersOf(membersOf(document)['cast'])[speaker])
    return words(member['name']) || speaker
  }
  return {
    partName,
    fieldName,
    speakerName,
    /** Names the place in one line, for people who translate elsewhere. */
    placeOf: (text: DocumentText): string =>
      [partName(text), fieldName(text), speakerName(text)].filter((part) => part !== undefined).join(' · '),
  }
}
