import { useState, type DragEvent, type ReactNode } from 'react'
import { Live, Notice } from '../../ui'
import { at, type Path } from '../outline'
import { RecordLine } from '../recording/RecordLine'
import { useMediaText } from '../words'
import { useForm } from './context'
import { useLineMedia } from './use-media'

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files')

/** Around the fields of a line: a picture or a sound that is dropped on it goes with the line. */
export function MediaDrop({ path, children }: { readonly path: Path; readonly children: ReactNode }) {
  const t = useMediaText()
  const { document, media, readOnly } = useForm()
  const { take, problem } = useLineMedia(path)
  /** Elements that the file is over, one within another. */
  const [depth, setDepth] = useState(0)
  if (readOnly) return children
  const guard = (act: (event: DragEvent) => void) => (event: DragEvent) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    act(event)
  }
  return (
    <div
      className="studio-drop"
      data-over={depth > 0 || undefined}
      onDragEnter={guard(() => setDepth((now) => now + 1))}
      onDragLeave={guard(() => setDepth((now) => now - 1))}
      onDragOver={guard(({ dataTransfer }) => {
        dataTransfer.dropEffect = 'copy'
      })}
      onDrop={guard(({ dataTransfer }) => {
        setDepth(0)
        const [file] = dataTransfer.files
        if (file) void take(() => media.put(file))
      })}
    >
      {depth > 0 && <p className="studio-drop-hint">{t('drop.here')}</p>}
      <Live>{problem !== undefined && <Notice kind="attention">{problem}</Notice>}</Live>
      {children}
      {at(document, [...path, 'media']) === undefined && <RecordLine line={path} link />}
    </div>
  )
}
