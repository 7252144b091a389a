import { writeTextsCsv } from './texts-csv'
import type { Outcome, TextsFile } from './texts-file'
import { writeXliff } from './xliff'

/** Formats in which texts go to translators, by the endings of their files. */
export const TEXTS_FORMATS = ['xliff', 'csv'] as const
export type TextsFormat = (typeof TEXTS_FORMATS)[number]

/** Writes texts in a format. @returns the text of the file, or why it can't be written */
export const writeTexts = (file: TextsFile, format: TextsFormat): Outcome<string> =>
  format === 'csv' ? writeTextsCsv(file) : writeXliff(file)
