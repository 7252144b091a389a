import { exportRecords } from '../export/export-task'
import { attentionPeople, attentionTeams, datesDue } from '../reporting/attention-tasks'
import { backUp } from '../store/backup-task'
import { auditCheck } from '../audit/audit-check'
import { recordsCheck } from '../evidence/records-check'
import { applyRosterTask, faultsOfRoster, openRoster, previewRoster } from '../people/roster/roster-tasks'
import { completionReport } from '../export/report-task'
import { checkDocuments } from '../studio/check-task'
import { proveScenario } from '../studio/prove-task'
import { groupResults } from '../store/group-results'
import { makeReleasesTask, releasedResults } from '../reporting/release-tasks'
import {
  attemptCount,
  attemptRows,
  completedByDay,
  standingFigures,
  standingRows,
} from '../reporting/page-tasks'

/** Lists every task by its name. The thread starts with the first task, so that these imports slow down no start. */
export const TASKS = {
  'export-records': exportRecords,
  'completion-report': completionReport,
  'group-results': groupResults,
  'make-releases': makeReleasesTask,
  'released-results': releasedResults,
  'standing-page': standingRows,
  'standing-figures': standingFigures,
  'completed-by-day': completedByDay,
  'attempt-page': attemptRows,
  'attempt-count': attemptCount,
  'attention-teams': attentionTeams,
  'attention-people': attentionPeople,
  'due-dates': datesDue,
  'back-up': backUp,
  'audit-check': auditCheck,
  'records-check': recordsCheck,
  'open-roster': openRoster,
  'preview-roster': previewRoster,
  'apply-roster': applyRosterTask,
  'faults-of-roster': faultsOfRoster,
  'check-documents': checkDocuments,
  'prove-scenario': proveScenario,
} as const

export type TaskName = keyof typeof TASKS
export type TaskRequest<N extends TaskName> = Parameters<(typeof TASKS)[N]>[0]
export type TaskAnswer<N extends TaskName> = Awaited<ReturnType<(typeof TASKS)[N]>>
