import { useAppState } from '../app/app-state'
import { useText } from '../i18n'
import { SaveFile } from '../records/person/SaveFile'
import { usePersonText } from '../records/person/use-person-text'

export default function Data() {
  const t = useText()
  const own = usePersonText()
  const { state } = useAppState()
  return (
    <>
      <p>{t('settings.data.where')}</p>
      <p>{t('settings.data.who')}</p>
      {state.person && (
        <>
          <p>{own('own.text')}</p>
          <SaveFile person={state.person.id} label={own('own.save')} />
        </>
      )}
    </>
  )
}
