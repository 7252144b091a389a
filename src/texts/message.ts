import type { IntlMessageFormat } from 'intl-messageformat'

/** The parts of an ICU message. */
export type MessageParts = Exclude<ConstructorParameters<typeof IntlMessageFormat>[0], string>
/**
 * An ICU message: either its source, or the parts that the build has parsed it into, so that no program needs a parser.
 */
export type Message = string | MessageParts

/** Tells whether a message contains no signs of ICU, so that it is shown as it is written. */
export const isPlain = (message: string): boolean => !/[{}'<#]/.test(message)

/**
 * Inserts spaces that never break: before high punctuation and inside quotation marks. Two colons are left alone,
 * because they begin the format of a number in a message.
 */
export const spaced = (text: string): string =>
  text.replace(/ ([?!;»%]|:(?!:))/g, '\u00a0$1').replace(/« /g, '«\u00a0')
