import { describe, expect, it } from 'vitest'
import { decodeRoster, refuseOtherFiles } from '../../../../src/main/people/roster/decode'
import { CODE_PAGES } from '../../../../src/main/people/roster/one-byte'
import { strangeIn } from '../../../../src/domain/records'

/** Encodes a text by a table of the upper 128 characters of an encoding. */
const encoded = (text: string, upper: string): Uint8Array =>
  Uint8Array.from([...text], (sign) => (sign < '\u0080' ? sign.charCodeAt(0) : upper.indexOf(sign) + 128))
const tableOf = (label: string) =>
  new TextDecoder(label).decode(Uint8Array.from({ length: 128 }, (_, index) => index + 128))

const FRENCH = 'Matricule;Prénom;Nom\r\n1;Zoë;Müller\r\n2;François;Lefèvre\r\n'
const SPANISH = 'Número;Nombre\r\n1;José Peña\r\n2;María Núñez\r\n'
const POLISH = 'Numer;Name\r\n1;Zażółć Gęślą\r\n2;Łukasz Święch\r\n'

describe('decodeRoster', () => {
  it.each([
    ['Windows-1252', FRENCH, CODE_PAGES['Windows-1252']],
    ['Windows-1252', SPANISH, CODE_PAGES['Windows-1252']],
    ['Windows-1252', 'n;site\n1;Acme™ – l’équipe “A”…\n2;N° 5, 3ª, m²\n', CODE_PAGES['Windows-1252']],
    ['Windows-1250', POLISH, tableOf('windows-1250')],
    ['Macintosh', FRENCH, tableOf('macintosh')],
    ['Macintosh', SPANISH, tableOf('macintosh')],
    ['IBM850', FRENCH, CODE_PAGES.IBM850],
    ['IBM850', SPANISH, CODE_PAGES.IBM850],
    ['IBM850', FRENCH, CODE_PAGES.IBM437],
    ['IBM852', POLISH, CODE_PAGES.IBM852],
    ['ISO-8859-2', POLISH, tableOf('iso-8859-2')],
    ['ISO-8859-15', 'n;name\n1;Sœur Chloé\n', tableOf('iso-8859-15')],
  ] as const)('guesses %s by what it makes of words', (encoding, text, upper) => {
    expect(decodeRoster(encoded(text, upper))).toEqual({ text, encoding, guessed: true })
  })

  it('knows the code pages whole', () => {
    for (const [page, upper] of Object.entries(CODE_PAGES)) {
      expect([...upper]).toHaveLength(128)
      expect(new Set(upper).size).toBe(128)
      expect(decodeRoster(encoded(upper, upper), page as keyof typeof CODE_PAGES).text).toBe(upper)
    }
  })

  it('keeps UTF-8 where a few characters are lost, for all others would be garbled', () => {
    const joined = Buffer.concat([Buffer.from('1;Zoé\n2;Łukasz\n'), Buffer.from('3;José\n', 'latin1')])
    expect(decodeRoster(joined)).toEqual({
      text: '1;Zoé\n2;Łukasz\n3;Jos\ufffd\n',
      encoding: 'UTF-8',
      guessed: true,
    })
    expect(decodeRoster(Buffer.from('1;Zoé\n2;Jos\u00e9').subarray(0, -1)).encoding).toBe('UTF-8')
  })

  it.each(['编号,姓名\r\n1,李明\r\n2,王芳\r\n', 'الرقم,الاسم\r\n1,محمد علي\r\n', 'n,name\r\n1,Ana\r\n'])(
    'reads UTF-16 without a mark whatever its letters: %j',
    (text) => {
      const file = Buffer.from(text, 'utf16le')
      expect(decodeRoster(file)).toEqual({ text, encoding: 'UTF-16 LE', guessed: true })
      expect(decodeRoster(Buffer.from(file).swap16())).toEqual({ text, encoding: 'UTF-16 BE', guessed: true })
    },
  )

  it('leaves out what fills a block at the end, and takes one zero in a text for no UTF-16', () => {
    const text = 'n,name\r\n1,Zoé\r\n'
    const file = (more: string) => Buffer.from(text + more)
    for (const padding of ['\u001a', '\0'.repeat(200), `\u001a${'\0'.repeat(99)}`])
      expect(decodeRoster(file(padding))).toEqual({ text, encoding: 'UTF-8', guessed: false })
    expect(decodeRoster(file('2,D\0i\r\n')).encoding).toBe('UTF-8')
    for (const ending of ['\r\n', 'a'])
      expect(decodeRoster(Buffer.from(`n,name\r\n1,An${ending}`, 'utf16le')).text).toBe(
        `n,name\r\n1,An${ending}`,
      )
  })

  it('takes nothing strange for wrong that people write', () => {
    for (const text of [
      'D’Souza',
      'José',
      'JOSÉ',
      'l’équipe',
      'Sol–Li',
      'Cards…',
      '«Ana»',
      '¿Ana?',
      'O´Neil',
      '50 €',
    ])
      expect(strangeIn(text)).toBe(0)
  })
})

describe('refuseOtherFiles', () => {
  const code = (file: Uint8Array) => {
    try {
      refuseOtherFiles(file)
      return 'taken'
    } catch (error) {
      return (error as { code: string }).code
    }
  }

  it('tells web pages, workbooks of Excel 2003 and lists of directories from tables, in any encoding', () => {
    for (const text of [
      '<html><table><tr><td>n</td></tr></table>',
      '<?xml version="1.0"?><Workbook/>',
      'MIME-Version: 1.0\nX-Document-Type: Workbook\n',
      'ID;PWXL;N;E\nC;Y1;X1;K"n"\n',
      'TABLE\n0,1\n"EXCEL"\n',
      'dn: CN=Ana Sol,DC=c\nemployeeID: 1\n',
      'version: 1\n\ndn:: Q049QW5h\n',
      'BEGIN:VCARD\nFN:Ana\n',
    ]) {
      expect([text, code(Buffer.from(text))]).toEqual([text, 'roster-not-text'])
      expect([text, code(Buffer.from(`\ufeff${text}`, 'utf16le'))]).toEqual([text, 'roster-not-text'])
    }
    expect(code(Buffer.from('id;name\n1;Ana\n'))).toBe('taken')
    for (const heads of ['ID;Prénom;Nom', 'id;prenom;nom', 'ID;Personalname', 'ID;P'])
      expect([heads, code(Buffer.from(`${heads}\r\n417;Ana;Sol\r\n`))]).toEqual([heads, 'taken'])
    expect(code(Buffer.from('DN,cn\n"CN=Ana",Ana\n'))).toBe('taken')
    expect(code(Buffer.from('n,name\n1,Ana\n', 'utf16le'))).toBe('taken')
  })

  it('refuses UTF-32, of which each letter has zeros', () => {
    const wide = Buffer.from([...'n,name\n1,Ana\n'].flatMap((sign) => [sign.charCodeAt(0), 0, 0, 0]))
    expect(code(wide)).toBe('roster-not-text')
  })
})
