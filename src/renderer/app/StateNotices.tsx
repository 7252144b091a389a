import { useEffect, useState } from 'react'
import type { AppState } from '../../bridge'
import { codeOf, unwrap } from '../api'
import { useLocale, useText, useErrorText } from '../i18n'
import { dateAndTime, longWrittenDay } from '../i18n/dates'
import { Button, Notice } from '../ui'
import { applyState, useSession } from '../session/session'

type NoticeIssue = NonNullable<AppState['notices'][number]['issues']>[number]

/** Shows the problems of the start. Each notice stays until somebody dismisses it. */
export function StateNotices({
  notices,
  hidden,
}: {
  readonly notices: AppState['notices']
  /** True during a contact. Notices that were dismissed before stay dismissed. */
  readonly hidden: boolean
}) {
  const t = useText()
  const locale = useSession((session) => session.locale)
  const [read, setRead] = useState<readonly string[]>([])
  const keyOf = (notice: AppState['notices'][number]) => `${notice.code} ${notice.detail}`
  const open = notices.filter((notice) => !read.includes(keyOf(notice)))
  if (hidden || open.length === 0) return null
  return (
    <section className="state-notices" aria-label={t('app.notices')}>
      {open.map((notice) => {
        if (notice.code === 'clock-ahead' || notice.code === 'clock-behind')
          return <ClockNotice key={keyOf(notice)} code={notice.code} believed={notice.detail} />
        return (
          <Notice
            key={keyOf(notice)}
            kind="attention"
            list={notice.issues && <Issues issues={notice.issues} more={notice.moreIssues ?? 0} />}
            actions={
              <Button onPress={() => setRead((keys) => [...keys, keyOf(notice)])}>{t('app.dismiss')}</Button>
            }
          >
            {t(`state.${notice.code}`, {
              detail:
                notice.code === 'records-restored' ? longWrittenDay(notice.detail, locale) : notice.detail,
            })}
          </Notice>
        )
      })}
    </section>
  )
}

/** Lists the issues of a file, as `htl validate` does. Their texts are loaded when there is an issue. */
function Issues({ issues, more }: { readonly issues: readonly NoticeIssue[]; readonly more: number }) {
  const t = useText()
  const locale = useLocale()
  const [say, setSay] = useState<{ readonly issue: (issue: NoticeIssue) => string }>()
  useEffect(() => {
    let shown = true
    const read = async () => {
      const { loadIssueSayer } = await import('../../texts/sentences')
      const sayer = await loadIssueSayer(locale)
      if (shown) setSay({ issue: (issue) => sayer(issue as Parameters<typeof sayer>[0]) })
    }
    void read()
    return () => {
      shown = false
    }
  }, [locale])
  if (!say || issues.length === 0) return null
  return (
    <ul className="notice-list">
      {issues.map((issue, index) => (
        // The list of a notice never changes.
        <li key={index}>
          {issue.severity === 'warning'
            ? t('state.issue.warning', { sentence: say.issue(issue) })
            : say.issue(issue)}
        </li>
      ))}
      {more > 0 && <li>{t('state.issue.more', { more })}</li>}
    </ul>
  )
}

/**
 * Shows that the clock is odd. The notice stays until the clock is right or somebody says that it is; nothing old is
 * deleted before.
 */
function ClockNotice({
  code,
  believed,
}: {
  readonly code: 'clock-ahead' | 'clock-behind'
  readonly believed: string
}) {
  const t = useText()
  const errorText = useErrorText()
  const locale = useSession((session) => session.locale)
  const [problem, setProblem] = useState<string>()
  const [shown] = useState(() => new Date().toISOString())
  const confirm = async (why: 'was-unused' | 'was-wrong') => {
    try {
      await applyState(await unwrap(window.api.app.clockIsRight({ why })))
    } catch (error) {
      setProblem(errorText(codeOf(error)))
    }
  }
  return (
    <Notice
      kind="attention"
      actions={
        <>
          {code === 'clock-ahead' && (
            <Button onPress={() => void confirm('was-unused')}>{t('clock.was-unused')}</Button>
          )}
          <Button onPress={() => void confirm('was-wrong')}>
            {t(code === 'clock-ahead' ? 'clock.was-behind' : 'clock.was-ahead')}
          </Button>
        </>
      }
    >
      {t(`state.${code}`, {
        shown: dateAndTime(shown, locale),
        believed: dateAndTime(believed, locale),
      })}
      {problem !== undefined && <> {problem}</>}
    </Notice>
  )
}
