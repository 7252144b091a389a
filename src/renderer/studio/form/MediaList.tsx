import { useState } from 'react'
import { mediaKindOf, mediaNamesIn } from '../../../domain/scenario/media'
import { codeOf } from '../../api'
import { useErrorText } from '../../i18n'
import { Button, Dialog, Live, Notice } from '../../ui'
import { megabytes } from '../packages/words'
import { useMediaText } from '../words'
import { useForm } from './context'
import { MediaPreview } from './MediaPreview'

/** All pictures and sounds beside the document: what each is, how often it is used, and a way to be rid of it. */
export function MediaList() {
  const t = useMediaText()
  const errorText = useErrorText()
  const { document, media, readOnly } = useForm()
  const [problem, setProblem] = useState<string>()
  const [asked, setAsked] = useState<string>()
  if (readOnly) return null
  const used = mediaNamesIn(document)
  const doing = async (what: () => Promise<unknown>) => {
    setProblem(undefined)
    try {
      await what()
    } catch (error) {
      const code = codeOf(error)
      if (code !== 'cancelled') setProblem(errorText(code))
    }
  }
  return (
    <fieldset className="studio-part">
      <legend>{t('list')}</legend>
      <p className="field-hint">{t('list.text')}</p>
      <Live>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
      {media.files.length === 0 && <p className="muted">{t('list.none')}</p>}
      <ul className="studio-media-list">
        {media.files
          .toSorted((a, b) => a.file.localeCompare(b.file))
          .map(({ file, size }) => (
            <li key={file}>
              <MediaPreview file={file} />
              <div className="studio-media-facts">
                <span className="mono">{file}</span>
                <span className="muted dense">
                  {t('list.facts', {
                    kind: mediaKindOf(file)?.kind ?? 'sound',
                    size: megabytes(size),
                    n: used.get(file) ?? 0,
                  })}
                </span>
              </div>
              {!used.has(file) && (
                <Button kind="link" aria-label={t('delete.what', { file })} onPress={() => setAsked(file)}>
                  {t('delete')}
                </Button>
              )}
            </li>
          ))}
      </ul>
      <div className="row">
        <Button onPress={() => void doing(media.choose)}>{t('add')}</Button>
      </div>
      {asked !== undefined && (
        <Dialog
          role="alertdialog"
          title={t('delete.title', { file: asked })}
          onClose={() => setAsked(undefined)}
          actions={
            <>
              <Button onPress={() => setAsked(undefined)}>{t('cancel')}</Button>
              <Button
                kind="primary"
                onPress={() => {
                  void doing(() => media.remove(asked))
                  setAsked(undefined)
                }}
              >
                {t('delete.go')}
              </Button>
            </>
          }
        >
          <p>{t('delete.text')}</p>
        </Dialog>
      )}
    </fieldset>
  )
}
