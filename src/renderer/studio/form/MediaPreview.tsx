import { mediaKindOf } from '../../../domain/scenario/media'
import { useForm } from './context'

/** Shows a picture beside the document, or plays a sound. */
export function MediaPreview({ file }: { readonly file: string }) {
  const { media } = useForm()
  const address = media.address({ file, sha256: '' })
  if (address === '') return null
  if (mediaKindOf(file)?.kind === 'picture') return <img className="studio-picture" src={address} alt="" />
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- its words stand in the form of the line
    <audio
      className="studio-sound"
      controls
      controlsList="nodownload noplaybackrate"
      src={address}
      aria-label={file}
    />
  )
}
