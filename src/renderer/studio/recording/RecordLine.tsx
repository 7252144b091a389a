import { lazy, Suspense, useState } from 'react'
import { isUnwritten } from '../../../domain/scenario/unwritten'
import { Button } from '../../ui'
import { membersOf } from '../../../domain/scenario/members'
import { at, type Path } from '../outline'
import { useForm } from '../form/context'
import { useLineMedia } from '../form/use-media'
import { useMediaText } from '../words'

const RecordLineDialog = lazy(() => import('./RecordLineDialog'))

/** Opens the dialog that records a line. */
export function RecordLine({ line, link = false }: { readonly line: Path; readonly link?: boolean }) {
  const t = useMediaText()
  const { document, media, languages } = useForm()
  const { take, problem } = useLineMedia(line)
  const [open, setOpen] = useState(false)
  const { id, text } = membersOf(at(document, line))
  const texts = Object.values(membersOf(text)).filter(
    (words): words is string => typeof words === 'string' && !isUnwritten(words),
  )
  return (
    <>
      <Button
        kind={link ? 'link' : 'quiet'}
        {...(link ? { className: 'studio-add' } : {})}
        onPress={() => setOpen(true)}
      >
        {t(link ? 'record.line' : 'record')}
      </Button>
      {open && (
        <Suspense>
          <RecordLineDialog
            line={typeof id === 'string' && id !== '' ? id : 'line'}
            texts={texts}
            languages={languages.length}
            problem={problem}
            onUse={(file) => take(() => media.put(file), true)}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
