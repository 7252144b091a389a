// Generates files from the program's own sources: the JSON Schemas for editors, the page of the checks, the xAPI
// profile, and the table of printable characters. `--check` only compares.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { COURSE_FORMAT, courseSchema } from '../src/domain/course/schema'
import {
  floorJsonSchema,
  publish,
  scenarioJsonSchema,
  testPlanJsonSchema,
} from '../src/domain/scenario/json-schema'
import { xapiProfile } from '../src/domain/xapi'
import { checksPage } from './checks-page'
import { printableModule } from './printable'
import { credentialModule, faultsIn, localesModule, textsModule } from './texts'

const COURSE_WORDS = {
  $schema: 'Where an editor finds this schema.',
  format: 'The format of this file.',
  id: 'Lower-case letters, digits and hyphens; the first is a letter. The same as the name of the file.',
  version: 'Three numbers: 1.0.0.',
  title: 'What the course is called.',
  summary: 'What it is about, in a sentence. Nothing in it tells how many contacts are attacks.',
  modules:
    'Ids of the assessed scenarios: with the fixed rule the deck in its order, with the sequential rule the pool that rounds are drawn from. 40 to 60 % of them are attacks.',
  practice: 'Ids of scenarios for practice, apart from the assessed ones as far as there are others.',
  rule: 'When a round is passed.',
  kind: 'fixed: the whole deck, with bars. sequential: contacts from the pool, one after another, until it is certain enough.',
  hitRate: 'Share of the attacks that must be stopped: 0.8 for 80 %.',
  falseAlarmRate: 'Share of the genuine contacts that may be turned away.',
  reportShare: 'Share of the attacks that must be reported: 0.3 for 30 %; 0 asks for none.',
  skilled:
    'd′ of somebody who is to pass: how well they tell attacks from genuine contacts, in standard deviations.',
  unskilled: 'd′ of somebody who is not to pass.',
  alpha: 'The chance that is allowed for somebody unskilled to pass: 0.025 for 2.5 %.',
  beta: 'The chance that is allowed for somebody skilled to fail: 0.1 for 10 %.',
  most: 'In the rule, after how many contacts a round ends, decided or not. In rounds, how many may be begun.',
  leastOfEach: 'So many attacks and as many genuine contacts come before anybody passes.',
  rounds: 'How many rounds somebody may begin within how many days.',
  days: 'The number of days.',
  certificate: 'What whoever passes gets. Left out, the course is practice and gives none.',
  validMonths: 'How long a certificate is valid; six months at most.',
}

const root = path.resolve(__dirname, '..')
const textFolder = path.join(root, 'src', 'texts')
const textFaults = faultsIn(textFolder)
for (const fault of textFaults) console.error(`src/texts/${fault}.`)
if (textFaults.length > 0) process.exit(1)
const files: Record<string, unknown> = {
  'scenarios/scenario.schema.json': scenarioJsonSchema(),
  'scenarios/floor.schema.json': floorJsonSchema(),
  'scenarios/testplan.schema.json': testPlanJsonSchema(),
  'scenarios/course.schema.json': publish(
    courseSchema,
    'course',
    'Hold the Line: course',
    COURSE_WORDS,
    {},
    COURSE_FORMAT,
  ),
  'docs/xapi/profile.jsonld': xapiProfile(),
  'docs/checks.md': checksPage(textFolder),
  'src/texts/generated.ts': textsModule(textFolder),
  'src/texts/generated-credential.ts': credentialModule(textFolder),
  'src/bridge/locales.ts': localesModule(textFolder),
  'src/domain/credentials/generated-printable-ranges.ts': printableModule(),
}

const check = process.argv.includes('--check')
let stale = 0
for (const [name, schema] of Object.entries(files)) {
  const file = path.join(root, name)
  const text = typeof schema === 'string' ? schema : `${JSON.stringify(schema, null, 2)}\n`
  let present = ''
  try {
    present = readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  } catch {
    // The file does not exist yet.
  }
  if (present === text) continue
  if (check) {
    stale += 1
    console.error(`${name} is stale: run \`npm run generate\`.`)
  } else {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}
if (stale > 0) process.exit(1)
