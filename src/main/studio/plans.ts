import { renameSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { rewrite } from '../../domain/authoring/rewrite'
import type { Issue } from '../../domain/scenario/issue'
import { issuesOf } from '../../domain/scenario/issue'
import { readJson } from '../../domain/scenario/json-text'
import { openDocument, unreadable } from '../../domain/scenario/open'
import { testPlanSchema, type TestPlan } from '../../domain/scenario/schema'
import { writeOrRefuse } from '../files/atomic-write'
import { refusalOf } from '../files/errors'
import { stampOf } from '../store/database'
import { bytesOf, hashOf, markOf, textOf } from './disk'
import type { Drafts } from './drafts'
import { planFileName, type StudioPaths, type Which } from './paths'

type Runs = TestPlan['runs']

export interface KeptPlan {
  readonly runs: Runs
  /** The SHA-256 of the file; if there is none, the SHA-256 of an empty one. */
  readonly hash: string
  readonly readOnly: boolean
  /** The reason why the file can't be used. It is kept beside the next one. */
  readonly broken: { readonly file: string; readonly issue: Issue } | null
}

export type SavedPlan = { readonly outcome: 'saved'; readonly hash: string } | { readonly outcome: 'stale' }

interface Parts {
  readonly paths: () => StudioPaths
  readonly shipped: () => string
  readonly drafts: Drafts
  readonly now: () => Date
}

const scenario = (id: string): Which => ({ kind: 'scenario', id })

/** Rewrites a test plan for a copy of its scenario under another id. A text that is no valid plan is left as it is. */
export function planFor(text: string, id: string): string {
  const { value } = openDocument(testPlanSchema, text)
  return value ? rewrite(text, { ...value, scenario: id }, testPlanSchema) : text
}

/** Keeps the test plans beside scenarios. Trainees never get them. */
export class Plans {
  constructor(private readonly parts: Parts) {}

  /** Returns the path of a scenario's plan, and whether it belongs to a draft or came with the program. */
  async #place(id: string): Promise<{ readonly path: string; readonly own: boolean }> {
    const paths = this.parts.paths()
    if (await markOf(paths.draft(scenario(id)))) return { path: paths.plan(id), own: true }
    return { path: join(this.parts.shipped(), planFileName(id)), own: false }
  }

  /** Returns the text of a scenario's plan; `undefined` if there is none or it is no text. */
  async textOf(id: string): Promise<string | undefined> {
    const bytes = await bytesOf((await this.#place(id)).path)
    return bytes && textOf(bytes)
  }

  async read(id: string): Promise<KeptPlan> {
    const { path, own } = await this.#place(id)
    const bytes = await bytesOf(path)
    const kept = { hash: hashOf(bytes), readOnly: !own }
    if (!bytes) return { ...kept, runs: [], broken: null }
    const text = textOf(bytes)
    const { value, issues } =
      text === undefined ? { value: undefined, issues: noText(bytes) } : openDocument(testPlanSchema, text)
    if (value) return { ...kept, runs: value.runs, broken: null }
    return { ...kept, runs: [], broken: { file: basename(path), issue: issues[0]! } }
  }

  /**
   * Writes the plan of a draft, or removes its file if the plan is empty.
   * @param seen the hash of the file that it replaces; a file that somebody else wrote meanwhile is not replaced
   */
  save(id: string, runs: Runs, seen: string): Promise<SavedPlan> {
    const { drafts, paths } = this.parts
    return drafts.exclusively(scenario(id), async () => {
      const path = paths().plan(id)
      const bytes = await bytesOf(path)
      if (hashOf(bytes) !== seen) return { outcome: 'stale' }
      const text = bytes && textOf(bytes)
      const old = text === undefined ? undefined : openDocument(testPlanSchema, text).value
      try {
        if (bytes && !old) renameSync(path, join(dirname(path), this.#damagedName(id)))
        if (runs.length === 0) rmSync(path, { force: true })
        else {
          const value = { ...(old ?? { $schema: './testplan.schema.json' }), scenario: id, runs: [...runs] }
          writeOrRefuse(path, rewrite(old ? text! : '', value, testPlanSchema))
        }
      } catch (error) {
        throw refusalOf(error, planFileName(id))
      }
      return { outcome: 'saved', hash: hashOf(await bytesOf(path)) }
    })
  }

  #damagedName(id: string): string {
    return `${id}.testplan.damaged-${stampOf(this.parts.now())}.json`
  }

  /** Writes the plan for the new id of a draft; call it inside `exclusively`, before its folder is moved. */
  async readyFor(from: string, to: string): Promise<void> {
    const text = await this.textOf(from)
    const folder = this.parts.paths().draft(scenario(from))
    if (text !== undefined) writeOrRefuse(join(folder, planFileName(to)), planFor(text, to))
  }

  /** Removes the plan of the old id, after the draft has been moved. */
  movedFrom(from: string, to: string): void {
    rmSync(join(this.parts.paths().draft(scenario(to)), planFileName(from)), { force: true })
  }

  /**
   * Writes the plan beside the file of an exported scenario.
   * @returns the file's name, which is unusual if a file of the usual name holds something else; `null` without a plan
   */
  async export(id: string, scenarioFile: string): Promise<string | null> {
    const text = await this.textOf(id)
    if (text === undefined) return null
    const base = basename(scenarioFile).replace(/(?:\.scenario)?\.json$/i, '')
    for (let n = 1; ; n += 1) {
      const name = planFileName(n === 1 ? base : `${base}-${n}`)
      const path = join(dirname(scenarioFile), name)
      const there = await readFile(path, 'utf8').catch(() => undefined)
      if (there === undefined && !(await markOf(path))) writeOrRefuse(path, text)
      else if (there !== text) continue
      return name
    }
  }
}

function noText(bytes: Uint8Array): readonly Issue[] {
  const read = readJson(Buffer.from(bytes).toString('utf8'))
  return read.ok ? unreadable() : issuesOf([read.fault], undefined)
}
