import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  LANGUAGE_SLOT,
  PACK_SLOT,
  packPage,
  TITLE_SLOT,
  type ReviewPack,
} from '../../../../src/domain/authoring/review/pack'
import type { Scenario } from '../../../../src/domain/scenario/schema'

const { machine: _, ...rest } = JSON.parse(
  readFileSync('scenarios/helpdesk-vishing.scenario.json', 'utf8'),
) as Scenario
/** A pack does not look below the header, so a minimal machine is enough. */
const scenario = {
  ...rest,
  desk: {},
  cast: {},
  machine: { initial: 'a', states: { a: {} } },
} satisfies Scenario
const PAGE = `<html lang="${LANGUAGE_SLOT}"><title>${TITLE_SLOT}</title><script type="application/json">${PACK_SLOT}</script></html>`

const packOf = (title: string): ReviewPack => ({
  pack: 1,
  content: { id: 'a', version: '1.0.0', hash: '0'.repeat(64), at: '2026-03-02T09:00:00.000Z' },
  scenario: { ...scenario, title: { en: title } },
  media: {},
  threads: [],
  locale: 'en',
})

/** Cuts out the data element as a browser does: it ends with the first thing that looks like its end. */
const dataOf = (html: string): string => {
  const from = html.indexOf('<script type="application/json">') + '<script type="application/json">'.length
  return html.slice(from, html.toLowerCase().indexOf('</script', from))
}

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '</ScRiPt  >',
  '<!-- <script>',
  '<!--<script ',
  ']]>',
  'line\u2028and\u2029paragraph',
  '</title><img src=x onerror=alert(1)>',
  '" onload="alert(1)',
  `${PACK_SLOT} ${TITLE_SLOT} ${LANGUAGE_SLOT}`,
  "$& $1 $` $' $$",
  '\\u003c/script>',
  'half \ud800 character, \udc00 and \u0000 nothing',
  '\ufeff\ufffe\uffff',
]

describe('a pack for reviewers', () => {
  it.each(HOSTILE)('holds %j as data and nothing else', (title) => {
    const pack = packOf(title)
    const html = packPage(PAGE, pack)
    expect(JSON.parse(dataOf(html))).toEqual(pack)
    expect(html.match(/<\/?script/gi)).toHaveLength(2)
    expect(html.match(/<\/?title/gi)).toHaveLength(2)
    expect(/<!--|<img/.test(html)).toBe(false)
    expect(/[\u2028\u2029]/.test(dataOf(html))).toBe(false)
  })

  it('holds whatever somebody writes', () => {
    const signs = fc.constantFrom(...'<>&"\'/!-$\\\u2028\u2029 script%REVIEW-PACK', ...HOSTILE)
    fc.assert(
      fc.property(
        fc.array(signs).map((parts) => parts.join('')),
        (title) => {
          const html = packPage(PAGE, packOf(title))
          expect(JSON.parse(dataOf(html))).toEqual(packOf(title))
          expect(html.match(/<\/?(?:script|title|html)/gi)).toHaveLength(6)
        },
      ),
    )
  })

  it('is not made of a page without room for it, or with too much', () => {
    expect(() => packPage('<html></html>', packOf('x'))).toThrow(LANGUAGE_SLOT)
    expect(() => packPage(PAGE + PACK_SLOT, packOf('x'))).toThrow(PACK_SLOT)
  })
})
