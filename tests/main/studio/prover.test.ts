/** Checks proofs: they are the same as on the command line, run once for each text, and can be stopped. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileScenario } from '../../../src/domain/run'
import { openFloor, openScenario } from '../../../src/domain/scenario/open'
import { prove, proveHabits } from '../../../src/domain/scoring'
import { proverOn } from './folder'

const scenario = (id: string) => readFileSync(`scenarios/${id}.scenario.json`, 'utf8')
const floor = (id: string) => readFileSync(`scenarios/floors/${id}.floor.json`, 'utf8')

/** A library of the shipped documents. */
const shipped = {
  textOf: ({ kind, id }: { kind: string; id: string }) =>
    Promise.resolve(kind === 'floor' ? floor(id) : scenario(id)),
}

describe('the proof of a scenario', () => {
  it('says what the command line says, and holds it against its twin', async () => {
    const prover = proverOn(shipped)
    const text = scenario('airport-call')
    const proved = await prover.prove(text)
    const opened = openScenario(text, {
      ending: '.scenario.json',
      floors: (id) => openFloor(floor(id), { ending: '.floor.json' }).value ?? 'not-there',
    }).scenario!
    const compiled = compileScenario(opened)
    expect(proved!.proof).toEqual(prove(compiled))
    expect(proved!.habits).toEqual(proveHabits(compiled))
    expect(proved!.twin?.id).toBe(opened.twin)
    expect(proved!.twin?.issues).toEqual([])
    expect(
      prover.told.every(({ done, total }, i) => done <= total && done >= (prover.told[i - 1]?.done ?? 0)),
    ).toBe(true)
    // The second request is answered at once; a changed text or twin is proved again.
    expect(await prover.prove(text)).toBe(proved)
    expect(prover.asked).toHaveLength(1)
    await prover.prove(text.replace('"minutes": ', '"minutes": 1'))
    expect(prover.asked).toHaveLength(2)
  })

  it('tells what differs from the twin', async () => {
    const document = JSON.parse(scenario('airport-call')) as Record<string, unknown>
    const proved = await proverOn(shipped).prove(JSON.stringify({ ...document, minutes: 30 }))
    expect(proved!.twin!.issues.map(({ code }) => code)).toEqual(['twin-differs'])
  })

  it('ends when it is stopped or another one begins, and is not made of a scenario with errors', async () => {
    const prover = proverOn(shipped)
    const first = prover.prove(scenario('telegram-bribe'))
    await new Promise(setImmediate)
    const second = prover.prove(scenario('airport-call'))
    prover.stop()
    const cancelled = { status: 'rejected', reason: { code: 'cancelled' } }
    expect(await Promise.allSettled([first, second])).toMatchObject([cancelled, cancelled])
    expect(await prover.prove('{}')).toBeNull()
    expect(await prover.prove('no JSON')).toBeNull()
  })
})
