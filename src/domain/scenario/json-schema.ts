import { z } from 'zod'
import { scenarioSchema, testPlanSchema } from './schema'

const publish = (schema: z.ZodType, title: string): Record<string, unknown> => ({
  ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }),
  title,
})

/** The published JSON Schema of a scenario, made from the zod schema. */
export const scenarioJsonSchema = (): Record<string, unknown> =>
  publish(scenarioSchema, 'Hold the Line: scenario')

/** The published JSON Schema of a test plan. */
export const testPlanJsonSchema = (): Record<string, unknown> =>
  publish(testPlanSchema, 'Hold the Line: test plan')
