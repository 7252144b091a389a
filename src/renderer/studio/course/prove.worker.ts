/** Proves a course on a thread of its own. To stop the proof, the thread is ended. */
import { proveCourse } from '../../../domain/course'
import { proveTable } from '../../../domain/course/prove-table'
import { compileScenario, type CompiledScenario } from '../../../domain/run'
import { openScenario } from '../../../domain/scenario/open'
import type { ProofMessage, ProofRequest } from './messages'

/** The thread's global object, which is not that of a window. */
const thread = globalThis as unknown as { postMessage: (message: ProofMessage, transfer: []) => void }
const tell = (message: ProofMessage): void => thread.postMessage(message, [])

function work({ course, scenarios, floors }: ProofRequest): void {
  tell({ kind: 'step', step: 'read' })
  const known = new Map(floors)
  const compiled: CompiledScenario[] = []
  const contacts: string[] = []
  for (const { id, source } of scenarios) {
    const { scenario } = openScenario(source, {
      ending: '.scenario.json',
      floors: (name) => known.get(name) ?? 'not-there',
    })
    if (scenario) compiled.push(compileScenario(scenario))
    else contacts.push(id)
  }
  if (contacts.length > 0) return tell({ kind: 'unsound', contacts })
  tell({ kind: 'step', step: 'chances' })
  tell({ kind: 'chances', table: proveTable(course, compiled) })
  tell({ kind: 'step', step: 'habits' })
  const { grid, issues } = proveCourse(course, compiled)
  const { habits, passing, best } = grid
  tell({ kind: 'proof', proof: { grid: { habits, passing, best: best.slice(0, 5) }, issues } })
}

globalThis.addEventListener('message', (event) => work((event as MessageEvent<ProofRequest>).data))
