import { writeOrRefuse } from '../files/atomic-write'
import { Refused } from '../refused'
import { bytesOf, markOf } from './disk'
import type { StudioPaths, Which } from './paths'

/** Keeps the places on the maps of drafts, beside each draft. */
export class Places {
  constructor(private readonly paths: () => StudioPaths) {}

  async read(which: Which): Promise<Record<string, unknown>> {
    try {
      const bytes = await bytesOf(this.paths().places(which))
      const value = bytes && (JSON.parse(bytes.toString('utf8')) as unknown)
      // Places are not part of the document. Without them the map is laid out anew.
      return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
    } catch {
      return {}
    }
  }

  /** @throws Refused `not-found` if there is no such draft */
  async save(which: Which, places: Record<string, unknown>): Promise<void> {
    if (!(await markOf(this.paths().draft(which))))
      throw new Refused('not-found', 'This document is no longer here.')
    writeOrRefuse(this.paths().places(which), JSON.stringify(places))
  }
}
