import { mediaKindOf } from '../../../domain/scenario/media'
import { Button, Live, Notice, Select } from '../../ui'
import type { Path } from '../outline'
import { RecordLine } from '../recording/RecordLine'
import { useMediaText } from '../words'
import { useForm } from './context'
import { MediaPreview } from './MediaPreview'
import { Hint, ReadOnly, Wrong } from './Plain'
import { useLineMedia } from './use-media'
import { useNames } from './use-names'

/** Lets an author choose one of the pictures and sounds beside the document, or add one. */
export function MediaFile({ path, value }: { readonly path: Path; readonly value: unknown }) {
  const t = useMediaText()
  const { label } = useNames('file')
  const { readOnly, media } = useForm()
  const line = path.slice(0, -2)
  const { set, take, problem, working } = useLineMedia(line)
  const kept = typeof value === 'string' ? value : ''
  const known = media.files.map(({ file }) => file)
  const empty = kept === '' || kept === '…'
  const unknown = known.includes(kept)
    ? []
    : [{ id: kept, text: empty ? t('choose') : t('gone', { file: kept }) }]
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
            onChange={(file) => set(file)}
          />
          <Button isDisabled={working} onPress={() => void take(media.choose)}>
            {t('add')}
          </Button>
          <RecordLine line={line} />
        </div>
      )}
      {!readOnly && <Hint help={t('hint')} />}
      <Live>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
      {!empty && mediaKindOf(kept) && <MediaPreview file={kept} />}
      <Wrong path={path} />
    </div>
  )
}
