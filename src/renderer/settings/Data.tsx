import { useSession } from '../session/session'
import { useText } from '../i18n'
import { SaveFile } from '../records/person/SaveFile'
import { usePersonText } from '../records/person/use-person-text'

export default function Data() {
  const t = useText()
  const own = usePersonText()
  const person = useSession((session) => session.person)
  return (
    <>
      <p>{t('settings.data.where')}</p>
      <p>{t('settings.data.who')}</p>
      {person && (
        <>
          <p>{own('own.text')}</p>
          <SaveFile person={person.id} label={own('own.save')} />
        </>
      )}
    </>
  )
}
