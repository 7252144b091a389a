// The guided demo: plays a short practice and a course that is certified in the real application, through its
// interface, and writes the results.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { EVERYTHING } from '../../src/domain/records/filter'
import { chooseFile, dataFolder, launch, removeFolder, type Running } from '../../tests/e2e/launch'
import { EXPORT_WORDS, exportTo } from '../../tests/e2e/exporting'
import { showOnCertificates } from '../../tests/e2e/issuer-profile'
import { playCourse, setUp, WORDS } from '../../tests/e2e/journey'
import certificatesEn from '../../src/texts/en/certificates.json'
import { bestRun, readCourse } from '../../tests/e2e/paths'
import { bestOnEachChannel, CERTIFIED, playDrawn } from '../../tests/e2e/rounds'
import { showStudio } from './studio'
import { summaryOf, type Summary } from './summary'

const PRACTICE = 'first-week'
const PERSON = { organisation: 'Meridian Support Services', name: 'Priya Raman', number: 'IND-2041' }
const out = process.env['HTL_DEMO'] ?? path.resolve(__dirname, '..', '..', 'out', 'demo')
const { en } = WORDS

async function saved(file: string): Promise<void> {
  for (let waited = 0; waited < 20_000; waited += 100) {
    if (existsSync(file)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${path.basename(file)} was not written.`)
}

/** Presses away what the program says of this computer, such as that it has no safe place for a key. */
async function dismissNotices(page: Page): Promise<void> {
  const seen = page.getByRole('region', { name: en['app.notices'] }).getByRole('button', {
    name: en['app.dismiss'],
    exact: true,
  })
  while ((await seen.count()) > 0) await seen.first().click()
}

async function play({ app, page }: Running): Promise<void> {
  let count = 0
  const pictures: string[] = []
  const picture = async (name: string) => {
    await dismissNotices(page)
    // A pointer that rests where the last click was would light whatever is there now.
    await page.mouse.move(0, 0)
    count += 1
    const file = `${String(count).padStart(2, '0')}-${name}.png`
    await page.screenshot({ path: path.join(out, file), animations: 'disabled' })
    pictures.push(file)
  }
  await page.getByRole('heading', { level: 1 }).waitFor()
  await picture('first-run')
  await setUp(page, PERSON, 'en', () => picture('recovery-code'))
  await showOnCertificates(app, page, {
    signatory: 'Anneliese Okonkwo',
    title: 'Head of training',
    logo: path.resolve(__dirname, 'logo.png'),
  })
  await picture('learn')
  await playCourse(page, PRACTICE, {
    events: bestRun,
    onScene: (scene) => picture(`scene-${scene}`),
    onDebrief: (scenario) => picture(`debrief-${scenario}`),
  })
  await picture('learn-passed')
  // Each round draws other contacts, so that pictures of them would differ from one demo to the next.
  const drawn = await playDrawn(page, CERTIFIED, { events: bestOnEachChannel })
  await picture('learn-certified')

  await page.getByRole('button', { name: en['nav.records'], exact: true }).click()
  await page.locator('.counts:not(.counts-waiting)').waitFor()
  await page.getByRole('row', { name: PERSON.name }).getByText('Agent onboarding', { exact: true }).waitFor()
  await picture('records')
  await page.getByRole('button', { name: EXPORT_WORDS.en.open, exact: true }).click()
  await page.getByRole('dialog').waitFor()
  await picture('export')
  await page.keyboard.press('Escape')
  await exportTo(app, page, path.join(out, 'records.csv'), ['attempts', 'csv'])
  await exportTo(app, page, path.join(out, 'records.xlsx'), ['attempts', 'xlsx'])
  await exportTo(app, page, path.join(out, 'statements.jsonl'), ['attempts', 'xapi'])
  await exportTo(app, page, path.join(out, 'report.pdf'), ['completion', 'pdf'], { paper: 'A4' })

  await page.getByRole('button', { name: en['nav.settings'], exact: true }).click()
  await page.getByRole('heading', { level: 1, name: en['nav.settings'] }).waitFor()
  await picture('settings')
  await page.getByRole('button', { name: en['nav.learn'], exact: true }).click()
  await page.getByRole('button', { name: /certificate:/i }).click()
  await page.getByText(en['certificate.certifies']).waitFor()
  await picture('certificate')
  const leave = async (button: string, file: string) => {
    const place = path.join(out, file)
    await chooseFile(app, place)
    await page.getByRole('button', { name: button, exact: true }).click()
    await saved(place)
  }
  await leave(en['certificate.save'], 'certificate.pdf')
  await leave(certificatesEn['save-credential'], 'credential.json')
  await leave(certificatesEn['save-badge'], 'badge.png')

  await page.getByRole('button', { name: en['nav.records'], exact: true }).click()
  await page.getByRole('tab', { name: en['records.certificates'] }).click()
  await page.getByRole('button', { name: certificatesEn['verify.open'], exact: true }).waitFor()
  await page.getByText(/HTL-/).first().waitFor()
  await picture('certificates')

  const came = await summary(page, readCourse(PRACTICE).modules.length + drawn.length)
  await showStudio(page, picture)
  const studio = { pictures: pictures.filter((file) => file.includes('-studio-')) }
  writeFileSync(path.join(out, 'summary.json'), `${JSON.stringify({ ...came, studio }, null, 2)}\n`)
}

/**
 * Reads the results of the certified course from the application.
 * @param contacts the number of contacts that were played in both courses
 */
async function summary(page: Running['page'], contacts: number): Promise<Summary> {
  const asked = await page.evaluate(
    async (filter) => ({
      attempts: await window.api.records.attempts({ filter, descending: true, from: null, limit: 100 }),
      courses: await window.api.learn.courses(),
      rules: await window.api.records.rules(),
    }),
    EVERYTHING,
  )
  const { attempts, courses, rules } = asked
  if (!attempts.ok || !courses.ok || !rules.ok) throw new Error('The records did not answer.')
  const course = courses.value.find(({ id }) => id === CERTIFIED)
  const rule = rules.value.find((one) => one.course === CERTIFIED)?.rule
  if (!course || !rule) throw new Error(`There is no course ${CERTIFIED}.`)
  const made = summaryOf(course, rule, attempts.value.rows)
  const rows = readFileSync(path.join(out, 'records.csv'), 'utf8').trimEnd().split('\r\n').length - 1
  if (rows !== contacts) throw new Error(`The export has ${rows} rows for ${contacts} contacts.`)
  const verbs = readFileSync(path.join(out, 'statements.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { object: { id: string }; verb: { id: string } })
    .filter(({ object }) => object.id.endsWith(`/courses/${CERTIFIED}`))
    .flatMap(({ verb }) => /(?:passed|failed)$/u.exec(verb.id)?.[0] ?? [])
  if (verbs.join() !== (made.passed ? 'passed' : 'failed')) {
    throw new Error(`The statements say “${verbs.join()}” of the course.`)
  }
  return made
}

async function main(): Promise<void> {
  const folder = dataFolder()
  const running = await launch(folder, { size: { width: 1440, height: 900 } })
  try {
    await play(running)
    console.log(`The demo is done; see ${path.relative(process.cwd(), out)}.`)
  } finally {
    await running.app.close()
    removeFolder(folder)
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
