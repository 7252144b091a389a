import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { countCues, difficultyOf } from '../../../src/domain/scenario/difficulty'
import { scenarioSchema } from '../../../src/domain/scenario/schema'
import { CUE_AMOUNTS, PREMISE_FITS } from '../../../src/domain/scenario/vocabulary'
import { ending, reply, scenarioOf, scene } from '../helpers'

describe('difficultyOf', () => {
  it('follows the table of the Phish Scale from 1 to 5', () => {
    const rated = CUE_AMOUNTS.map((cues) => PREMISE_FITS.map((premise) => difficultyOf({ cues, premise })))
    expect(rated).toEqual([
      [1, 3, 3],
      [2, 3, 4],
      [3, 4, 5],
    ])
  })
})

describe('countCues', () => {
  const states = {
    one: scene({ on: { stop: reply('No.', { target: 'end' }) } }, ['hurry', 'on-record']),
    end: ending('refused'),
  }

  it('weighs what points to the truth and is shown', () => {
    expect(countCues(scenarioOf(states))).toEqual({ count: 1, strength: 2, amount: 'few' })
    expect(countCues(scenarioOf(states, { truth: 'legitimate' }))).toMatchObject({ strength: 1 })
    const silent = { ...states, one: scene({ on: { stop: reply('No.', { target: 'end' }) } }) }
    expect(countCues(scenarioOf(silent))).toEqual({ count: 0, strength: 0, amount: 'few' })
  })

  const folder = path.resolve(__dirname, '../../../scenarios')
  it.each(readdirSync(folder).filter((name) => name.endsWith('.scenario.json')))(
    'agrees with the header of %s',
    (name) => {
      const scenario = scenarioSchema.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8')))
      expect(scenario.difficulty.cues).toBe(countCues(scenario).amount)
    },
  )
})
