/** Verifies certificates that a mail, a page or another program changed, and files that were made to do harm. */
import { describe, expect, it } from 'vitest'
import { bake } from '../../../src/domain/credentials/png'
import { verifyCertificate } from '../../../src/domain/credentials/verify'
import { CERTIFICATE, outside, DOT, NOW, signedBadge, tokenOf, said } from './samples'
import { processorMs } from '../../time'

const bytes = (value: string | Uint8Array) =>
  value instanceof Uint8Array ? value : new Uint8Array(Buffer.from(value))
const verify = (file: string | Uint8Array) => verifyCertificate(bytes(file), { now: NOW, ...outside })
const pieces = (text: string, length: number) => text.match(new RegExp(`.{1,${length}}`, 'g'))!

const badge = await signedBadge()
const otherBadge = await signedBadge({ ...CERTIFICATE, id: 'HTL-0000-0001', personName: 'Ana Reyes' })
const credential = JSON.stringify(badge)
const token = tokenOf()
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

const quotedPrintable = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte === 61 || byte > 126 || byte < 32
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCodePoint(byte),
    )
    .join('')
    .replaceAll(/(?:=..|[^=]){70}/g, '$&=\r\n')
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

describe('a credential that a mail or a page has changed', () => {
  const pretty = JSON.stringify(badge, null, 2)
  it.each([
    ['quoted', (text: string) => `Ana wrote:\n> ${text.replaceAll('\n', '\n> ')}`],
    ['quoted twice', (text: string) => `>> ${text.replaceAll('\n', '\r\n>> ')}\r\n`],
    ['wrapped at spaces', (text: string) => text.replaceAll(/(.{60,}?) /g, '$1\n')],
    ['wrapped anywhere', (text: string) => pieces(text.replaceAll(/\n */g, ''), 76).join('\r\n')],
    [
      'quoted-printable',
      (text: string) => `Content-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(text)}`,
    ],
    ['in a page', (text: string) => `<!doctype html><body><pre>${escaped(text)}</pre>`],
    [
      'in a page, coloured',
      (text: string) => `<pre>${escaped(text).replaceAll('{', '<span class="p">{</span>')}</pre>`,
    ],
    ['in Markdown', (text: string) => `See:\n\`\`\`json\n${text}\n\`\`\`\n`],
    [
      'as an address',
      (text: string) => `data:application/json;base64,${Buffer.from(text).toString('base64')}`,
    ],
    ['with zeros behind it', (text: string) => `${text}${'\0'.repeat(300)}`],
    ['as a string', (text: string) => JSON.stringify(text)],
    ['as a string of a string', (text: string) => JSON.stringify(JSON.stringify(text))],
    ['with spaces that do not break', (text: string) => text.replaceAll('  ', '\u00a0\u00a0')],
    ['in a cell of a table', (text: string) => `id,credential\n1,"${text.replaceAll('"', '""')}"\n`],
    ['in base64', (text: string) => pieces(Buffer.from(text).toString('base64'), 76).join('\r\n')],
    [
      'in base64 between lines of a mail',
      (text: string) =>
        `-----BEGIN CREDENTIAL-----\n${pieces(Buffer.from(text).toString('base64url'), 64).join('\n')}\n-----END CREDENTIAL-----\n`,
    ],
    ['in a form', (text: string) => `a=1&credential=${encodeURIComponent(text)}&b=2`],
    [
      'in a form with plus signs',
      (text: string) => `credential=${encodeURIComponent(text).replaceAll('%20', '+')}`,
    ],
    ['in an address as it is', (text: string) => `data:application/json,${encodeURIComponent(text)}`],
    [
      'in rich text',
      (text: string) =>
        `{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0\\fs20 ${text
          .replaceAll(/[\\{}]/g, '\\$&')
          .replaceAll('\n', '\\par\r\n')
          .replaceAll('é', "\\'e9")
          .replaceAll(/[^\0-\u007f]/g, (sign) => `\\u${sign.charCodeAt(0)}?`)}\\par}`,
    ],
    [
      'in a page that leaves quotation marks as they are',
      (text: string) => `<pre>${escaped(text).replaceAll('&quot;', '"')}</pre>`,
    ],
    ['in a line of a program', (text: string) => `const credential = ${JSON.stringify(text)};\n`],
    [
      'in a line of a program, in single quotes',
      (text: string) =>
        `const credential = '${text.replaceAll(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}';\n`,
    ],
    ['in a log', (text: string) => `2026-12-01 INFO saved ${JSON.stringify(text)}\n`],
    ['in a log of a log', (text: string) => `INFO ${JSON.stringify(`saved ${JSON.stringify(text)}`)}\n`],
    ['in a cell with backslashes', (text: string) => `7,"${text.replaceAll(/[\\"\n]/g, '\\$&')}"\n`],
    [
      'in a cell with backslashes before quotation marks alone',
      (text: string) => `7,"${text.replaceAll('"', '\\"')}"\n`,
    ],
    [
      'in a dump of a database',
      (text: string) =>
        `INSERT INTO \`files\` VALUES (7,'${text.replaceAll(/[\\"']/g, '\\$&').replaceAll('\n', '\\n')}');\n`,
    ],
    [
      'in a dump of another database',
      (text: string) => `INSERT INTO files VALUES (7, '${text.replaceAll("'", "''")}');\n`,
    ],
  ])('is found: %s', async (_name, changed) => {
    for (const text of [credential, pretty]) {
      expect(await said(changed(text))).toMatch(/^valid(?:: within-another)?$/)
      expect(await said(changed(text.replace('"91"', '"99"')))).toBe('tampered: signature')
    }
  })

  it('is found behind typographic quotation marks, and is damaged where they can’t be told apart', async () => {
    const curly = (text: string) => text.replaceAll(/"([^"]*)"/g, '“$1”')
    expect(await said(curly(JSON.stringify(otherBadge)))).toBe('valid: within-another')
    expect(await said(curly(JSON.stringify(otherBadge).replace('"91"', '"99"')))).toBe('tampered: signature')
    // The name itself has such quotation marks.
    expect(await said(curly(credential))).toBe('unreadable: damaged')
  })

  it('is found where a database writes its apostrophes twice', async () => {
    const irish = JSON.stringify(await signedBadge({ ...CERTIFICATE, personName: "Ciarán O'Brien" }))
    const dump = (text: string) => `INSERT INTO files VALUES (7, '${text.replaceAll("'", "''")}');\n`
    expect(await said(dump(irish))).toBe('valid: within-another')
    expect(await said(dump(irish.replace('"91"', '"99"')))).toBe('tampered: signature')
  })

  it('is found on its line among others', async () => {
    expect(await said(`{"a":1}\n${credential}\n${JSON.stringify(otherBadge)}\n`)).toBe(
      'valid: within-another | valid: within-another',
    )
  })

  it('is damaged, not forged, in a picture whose first bytes or line ends were changed', async () => {
    const picture = bake(DOT, credential)
    expect(await said(Uint8Array.from([...bytes('\r\n'), ...picture]))).toBe('valid')
    const asText = Buffer.from(picture).toString('latin1').replaceAll('\r\n', '\n')
    expect(await said(new Uint8Array(Buffer.from(asText, 'latin1')))).toBe('unreadable: damaged')
    expect(await said(picture.slice(8))).toBe('unreadable: damaged')
  })
})

