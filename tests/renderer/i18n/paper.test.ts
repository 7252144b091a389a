import { expect, it } from 'vitest'
import { usualPaper } from '../../../src/renderer/i18n/paper'

it.each([
  ['en-US', 'Letter'],
  ['en-PH', 'Letter'],
  ['fil-PH', 'Letter'],
  ['fr-CA', 'Letter'],
  ['es-MX', 'Letter'],
  ['en-IN', 'A4'],
  ['fr-FR', 'A4'],
  ['fr', 'A4'],
  ['es-419-u-ca-gregory', 'A4'],
  ['C', 'A4'],
])('the paper of a computer in %s is %s', (language, paper) => expect(usualPaper(language)).toBe(paper))
