// Writes what is published from what the program itself uses: the JSON Schemas for editors, and the xAPI profile.
// `--check` only compares.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { courseSchema } from '../src/domain/course/schema'
import { scenarioJsonSchema, testPlanJsonSchema } from '../src/domain/scenario/json-schema'
import { xapiProfile } from '../src/domain/xapi'

const root = path.resolve(__dirname, '..')
const files: Record<string, unknown> = {
  'scenarios/scenario.schema.json': scenarioJsonSchema(),
  'scenarios/testplan.schema.json': testPlanJsonSchema(),
  'scenarios/course.schema.json': {
    ...z.toJSONSchema(courseSchema, { io: 'input' }),
    title: 'Hold the Line: course',
  },
  'docs/xapi/profile.jsonld': xapiProfile(),
}

const check = process.argv.includes('--check')
let stale = 0
for (const [name, schema] of Object.entries(files)) {
  const file = path.join(root, name)
  const text = `${JSON.stringify(schema, null, 2)}\n`
  let present = ''
  try {
    present = readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  } catch {
    // not there yet
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