describe('a token that a program wrote in its own way', () => {
  it.each([1, 2, 3])('is found where a hyphen leaves %i of its letters to the next line', async (letters) => {
    const [before, after] = [token.slice(0, -letters), token.slice(-letters)]
    expect(await said(`The code:\n${before}-\n${after}\n\nBest,\nZoé`)).toBe('valid')
    const other = after.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))
    expect(await said(`The code:\n${before}-\n${other}\n\nBest,\nZoé`)).toMatch(/^tampered/)
  })

  it.each(['\\line ', '\\par\r\n', '\\par \r\n\\cf1 ', '\r\n'])(
    'is found in rich text, broken by %j',
    async (broken) => {
      const rich = (text: string) =>
        `{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0\\fs20 The code: ${pieces(text, 70).join(broken)}\\par}`
      expect(await said(rich(token))).toBe('valid')
      const at = token.length - 10
      const other = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
      expect(await said(rich(other))).toBe('tampered: signature')
    },
  )

  it.each(['_', '__', '*', '**', '~~', '`', '*_', '_**', '-', '"', '„'])(
    'is found between %s',
    async (mark) => {
      const back = [...mark].reverse().join('')
      for (const text of [
        `${mark}${token}${back}`,
        `${token}${back}`,
        `The code: ${mark}${token}${back} Thanks!`,
        `${mark}${pieces(token, 60).join('\n')}${back}\n`,
      ]) {
        expect(await said(text)).toBe('valid')
      }
      expect(await said(`${mark}${token}A${back}`)).toMatch(/^tampered/)
    },
  )

  it.each<[string, (line: string, nth: number) => string]>([
    ['a number', (line, nth) => `${nth + 9} ${line}`],
    ['a number and a colon', (line, nth) => `${nth}: ${line}`],
    ['a number and a bar', (line, nth) => `  ${nth} | ${line}`],
    ['the mark of a line that came', (line) => `+${line}`],
    ['the mark of a line that went', (line) => `-${line}`],
    ['the mark of a line that came, and a space', (line) => `+ ${line}`],
    ['the mark of a comment', (line) => `# ${line}`],
    ['another mark of a comment', (line) => `// ${line}`],
    ['the mark of a quote in French', (line) => `» ${line}`],
    ['quotation marks', (line) => `"${line}"`],
    ['quotation marks of a program', (line) => `  '${line}' +`],
    ['the sign of a shell that it goes on', (line) => `${line}\\`],
  ])('is found where each line has %s', async (_name, mark) => {
    for (const length of [40, 64, 76]) {
      const text = (whole: string) => pieces(whole, length).map(mark).join('\n')
      expect(await said(text(token))).toMatch(/^valid/)
      expect(
        await said(`The code:\r\n\r\n${text(token).replaceAll('\n', '\r\n')}\r\n\r\nBest,\r\nZoé`),
      ).toMatch(/^valid/)
      expect(await said(text(tokenOf().replace(/\.[^.]+$/, `.${'A'.repeat(86)}`)))).toMatch(
        /^tampered|damaged$/,
      )
    }
  })

  it('is damaged where its rest was left out', async () => {
    const more =
      'Read more about certificates, how they are made and who may ask for them, in the handbook for everybody.'
    for (const length of [60, 200, token.length - 40, token.length - 1]) {
      for (const mark of ['... ', '…', ' … ', ' [...] ', '...\n']) {
        expect(await said(`${token.slice(0, length)}${mark}${more}`)).toBe('unreadable: damaged')
      }
    }
  })

  it('is found where a program wrote it as members, or in base64', async () => {
    const [header, payload, signature] = token.split('.')
    const flat = { protected: header, payload, signature }
    const general = { payload, signatures: [{ protected: header, signature }] }
    for (const file of [JSON.stringify(flat), JSON.stringify(general)])
      expect((await verify(file)).status).toBe('valid')
    expect(await said(JSON.stringify({ ...flat, payload: encoded({ id: CERTIFICATE.id }) }))).toContain(
      'tampered',
    )
    expect(await said(JSON.stringify({ ...flat, protected: encoded({ alg: 'none' }) }))).toBe(
      'unreadable: not-a-certificate',
    )
    expect(await said(pieces(Buffer.from(token).toString('base64'), 76).join('\r\n'))).toBe('valid')
  })

  it('is not spoilt by its own beginning, which a page shows of an address', async () => {
    const link = (shown: string) =>
      `<a href="https://example.com/#${token}">https://example.com/#${shown}</a>`
    expect((await verify(link(`${token.slice(0, 200)}…`))).status).toBe('valid')
    expect((await verify(`[${token.slice(0, 120)}...](https://example.com/${token})`)).status).toBe('valid')
    const other = tokenOf({ ...CERTIFICATE, id: 'HTL-0000-0001' })
    expect(await said(`${other.slice(0, 200)}…\n\n${token}`)).toContain('damaged')
  })
})

describe('a file that was made to keep the program busy', () => {
  it.each([
    ['deep lists', `${'['.repeat(90_000)}${']'.repeat(90_000)}`],
    ['deep groups', `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`],
    ['a deep list around one of ours', `${'['.repeat(500)}${credential}${']'.repeat(500)}`],
    [
      'very many that look like ours',
      JSON.stringify(
        Array.from({ length: 2000 }, () => ({
          type: 'VerifiableCredential',
          id: 'urn:hold-the-line:certificate:X',
        })),
      ),
    ],
    ['very many marks of a quote', `${'> '.repeat(50_000)}${credential.slice(0, -9)}`],
    ['very many words with hyphens at the ends of lines', 'somebody-or-something-\n'.repeat(60_000)],
    ['very many spaces within a line', `x${' '.repeat(20_000)}x\nx`],
    ['very many braces', `"urn:hold-the-line:terms:${'{\n'.repeat(60_000)}`],
  ])('is answered soon: %s', async (_name, file) => {
    const took = await processorMs(async () => expect((await verify(file)).status).not.toBe('valid'))
    expect(took).toBeLessThan(5000)
  })
})
