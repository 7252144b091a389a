import { createMachine } from 'xstate'
import { compileScenario, machineConfig } from '../../src/domain/run'
import { checkScenario } from '../../src/domain/scenario/check'
import { pathOf } from '../../src/domain/scenario/issue'
import { parseScenario } from '../../src/domain/scenario/parse'
import { prove } from '../../src/domain/scoring'
import { bigScenario } from './big-scenario'
import { compare, takeTurns, time, type Measurement } from './measure'

const SCENES = 10_000
const ROUNDS = { least: 9, most: 25 }

/** Turns the text of a file into a machine that can be played, as the app, the Studio and `htl` do. */
function compileText(text: string) {
  const parsed = parseScenario(text)
  if (!parsed.ok) throw new Error(parsed.issues[0]?.code ?? 'The scenario could not be read.')
  const fault = checkScenario(parsed.scenario).find((issue) => issue.severity === 'error')
  if (fault) throw new Error(`${fault.code} ${pathOf(fault)}`)
  return compileScenario(parsed.scenario)
}

/** Compares reading, checking and compiling a very large scenario with XState's part of it. */
export async function measureCompile(limit: number): Promise<Measurement> {
  const scenario = bigScenario(SCENES)
  const text = JSON.stringify(scenario)
  const config = machineConfig(scenario.machine, scenario.id) as Parameters<typeof createMachine>[0]
  const turn = { ours: () => time(() => compileText(text)), bare: () => time(() => createMachine(config)) }
  const values = await takeTurns(turn, { ...ROUNDS, warmUp: 1 })
  const note = `${SCENES} scenes, ${Math.round(text.length / 1_000_000)} million characters`
  return compare('parse, check and compile / createMachine alone', values, 'ms', limit, note)
}

/** @returns the milliseconds that a proof of the same scenario takes */
export function timeProof(): number {
  const compiled = compileScenario(bigScenario(SCENES))
  return time(() => prove(compiled))
}
