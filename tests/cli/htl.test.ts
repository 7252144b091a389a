import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signingKeyFrom } from '../../src/main/keys/signing-key'
import { auditFile, signAuditLog } from '../../src/main/audit/audit-log'
import { openDatabase } from '../../src/main/store/database'
import { LocalRecords } from '../../src/main/store/records'
import { at, soundScenario } from '../fixtures/build'
import { KEY, NOW } from '../main/helpers'
import { fixture, htl, ROOT, TSX } from './run-htl'

/** Replaces unbreakable spaces by those that somebody types. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'htl-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('htl validate', () => {
  it('says yes with 0 and no with 1, as one JSON document', () => {
    const good = htl('validate', fixture('sound'), fixture('counting-loop'), '--json')
    expect(good.status).toBe(0)
    expect(good.json()).toMatchObject({
      ok: true,
      files: [
        { ok: true, issues: [] },
        { ok: true, issues: [] },
      ],
    })
    const bad = htl('validate', '--json', fixture('sound'), fixture('dangling-target'))
    expect(bad.status).toBe(1)
    expect(bad.stderr).toBe('')
    expect(bad.json()).toMatchObject({
      ok: false,
      files: [
        { ok: true },
        {
          ok: false,
          issues: [
            {
              code: 'dangling-target',
              path: '$.machine.states.offer.on.take-it.target',
              message: 'Scene ‘offer’: the choice ‘take-it’ leads to ‘end-nowhere’, which does not exist.',
            },
          ],
        },
      ],
    })
  })

  it('refuses a course whose file has another name than its id, as the application does', () => {
    const courses = path.join(folder, 'courses')
    mkdirSync(courses, { recursive: true })
    const file = path.join(courses, 'foo.course.json')
    copyFileSync('scenarios/courses/first-week.course.json', file)
    const { files } = htl('validate', file, '--json').json() as {
      files: { issues: { code: string; path: string }[] }[]
    }
    expect(files[0]!.issues).toContainEqual(expect.objectContaining({ code: 'id-differs', path: '$.id' }))
  })

  it('says in the language of the terminal, too, that a command line can’t be carried out', () => {
    const french = (...words: string[]) => {
      const env = { ...process.env, LC_ALL: 'fr_FR.UTF-8' }
      const { status, stderr } = spawnSync(
        process.execPath,
        [TSX, path.join(ROOT, 'src', 'cli', 'htl.ts'), ...words],
        { cwd: ROOT, encoding: 'utf8', env },
      )
      expect(status).toBe(2)
      return plain(stderr)
    }
    expect(french('validate')).toContain('nommez au moins un fichier')
    expect(french('audit', fixture('sound'), '--fast')).toContain('L’option --fast n’existe pas')
    expect(french('certify')).toContain('La commande « certify » n’existe pas')
    expect(french('validate', path.join(folder, 'gone.scenario.json'))).toContain('ne peut pas être lu')
    expect(french('validate', '--lang', 'en')).toContain('name at least one file')
  })

  it('speaks the language that is asked for, or that of the terminal', () => {
    const said = 'La scène « offer » : le choix « take-it » mène à « end-nowhere », qui n’existe pas.'
    expect(plain(htl('validate', fixture('dangling-target'), '--lang', 'fr').stdout)).toContain(said)
    expect(htl('validate', fixture('sound'), '--lang', 'xx')).toMatchObject({ status: 2 })
    const { stdout } = spawnSync(
      process.execPath,
      [TSX, path.join(ROOT, 'src', 'cli', 'htl.ts'), 'validate', fixture('dangling-target')],
      { cwd: ROOT, encoding: 'utf8', env: { ...process.env, LC_ALL: 'fr_FR.UTF-8' } },
    )
    expect(plain(stdout)).toContain(said)
  })

  it('adds what only a walk finds', () => {
    expect(htl('validate', fixture('pass-unattainable'), '--json').json()).toMatchObject({
      ok: false,
      files: [{ issues: [{ code: 'pass-unattainable' }] }],
    })
  })

  it('looks for the sounds and pictures that beats name', () => {
    const document = soundScenario()
    const beats = at(document, 'machine', 'states', 'offer', 'meta')['beats'] as Record<string, unknown>[]
    const words = { en: 'A telephone rings.', fr: 'Un téléphone sonne.' }
    beats[0]!['media'] = { file: 'ring.mp3', words }
    const file = path.join(folder, 'sound.scenario.json')
    writeFileSync(file, JSON.stringify(document))
    const { status, stdout } = htl('validate', file)
    expect(status).toBe(1)
    expect(stdout).toContain('unknown-media')
    expect(stdout).toContain('the file media/ring.mp3 is not there')
    mkdirSync(path.join(folder, 'media'))
    writeFileSync(path.join(folder, 'media', 'ring.mp3'), '')
    expect(htl('validate', file).stdout).toContain('media-content')
    writeFileSync(path.join(folder, 'media', 'ring.mp3'), 'ID3 and so on')
    expect(htl('validate', file).status).toBe(0)
    expect(htl('play', file, '--json').json()).toMatchObject({
      transcript: [
        { who: 'Mara', text: 'It must be now!' },
        { who: 'ring.mp3', text: 'A telephone rings.' },
      ],
    })
  })

  it('holds the file’s name to the id', () => {
    const file = path.join(folder, 'renamed.scenario.json')
    copyFileSync(fixture('sound'), file)
    const { status, stdout } = htl('validate', file)
    expect(status).toBe(1)
    expect(stdout).toContain('must be called sound.scenario.json')
  })
})

describe('htl prove', () => {
  it('tells what a scenario can come to', () => {
    const { status, json } = htl('prove', fixture('sound'), '--json')
    expect(status).toBe(0)
    expect(json()).toMatchObject({ ok: true, paths: '2', lowest: 0, highest: 100, passAttainable: true })
    expect(htl('prove', fixture('pass-unattainable')).status).toBe(1)
  })

  it('tells what habits make of a scenario, in the language of whoever reads', () => {
    const { stdout } = htl('prove', fixture('sound'), '--lang', 'fr')
    expect(stdout).toMatch(/sur 4.112 habitudes.* [\d,]+.% finissent bien/)
    expect(stdout).toContain('Scènes')
  })

  it('proves a course, and ends with 1 exactly where a bar is missed', () => {
    const { status, json } = htl('prove', path.resolve('scenarios/courses/first-week.course.json'), '--json')
    const proof = json() as { ok: boolean; issues: { severity: string; message: string }[] }
    expect(proof).toMatchObject({
      course: 'first-week',
      grid: { habits: 4112 },
      table: { pool: expect.any(Number) },
    })
    expect(status).toBe(proof.issues.some(({ severity }) => severity === 'error') ? 1 : 0)
    for (const { message } of proof.issues) expect(message).not.toContain('{')
  })
})

describe('htl play', () => {
  it('fills in whoever plays and their organisation, as the desk does', () => {
    const shipped = path.join('scenarios', 'former-colleague.scenario.json')
    const { transcript } = htl('play', shipped, '--locale', 'en', '--json').json() as {
      transcript: { text: string }[]
    }
    const said = transcript.map(({ text }) => text).join('\n')
    expect(said).toContain('hey Sam!')
    expect(said).not.toMatch(/\{(?:trainee|organisation)\}/)
  })

  it('shows names and amounts of the first set of variants', () => {
    const raw = soundScenario('varied')
    at(raw, 'machine', 'states', 'offer', 'meta', 'beats', 0)['text'] = {
      en: 'Pay {amount} now!',
      fr: '{amount} maintenant !',
    }
    raw['variants'] = [{ amount: '€ 40' }, { amount: '€ 900' }]
    const file = path.join(folder, 'varied.scenario.json')
    writeFileSync(file, JSON.stringify(raw))
    const { transcript } = htl('play', file, '--locale', 'en', '--json').json()
    expect(transcript).toEqual([{ who: 'Mara', text: 'Pay € 40 now!' }])
  })

  it('takes choices with spaces between them', () => {
    const { status } = htl('play', fixture('sound'), '--choose', ' take-it, ', '--json')
    expect(status).toBe(0)
  })

  it('plays choices in a language', () => {
    const { status, json } = htl('play', fixture('sound'), '--choose', 'take-it', '--locale', 'fr', '--json')
    expect(status).toBe(0)
    expect(json()).toMatchObject({
      scene: 'end-bad',
      ended: true,
      flags: ['leaked'],
      disposition: 'complied',
      passed: false,
      transcript: [
        { who: 'Mara', text: 'C’est maintenant !' },
        { who: '>', text: 'Oui, volontiers.' },
      ],
    })
  })

  it('names what is possible instead of a choice that is not', () => {
    const { status, json } = htl('play', fixture('sound'), '--choose', 'dance', '--json')
    expect(status).toBe(1)
    expect(json()['message']).toBe('‘dance’ is not possible in the scene ‘offer’. Possible: refuse, take-it.')
  })
})

describe('htl test', () => {
  it('runs the plans beside their scenario', () => {
    writeFileSync(path.join(folder, 'sound.scenario.json'), JSON.stringify(soundScenario()))
    const plan = path.join(folder, 'sound.testplan.json')
    const write = (score: number) => {
      const runs = [{ name: 'No', choices: ['refuse'], expect: { scene: 'end-good', score } }]
      writeFileSync(plan, JSON.stringify({ scenario: 'sound', runs }))
    }
    write(100)
    expect(htl('test', plan).status).toBe(0)
    write(90)
    const wrong = htl('test', plan, '--json')
    expect(wrong.status).toBe(1)
    expect(wrong.json()).toMatchObject({
      ok: false,
      plans: [{ runs: [{ passed: false, differences: ['score: expected 90, got 100'] }] }],
    })
  })
})

describe('help', () => {
  it('is about the command that was asked, in the language that was asked', () => {
    const { status, stdout } = htl('pack', '--help')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^ {2}htl pack FILE/)
    expect(stdout).toContain('--lang')
    expect(stdout).not.toContain('htl validate')
    expect(htl('help', 'unpack', '--lang', 'fr').stdout).toMatch(/^ {2}htl unpack X\.htl --out/)
    expect(htl('unpack', '--help').stdout).not.toContain('htl pack')
  })

  it('lists every command where none is named, and refuses one that there is not', () => {
    const { status, stdout } = htl('--help')
    expect(status).toBe(0)
    for (const command of ['validate', 'test', 'pack', 'unpack', 'verify'])
      expect(stdout).toContain(`\n  htl ${command} `)
    expect(htl('nonsense', '--help')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('There is no command ‘nonsense’.'),
    })
  })
})

describe('a test plan', () => {
  const plan = (scenario: string) => {
    const file = path.join(folder, `${scenario}.testplan.json`)
    const runs = [{ name: 'No', choices: ['refuse'], expect: { scene: 'end-good' } }]
    writeFileSync(file, JSON.stringify({ scenario, runs }))
    return file
  }

  it.each(['validate', 'test'])('whose scenario is not there is refused by %s', (command) => {
    const { status, stdout } = htl(command, plan('nowhere'))
    expect(status).toBe(1)
    expect(stdout).toContain('unknown-scenario')
    expect(stdout).toContain('has no file nowhere.scenario.json beside this plan')
  })

  it('whose scenario has errors says so', () => {
    copyFileSync(fixture('wrong-type'), path.join(folder, 'wrong-type.scenario.json'))
    const { status, stdout } = htl('validate', plan('wrong-type'))
    expect(status).toBe(1)
    expect(stdout).toContain('scenario-invalid')
  })

  it('that makes a choice which is not offered then is refused with its place and what is offered', () => {
    const file = path.join(folder, 'telegram-bribe.testplan.json')
    copyFileSync(
      path.join('scenarios', 'telegram-bribe.scenario.json'),
      path.join(folder, 'telegram-bribe.scenario.json'),
    )
    mkdirSync(path.join(folder, 'floors'), { recursive: true })
    copyFileSync('scenarios/floors/agents.floor.json', path.join(folder, 'floors', 'agents.floor.json'))
    const run = { name: 'Reports', choices: ['report'], expect: { scene: 'reported' } }
    const write = (...runs: object[]) =>
      writeFileSync(file, JSON.stringify({ scenario: 'telegram-bribe', runs }))
    write(run)
    expect(htl('validate', file)).toMatchObject({ status: 0 })
    write(
      run,
      { ...run, name: 'Too early', choices: ['nonsense', ...run.choices] },
      { ...run, name: 'Too long', choices: [...run.choices, 'report'] },
    )
    const { status, stdout } = htl('validate', file, '--json')
    expect(status).toBe(1)
    const { files } = JSON.parse(stdout) as {
      files: { issues: { code: string; path: string; message: string }[] }[]
    }
    expect(files[0]!.issues).toMatchObject([
      {
        code: 'choice-not-offered',
        message: expect.stringMatching(new RegExp(`choice 1, ‘nonsense’.*Offered there: .*report`)),
      },
      { code: 'choice-not-offered', message: expect.stringMatching(/the contact has ended/) },
    ])
    expect(htl('validate', file).stdout).toContain('$.runs[1].choices[0]')
  })

  it('of another shape is told in plain words', () => {
    const file = path.join(folder, 'list.testplan.json')
    writeFileSync(file, '[]')
    expect(htl('validate', file).stdout).toContain('The file should be a group of names and values in { }.')
  })
})

describe('a wrong command line', () => {
  it.each([
    [[], ''],
    [['dance'], 'There is no command ‘dance’'],
    [['validate'], 'name at least one file'],
    [['validate', '--jsno'], '--jsno'],
    [['prove'], 'name one scenario'],
    [['validate', 'nowhere.scenario.json'], 'can’t be read (ENOENT)'],
    [['constructor'], 'There is no command'],
    [['play', fixture('sound'), '--locale', 'de'], 'has no ‘de’. It has en, fr'],
    [['texts', 'scenarios/airport-call.testplan.json'], 'name one scenario, course or floor'],
    [['texts', fixture('sound'), '--to', 'fr'], 'name a file with --out'],
    [['texts', fixture('sound'), '--to', 'fr', '--out', 'a.doc'], 'neither XLIFF nor CSV'],
    [['texts', fixture('sound'), '--out', 'a.csv'], 'name the language'],
    [['texts', fixture('sound'), '--to', 'fr', '--from', 'de', '--out', 'a.csv'], 'no ‘de’'],
  ])('%j ends with 2', (words, said) => {
    const { status, stderr } = htl(...words)
    expect(status).toBe(2)
    expect(stderr).toContain(said)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

describe('htl audit', () => {
  it('says whole with 0, and names the first broken entry with 1', () => {
    const { db } = openDatabase(path.join(folder, 'records'), KEY, NOW)
    const key = signingKeyFrom(new Uint8Array(32).fill(7), true)
    const store = new LocalRecords(db)
    for (let i = 0; i < 4; i++) store.writeAudit('sign-in', NOW.toISOString(), null, {})
    const head = signAuditLog(db, key, NOW.toISOString())!
    const lines = [...auditFile(db, 'Meridian', NOW.toISOString(), head)]
    db.close()
    const file = path.join(folder, 'audit.jsonl')
    writeFileSync(file, lines.join(''))

    const whole = htl('audit', file, '--issuer', key.did, '--json')
    expect(whole.status).toBe(0)
    expect(whole.json()).toMatchObject({ ok: true, entries: 4, signed: { seq: 4, signer: key.did } })

    // Other programs save a text anew with a mark, other line ends, or as UTF-16.
    for (const encoding of ['utf8', 'utf16le'] as const) {
      writeFileSync(file, `\ufeff${lines.join('').replaceAll('\n', '\r\n')}`, encoding)
      expect(htl('audit', file, '--json').json()).toMatchObject({ ok: true, entries: 4 })
    }

    const stranger = htl('audit', file, '--issuer', signingKeyFrom(new Uint8Array(32), true).did, '--json')
    expect(stranger.status).toBe(1)
    expect(stranger.json()).toMatchObject({ ok: false, fault: { kind: 'other-key', seq: 4 } })

    writeFileSync(
      file,
      lines
        .join('')
        .replace('"seq":3,', '"seq":3 ,')
        .replace(/(seq":3 .*)sign-in/, '$1sign-out'),
    )
    const changed = htl('audit', file)
    expect(changed.status).toBe(1)
    expect(changed.stdout).toContain('Entry 3 was changed')

    writeFileSync(file, lines.slice(0, 3).join(''))
    expect(htl('audit', file).stdout).toContain('from entry 3 on')
    expect(htl('audit', fixture('sound')).status).toBe(1)
    expect(htl('audit').status).toBe(2)
    expect(htl('audit', file, '--issuer', 'did:key:z').status).toBe(2)
  })
})

it('plays the example of the README', () => {
  const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8')
  const [, words] = /^npm run -s htl -- (play .*)$/mu.exec(readme)!
  const played = htl(...words!.split(' '))
  expect(played.stdout).toContain('reported')
  expect(played.status).toBe(0)
})
