import { useState } from 'react'
import type { AppState } from '../../bridge'
import { useText } from '../i18n'
import { Button, Notice } from '../ui'

/** What went wrong on start, in words; each stays until it is put away. */
export function StateNotices({
  notices,
  hidden,
}: {
  readonly notices: AppState['notices']
  /** During a contact; what was put away before stays away after it. */
  readonly hidden: boolean
}) {
  const t = useText()
  const [read, setRead] = useState<readonly string[]>([])
  const keyOf = (notice: AppState['notices'][number]) => `${notice.code} ${notice.detail}`
  const open = notices.filter((notice) => !read.includes(keyOf(notice)))
  if (hidden || open.length === 0) return null
  return (
    <section className="state-notices" aria-label={t('app.notices')}>
      {open.map((notice) => (
        <Notice
          key={keyOf(notice)}
          kind="attention"
          actions={
            <Button onPress={() => setRead((keys) => [...keys, keyOf(notice)])}>{t('app.dismiss')}</Button>
          }
        >
          {t(`state.${notice.code}`, { detail: notice.detail })}
        </Notice>
      ))}
    </section>
  )
}
