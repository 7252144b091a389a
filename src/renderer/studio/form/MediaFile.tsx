import { useState } from 'react'
import { mediaKindOf } from '../../../domain/scenario/media'
import { codeOf } from '../../api'
import { useErrorText } from '../../i18n'
import { Button, Live, Notice, Select } from '../../ui'
import { put } from '../acts'
import { at, type Path } from '../outline'
import { useStudioText } from '../words'
import { useForm } from './context'
import { Hint, ReadOnly, Wrong } from './Plain'
import { useNames } from './use-names'

/** Chooses one of the pictures or sounds beside the document, or adds a new one. */
export function MediaFile({ path, value }: { readonly path: Path; readonly value: unknown }) {
  const t = useStudioText()
  const errorText = useErrorText()
  const { label } = useNames('file')
  const { document, edit, readOnly, media } = useForm()
  const [problem, setProblem] = useState<string>()
  const kept = typeof value === 'string' ? value : ''
  const set = (file: string) =>
    edit({ code: 'text', params: { field: label } }, (next) => {
      put(next, path, file)
      // The fingerprint belonged to the earlier file.
      const pinned = [...path.slice(0, -1), 'sha256']
      if (at(next, pinned) !== undefined) put(next, pinned, undefined)
    })
  const choose = async () => {
    setProblem(undefined)
    try {
      set((await media.choose()).file)
    } catch (error) {
      const code = codeOf(error)
      if (code !== 'cancelled') setProblem(errorText(code))
    }
  }
  const known = media.files.map(({ file }) => file)
  const unknown = known.includes(kept)
    ? []
    : [{ id: kept, text: kept === '' || kept === '…' ? t('form.choose') : t('media.gone', { file: kept }) }]
  const file = at(document, path)
  const address = typeof file === 'string' ? media.address({ file, sha256: '' }) : ''
  const kind = typeof file === 'string' ? mediaKindOf(file)?.kind : undefined
  return (
    <div className="studio-field studio-media">
      {readOnly ? (
        <ReadOnly label={label} value={kept} />
      ) : (
        <div className="row studio-media-row">
          <Select
            label={label}
            value={kept}
            options={[...unknown, ...known.map((id) => ({ id, text: id }))]}
            onChange={set}
          />
          <Button onPress={() => void choose()}>{t('media.add')}</Button>
        </div>
      )}
      <Hint help={t('media.hint')} />
      <Live>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
      {address !== '' && kind === 'picture' && <img className="studio-picture" src={address} alt="" />}
      {address !== '' && kind === 'sound' && (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- its words are the field below
        <audio className="studio-sound" controls src={address} aria-label={kept} />
      )}
      <Wrong path={path} />
    </div>
  )
}
