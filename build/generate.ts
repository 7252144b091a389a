// Writes the JSON Schemas that editors use, from the schemas that the program uses. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { courseSchema } from '../src/domain/course/schema'
import { scenarioJsonSchema, testPlanJsonSchema } from '../src/domain/scenario/json-schema'

const folder = path.resolve(__dirname, '..', 'scenarios')
const files: Record<string, unknown> = {
  'scenario.schema.json': scenarioJsonSchema(),
  'testplan.schema.json': testPlanJsonSchema(),
  'course.schema.json': { ...z.toJSONSchema(courseSchema, { io: 'input' }), title: 'Hold the Line: course' },
}

const check = process.argv.includes('--check')
let stale = 0
for (const [name, schema] of Object.entries(files)) {
  const file = path.join(folder, name)
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
    console.error(`scenarios/${name} is stale: run \`npm run generate\`.`)
  } else writeFileSync(file, text)
}
if (stale > 0) process.exit(1)
