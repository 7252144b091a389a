import type { Response } from '../../bridge'
import { useLocalized } from '../i18n'
import { Notice } from '../ui'
import { useCertificatesText } from './words'

/**
 * Lists certificates that wait because no font here can print all of their characters, with the reason and a remedy.
 */
export function UnprintableNotice({
  unprintable: { count, first },
}: {
  readonly unprintable: Response<'certificates.list'>['unprintable']
}) {
  const c = useCertificatesText()
  const localized = useLocalized()
  const lines = first.flatMap(({ person, courseTitle, parts }) =>
    parts.map(({ part, characters }) => ({
      part,
      text: c(`unprintable.${part}`, {
        name: person?.name ?? '',
        number: person?.number ?? '',
        course: localized(courseTitle),
        // The code point is shown, too, because the character itself may appear as an empty box.
        characters: characters.map((letters) => `${letters} (${codePoints(letters)})`).join(', '),
      }),
    })),
  )
  const more = first.every(({ person }) => person) ? count - first.length : 0
  return (
    <Notice kind="attention">
      <b>{c('unprintable.title', { count })}</b>
      <ul className="unprintable">
        {[...new Set(lines.map(({ text }) => text))].map((text) => (
          <li key={text}>{text}</li>
        ))}
        {more > 0 && <li>{c('unprintable.more', { count: more })}</li>}
      </ul>
      {lines.some(({ part }) => part === 'name') && <p>{c('unprintable.what-to-do.name')}</p>}
      {lines.some(({ part }) => part !== 'name') && <p>{c('unprintable.what-to-do.other')}</p>}
    </Notice>
  )
}

const codePoints = (letters: string) =>
  [...letters]
    .map((letter) => `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ')
