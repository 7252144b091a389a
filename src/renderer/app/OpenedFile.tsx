import { lazy, Suspense } from 'react'
import { AUTHORS } from '../../domain/records/roles'
import { unwrap } from '../api'
import { useText } from '../i18n'
import { applyState, useSession } from '../session/session'
import { Button, Live, Notice } from '../ui'

const OpenedPackage = lazy(() => import('../studio/packages/OpenedPackage'))

/** Offers the file that the system asked this program to open, or says who may look at it. */
export function OpenedFile({ hidden }: { /** During a contact; it waits. */ readonly hidden: boolean }) {
  const t = useText()
  const file = useSession((session) => session.waitingFile)
  const role = useSession((session) => session.person?.role)
  if (file === null || hidden) return null
  const leave = async () => applyState(await unwrap(window.api.app.leaveFile({ file })))
  if ((AUTHORS as readonly unknown[]).includes(role)) {
    return (
      <Suspense>
        <OpenedPackage key={file} onLeave={() => void leave()} />
      </Suspense>
    )
  }
  return (
    <section className="state-notices" aria-label={t('app.notices')}>
      <Live>
        <Notice kind="attention" actions={<Button onPress={() => void leave()}>{t('opened.leave')}</Button>}>
          {t(role === undefined ? 'opened.waits' : 'opened.not-yours', { file })}
        </Notice>
      </Live>
    </section>
  )
}
