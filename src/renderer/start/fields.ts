/** What a person writes about themselves and the organisation, checked as main will check it. */
export type FieldName = 'organisation' | 'name' | 'number'

const LONGEST: Readonly<Record<FieldName, number>> = { organisation: 120, name: 120, number: 40 }
const NUMBER_SHAPE = /^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u

export type FieldFault =
  | { readonly key: `field.${FieldName}.missing` }
  | { readonly key: 'field.number.shape' }
  | { readonly key: 'field.too-long'; readonly values: { readonly max: number } }

/** What is wrong with a field, as the key of a sentence; `undefined` when it can be used. */
export function faultOf(field: FieldName, written: string): FieldFault | undefined {
  const text = written.trim()
  const max = LONGEST[field]
  if (text === '') return { key: `field.${field}.missing` }
  if (text.length > max) return { key: 'field.too-long', values: { max } }
  if (field === 'number' && !NUMBER_SHAPE.test(text)) return { key: 'field.number.shape' }
  return undefined
}
