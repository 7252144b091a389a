import type { z } from 'zod'

export interface Check {
  readonly check: string
  readonly format?: string
  readonly pattern?: RegExp
  readonly minimum?: number
}

/**
 * The parts of zod's definitions that we read ourselves, where a document is compared with its schema without zod's
 * parser.
 */
export interface Definition {
  readonly type: string
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[]
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly catchall?: z.core.$ZodType
  readonly keyType?: z.core.$ZodType
  readonly valueType?: z.core.$ZodType
  readonly element?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
  readonly innerType?: z.core.$ZodType
  readonly getter?: () => z.core.$ZodType
  readonly entries?: Readonly<Record<string, string>>
  readonly values?: readonly unknown[]
}

/** Returns the definition that zod keeps inside a schema. */
export const definitionOf = (schema: z.core.$ZodType): Definition => schema._zod.def as unknown as Definition
