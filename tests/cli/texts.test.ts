import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixture, htl } from './run-htl'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'htl-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('htl texts', () => {
  it('lists each text with its id, its place and its languages', () => {
    const all = htl('texts', fixture('sound'), '--json')
    expect(all.status).toBe(0)
    const { texts } = all.json() as { texts: unknown[] }
    expect(texts).toContainEqual({
      id: 'scenes/offer/choices/refuse/say',
      path: '$.machine.states.offer.on.refuse.meta.say',
      locales: ['en', 'fr'],
      text: { en: 'No.', fr: 'Non.' },
      missing: [],
    })
  })

  it('marks what is not translated, in a language of the title or in one to come', () => {
    const half = htl('texts', fixture('half-a-translation'))
    expect(half.status).toBe(1)
    expect(half.stdout).toMatch(/scenes\/offer\/beats\/b1\/text\n {2}en {2}.*\n {2}fr {2}– MISSING/)
    expect(half.stdout).toContain('19 texts in en, fr; 1 lacks a language')
    const german = htl('texts', fixture('sound'), '--locale', 'de', '--json')
    expect(german.status).toBe(1)
    const { texts } = german.json() as { texts: { text: unknown; missing: string[] }[] }
    for (const { text, missing } of texts) expect(missing).toEqual(typeof text === 'string' ? [] : ['de'])
    expect(htl('texts', fixture('sound'), '--locale', 'Deutsch!').status).toBe(2)
  })

  it.each(['xliff', 'csv'])(
    'puts them into %s for a translator, and takes them back as a whole',
    (format) => {
      const scenario = 'scenarios/airport-call.scenario.json'
      const out = path.join(folder, `texts.${format}`)
      const back = path.join(folder, `back-${format}.scenario.json`)
      const saved = htl('texts', scenario, '--to', 'fr', '--out', out)
      expect([saved.status, saved.stderr]).toEqual([0, ''])
      expect(saved.stdout).toContain('from en into fr; 0 missing')
      expect(htl('texts', scenario, '--in', out, '--out', back).status).toBe(0)
      expect(readFileSync(back, 'utf8')).toBe(readFileSync(scenario, 'utf8'))
      const changed = path.join(folder, `changed.${format}`)
      writeFileSync(changed, readFileSync(out, 'utf8').replace('Un appel de l’aéroport', 'Depuis l’aéroport'))
      const plan = htl('texts', scenario, '--in', changed, '--json')
      expect(plan.json()).toMatchObject({
        ok: true,
        added: 0,
        changed: 1,
        texts: [{ id: 'title', after: 'Depuis l’aéroport' }],
      })
      const other = htl('texts', 'scenarios/already-in.scenario.json', '--in', out, '--out', back, '--json')
      expect(other.status).toBe(1)
      expect(other.json()).toMatchObject({ ok: false, faults: [{ code: 'other-document' }] })
      expect(readFileSync(back, 'utf8')).toBe(readFileSync(scenario, 'utf8'))
    },
  )

  it('lists those of a course and of a floor as well', () => {
    const course = 'scenarios/courses/agent-onboarding.course.json'
    expect(htl('texts', course).stdout).toContain('certificate/title')
    expect(htl('texts', 'scenarios/floors/agents.floor.json').stdout).toContain('leads/leonor/presence/away')
  })

  it('says what keeps a file from being read', () => {
    const { status, stdout } = htl('texts', fixture('unknown-action'))
    expect(status).toBe(1)
    expect(stdout).toContain('unknown-action')
  })
})
