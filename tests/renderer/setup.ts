/**
 * Lets tests of components wait as long as a machine needs that other programs keep busy, and fails a test in which
 * something was said on the console, such as React's warning of two children with the same key.
 */
import { configure } from '@testing-library/dom'
import { afterEach, expect } from 'vitest'

configure({ asyncUtilTimeout: 60_000 })

const said: unknown[][] = []
const say = console.error
console.error = (...words: unknown[]) => {
  said.push(words)
  say(...words)
}
afterEach(() => {
  expect(said.splice(0), 'what was said on the console').toEqual([])
})
