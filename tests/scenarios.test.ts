import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCourse, readPlan, readScenario } from '../src/cli/files'
import { proveCourse, SHORT_PROOF } from '../src/domain/course'
import { prove, runTestPlan } from '../src/domain/scoring'

const FOLDER = resolve(__dirname, '../scenarios')
const named = (suffix: string, folder = FOLDER) => readdirSync(folder).filter((name) => name.endsWith(suffix))

describe.each(named('.scenario.json'))('%s', (name) => {
  const { compiled, issues } = readScenario(join(FOLDER, name))

  it('has no fault', () => {
    expect(issues.filter((issue) => issue.severity === 'error')).toEqual([])
  })

  it('is proven: every scene is reached, a pass is possible, no critical act passes', () => {
    const proof = prove(compiled!)
    expect(proof.issues).toEqual([])
    expect(proof.whole).toBe(true)
    expect(proof.passAttainable).toBe(true)
    expect(proof.endings.length).toBeGreaterThanOrEqual(3)
    expect(proof.endings.filter((ending) => ending.canPass).length).toBeGreaterThanOrEqual(1)
    expect(proof.scenes).toBeGreaterThanOrEqual(8)
    expect(proof.scenes).toBeLessThanOrEqual(20)
  })

  it('is whole in English and French', () => {
    expect(Object.keys(compiled!.scenario.title).sort()).toEqual(['en', 'fr'])
  })
})

describe.each(named('.testplan.json'))('%s', (name) => {
  it('holds', () => {
    const { plan, issues } = readPlan(join(FOLDER, name))
    expect(issues).toEqual([])
    const { compiled } = readScenario(join(FOLDER, `${plan!.scenario}.scenario.json`))
    const failed = runTestPlan(compiled!, plan!).filter((run) => !run.passed)
    expect(failed).toEqual([])
  })
})

describe.each(named('.course.json', join(FOLDER, 'courses')))('%s', (name) => {
  it('is passed by whoever tells attacks from genuine contacts, and by nothing else', () => {
    const { course, scenarios, issues } = readCourse(join(FOLDER, 'courses', name))
    expect(issues).toEqual([])
    const proof = proveCourse(course!, scenarios, SHORT_PROOF)
    expect(proof.issues.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(proof.botsThatPass).toEqual([])
    // Every known habit, such as to escalate or else pick the last reply, lacks at least two right outcomes for a pass.
    expect(Math.min(...proof.grid.known.map(({ short }) => short))).toBeGreaterThanOrEqual(2)
  })

  it('does not say how many of its contacts are attacks', () => {
    const { course } = readCourse(join(FOLDER, 'courses', name))
    for (const text of [course!.title, course!.summary].flatMap((texts) => Object.values(texts))) {
      expect(text).not.toMatch(/\d|half|most of|moitié|la plupart|majorité/i)
    }
  })
})
