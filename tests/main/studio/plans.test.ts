/**
 * Checks test plans beside drafts: they are stored, taken along, and never overwritten by somebody who did not see
 * them.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TestPlan } from '../../../src/domain/scenario/schema'
import { sha256 } from '../../../src/main/sha256'
import { StudioPaths } from '../../../src/main/studio/paths'
import { Plans } from '../../../src/main/studio/plans'
import { NOW, temporaryFolder } from '../helpers'
import { ana, draftsOn, scam, scamText, studioOn } from './folder'

const run = (name: string): TestPlan['runs'][number] => ({
  name,
  choices: ['report'],
  expect: { scene: 'reported', disposition: 'reported', passed: true },
})
const NOTHING = sha256('')

async function withScam() {
  const made = studioOn()
  await made.studio.drafts.create(scam, scamText(), { by: ana.name })
  const file = made.paths().plan('scam')
  return { ...made, plans: made.studio.plans, file }
}

describe('the test plan of a scenario', () => {
  it('is the file that the command line reads, in the layout of whoever wrote it', async () => {
    const { plans, file } = await withScam()
    expect(await plans.read('scam')).toEqual({ runs: [], hash: NOTHING, readOnly: false, broken: null })
    const saved = await plans.save('scam', [run('one')], NOTHING)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      $schema: './testplan.schema.json',
      scenario: 'scam',
      runs: [run('one')],
    })
    const mine = `{"scenario": "scam",\n    "runs": [\n    {"name": "one", "choices": [], "expect": {"scene": "ask"}}\n]}\n`
    writeFileSync(file, mine)
    const { hash, runs } = await plans.read('scam')
    expect(saved).not.toEqual({ outcome: 'saved', hash })
    await plans.save('scam', runs, hash)
    expect(readFileSync(file, 'utf8')).toBe(mine)
    const now = await plans.read('scam')
    await plans.save('scam', [...now.runs, run('two')], now.hash)
    expect(readFileSync(file, 'utf8')).toContain(`{"name": "one", "choices": [], "expect": {"scene": "ask"}}`)
  })

  it('is not overwritten by somebody who has not seen it, on this computer or another one', async () => {
    const root = temporaryFolder()
    const shipped = temporaryFolder()
    const on = () => {
      const { drafts, paths } = draftsOn(root)
      return new Plans({ paths: () => paths, shipped: () => shipped, drafts, now: () => NOW })
    }
    await draftsOn(root).drafts.create(scam, scamText(), { by: 'Ana' })
    const [ours, theirs] = [on(), on()]
    const answers = await Promise.all([
      ours.save('scam', [run('ours')], NOTHING),
      theirs.save('scam', [run('theirs')], NOTHING),
    ])
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['saved', 'stale'])
    const kept = await ours.read('scam')
    expect(kept.runs).toEqual([answers[0].outcome === 'saved' ? run('ours') : run('theirs')])
    // The window that came too late reads the plan again, and adds to it.
    await theirs.save('scam', [...kept.runs, run('late')], kept.hash)
    expect((await ours.read('scam')).runs.map(({ name }) => name)).toHaveLength(2)
  })

  it('goes with its last run, and leaves no file behind', async () => {
    const { plans, file } = await withScam()
    const saved = await plans.save('scam', [run('one')], NOTHING)
    expect(await plans.save('scam', [], saved.outcome === 'saved' ? saved.hash : '')).toEqual({
      outcome: 'saved',
      hash: NOTHING,
    })
    expect(existsSync(file)).toBe(false)
  })

  it.each([
    ['{ "scenario": "scam", ', 'not-json'],
    ['{ "scenario": "scam", "runs": [{ "name": "x" }] }', 'missing'],
    ['', 'not-json'],
  ])('that is broken is told with its fault, and kept when a new one begins: %s', async (text, code) => {
    const { plans, file, paths } = await withScam()
    writeFileSync(file, text)
    const read = await plans.read('scam')
    expect(read.broken).toMatchObject({ file: 'scam.testplan.json', issue: { code } })
    expect(await plans.save('scam', [run('new')], NOTHING)).toEqual(
      text === '' ? expect.anything() : { outcome: 'stale' },
    )
    await plans.save('scam', [run('new')], read.hash)
    const damaged = readdirSync(paths().draft(scam)).find((name) => name.includes('.testplan.damaged-'))
    expect(readFileSync(join(paths().draft(scam), damaged!), 'utf8')).toBe(text)
    expect((await plans.read('scam')).runs).toEqual([run('new')])
  })

  it('of what came with the program is shown, and goes along with a copy', async () => {
    const { studio, shipped, plans } = await withScam()
    const text = JSON.stringify({ scenario: 'small', runs: [run('shipped')] })
    writeFileSync(join(shipped, 'small.testplan.json'), text)
    expect(await plans.read('small')).toMatchObject({ runs: [run('shipped')], readOnly: true })
    await expect(plans.save('small', [], sha256(text))).rejects.toMatchObject({ code: 'not-found' })
    await studio.duplicate({ kind: 'scenario', id: 'small' }, 'ours', { en: 'Ours' }, ana)
    expect(await plans.read('ours')).toMatchObject({ runs: [run('shipped')], readOnly: false })
    expect(JSON.parse((await plans.textOf('ours'))!)).toMatchObject({ scenario: 'ours' })
  })

  it('goes along when the scenario gets another id, is taken away, and is brought back', async () => {
    const { studio, plans, paths } = await withScam()
    await plans.save('scam', [run('one')], NOTHING)
    await studio.rename(scam, 'fraud', { en: 'Fraud' }, ana)
    expect(JSON.parse((await plans.textOf('fraud'))!)).toMatchObject({
      scenario: 'fraud',
      runs: [run('one')],
    })
    const fraud = { kind: 'scenario', id: 'fraud' } as const
    expect(readdirSync(paths().draft(fraud)).filter((name) => name.includes('testplan'))).toEqual([
      'fraud.testplan.json',
    ])
    const { key } = await studio.remove(fraud, ana)
    expect((await plans.read('fraud')).runs).toEqual([])
    await studio.bringBack(key, ana)
    expect((await plans.read('fraud')).runs).toEqual([run('one')])
  })

  it('is exported beside the scenario, and never over a file that says something else', async () => {
    const { plans } = await withScam()
    const folder = join(temporaryFolder(), 'out')
    mkdirSync(folder)
    const target = join(folder, 'mine.scenario.json')
    expect(await plans.export('scam', target)).toBeNull()
    await plans.save('scam', [run('one')], NOTHING)
    writeFileSync(join(folder, 'mine.testplan.json'), 'theirs')
    expect(await plans.export('scam', target)).toBe('mine-2.testplan.json')
    expect(await plans.export('scam', target)).toBe('mine-2.testplan.json')
    expect(readFileSync(join(folder, 'mine.testplan.json'), 'utf8')).toBe('theirs')
  })

  it('never reaches trainees', async () => {
    const { studio, plans, root } = await withScam()
    await plans.save('scam', [run('a-run-of-the-trainer')], NOTHING)
    expect(await studio.publish(scam, 0, '', ana)).toMatchObject({ outcome: 'published' })
    const published = new StudioPaths(root).versions(scam)
    for (const name of readdirSync(published)) {
      expect(readFileSync(join(published, name), 'utf8')).not.toContain('a-run-of-the-trainer')
    }
  })
})
