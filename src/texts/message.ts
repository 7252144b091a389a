import type { IntlMessageFormat } from 'intl-messageformat'

/** The parts of an ICU message. */
export type MessageParts = Exclude<ConstructorParameters<typeof IntlMessageFormat>[0], string>
/** An ICU message: as it is written, or as the build has read it, so that no program carries what reads one. */
export type Message = string | MessageParts

/** Whether a message is shown as it is written: none of its signs means anything to ICU. */
export const isPlain = (message: string): boolean => !/[{}'<#]/.test(message)

/**
 * Puts the spaces that never break: before high punctuation, inside quotation marks. Two colons are none: in a message
 * they begin the form of a number.
 */
export const spaced = (text: string): string =>
  text.replace(/ ([?!;»%]|:(?!:))/g, '\u00a0$1').replace(/« /g, '«\u00a0')
