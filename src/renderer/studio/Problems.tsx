import { useState, type ReactNode } from 'react'
import type { Edit } from '../../domain/authoring/patch'
import { MENDABLE } from '../../domain/authoring/fixes'
import type { Issue } from '../../domain/scenario/issue'
import type { SayIssue } from '../../texts/sentences'
import { Button } from '../ui'
import { useLabelWords } from './act-words'
import { useCheckText, useStudioText } from './words'

interface ProblemsProps {
  readonly issues: readonly Issue[]
  readonly say: SayIssue | undefined
  readonly readOnly: boolean
  /** The state of the document to which suggestions belong; they are dropped when it changes. */
  readonly version: number
  /** Returns fixes of an issue. Each was tried on the document before. */
  readonly fixesFor: (issue: Issue) => readonly Edit[]
  readonly onGo: (issue: Issue) => void
  /** Leads to the issue's place in the text. */
  readonly onSource: (issue: Issue) => void
  readonly onFix: (edit: Edit) => void
  /** Further facts about the document, shown below the issues. */
  readonly children: ReactNode
}

/**
 * Lists everything that the checks find, each with a way to its place, the reason why it matters, and a fix if there is
 * one.
 */
export function Problems({ issues, children, ...rest }: ProblemsProps) {
  const t = useStudioText()
  if (issues.length === 0) {
    return (
      <div className="studio-pane-body">
        <p className="muted">{t('problems.none')}</p>
        {children}
      </div>
    )
  }
  const sorted = issues.toSorted(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
  )
  return (
    <div className="studio-pane-body">
      <ul className="studio-problems">
        {sorted.map((issue) => (
          <Problem key={`${issue.code}/${issue.keys.path.map(String).join('/')}`} issue={issue} {...rest} />
        ))}
      </ul>
      {children}
    </div>
  )
}

function Problem({
  issue,
  say,
  readOnly,
  version,
  fixesFor,
  onGo,
  onSource,
  onFix,
}: Omit<ProblemsProps, 'issues' | 'children'> & { readonly issue: Issue }) {
  const t = useStudioText()
  const checks = useCheckText()
  const label = useLabelWords()
  const [found, setFound] = useState<{ readonly version: number; readonly fixes: readonly Edit[] }>()
  const fixes = found?.version === version ? found.fixes : undefined
  const explained = (part: 'name' | 'why' | 'mend'): string | undefined => {
    const key = `${issue.code}.${part}`
    return checks.has(key) ? (checks as unknown as (key: string) => string)(key) : undefined
  }
  return (
    <li data-severity={issue.severity}>
      <p>
        <span className="label">{t(`problems.${issue.severity}`)}</span> <b>{explained('name')}</b>
      </p>
      <p>{say?.(issue)}</p>
      <details>
        <summary>{t('problems.why')}</summary>
        <p>{explained('why')}</p>
        <p>{explained('mend')}</p>
        <p className="dense muted">
          {t('problems.code')} <span className="mono">{issue.code}</span>
        </p>
      </details>
      <div className="row">
        <Button kind="link" onPress={() => onGo(issue)}>
          {t('problems.go')}
        </Button>
        <Button kind="link" onPress={() => onSource(issue)}>
          {t('problems.source')}
        </Button>
        {!readOnly && fixes === undefined && MENDABLE.has(issue.code) && (
          <Button kind="link" onPress={() => setFound({ version, fixes: fixesFor(issue) })}>
            {t('problems.fix')}
          </Button>
        )}
      </div>
      {fixes?.length === 0 && <p className="muted">{t('problems.no-fix')}</p>}
      {fixes !== undefined && fixes.length > 0 && (
        <ul className="studio-fixes">
          {fixes.map((fix) => (
            <li key={JSON.stringify(fix.label)}>
              <Button
                onPress={() => {
                  onFix(fix)
                }}
              >
                {label(fix.label)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
