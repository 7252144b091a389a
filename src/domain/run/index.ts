export {
  commitEntry,
  openAttempt,
  pauseAttempt,
  type Asked,
  type AttemptState,
  type Commit,
  type CommitRefusal,
} from './attempt'
export { EMPTY_CONTEXT, holds, type Disclosure, type RunContext } from './context'
export { compileScenario, machineConfig, withFirstVariant, type CompiledScenario } from './compile'
export { drawnNumber, drawnOrder } from '../scenario/seed'
export { isOnDesk, looksInScene, MOST_LOOKS } from './desk-entry'
export { passageOf, placesAtStart, type Place } from './passage'
export {
  contextOf,
  decide,
  endingOf,
  replay,
  ReplayError,
  scenePath,
  startAt,
  startSession,
  transitionFor,
  viewOf,
  type Choice,
  type LogEntry,
  type SceneView,
  type Session,
} from './session'
export { deskAnswer, workloadOf, type Workload } from './workload'
