import { AUDIT_IDS } from '../../domain/records/audit-acts'

/** A detail of an audit entry in the words of the interface. */
export interface DetailLine {
  readonly key: string
  /** The earlier value, if the entry has it. */
  readonly before?: string
  readonly value: string
}

/** Ids and hashes are not shown. The entry's names stand for them, and the saved log contains them in full. */
const ID = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,}|[0-9a-f]{32,}|did:key:\S+|urn:\S+)$/i
const IDS: ReadonlySet<string> = new Set(AUDIT_IDS)

/** Tells whether a member means nothing to a reader. */
const silent = (key: string, value: unknown): boolean =>
  IDS.has(key) ||
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'string' && ID.test(value))

/**
 * Lists the details of an entry: `{"retentionMonths":24,"before":{"retentionMonths":null}}` → retentionMonths, from its
 * earlier value to 24.
 * @param say puts a value into words: `true` → yes, `null` → none; the key tells what the value belongs to
 * @returns `undefined` if the detail is no object; it is then shown as it is
 */
export function detailLines(
  detail: string,
  say: (key: string, value: unknown) => string,
): readonly DetailLine[] | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(detail)
  } catch {
    return undefined
  }
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) return undefined
  const { before, ...rest } = parsed as Record<string, unknown>
  const earlier =
    before !== null && typeof before === 'object' ? (before as Record<string, unknown>) : undefined
  return Object.entries(rest).flatMap(([key, value]): DetailLine[] => {
    if (earlier && key in earlier) {
      const [from, to] = [say(key, earlier[key]), say(key, value)]
      return from === to ? [] : [{ key, before: from, value: to }]
    }
    return silent(key, value) ? [] : [{ key, value: say(key, value) }]
  })
}
