import { expect, test } from '@playwright/test'
import { decide, startSession, viewOf, type CompiledScenario } from '../../src/domain/run'
import { dataFolder, launch, removeFolder } from './launch'
import { playCourse, setUp, WORDS } from './journey'
import { bestRun, onChannel, readCourse, readScenario } from './paths'

const COURSE = 'agent-onboarding'

/** Contacts that are handled by way of a colleague at the desk; the others as well as they can be. */
const BY_A_COLLEAGUE = ['extortion-mail']

const run = (compiled: CompiledScenario): string[] =>
  BY_A_COLLEAGUE.includes(compiled.scenario.id)
    ? bestRun(compiled, onChannel(compiled, 'desk'))
    : bestRun(compiled)

/** On which channels whoever takes these choices deals with somebody. */
function channelsOf(compiled: CompiledScenario, events: readonly string[]): string[] {
  let session = startSession(compiled)
  return ['', ...events].flatMap((event) => {
    if (event) session = decide(session, event)!
    const { contact } = viewOf(session)
    return contact === undefined ? [] : [compiled.scenario.cast[contact]!.channel]
  })
}

test('a course of ten contacts is passed by chat, call, mail and at the desk', async () => {
  test.setTimeout(240_000)
  const played = readCourse(COURSE).modules.map(readScenario)
  const met = new Set(played.flatMap((compiled) => channelsOf(compiled, run(compiled))))
  expect([...met].toSorted()).toEqual(['call', 'chat', 'desk', 'mail'])

  const folder = dataFolder()
  const { app, page } = await launch(folder, { size: { width: 1024, height: 700 } })
  try {
    await setUp(page)
    await playCourse(page, COURSE, { events: run })
    const course = page.getByRole('region', { name: readCourse(COURSE).title['en']! })
    await expect(course.getByText(WORDS.en['learn.passed'], { exact: true })).toBeVisible()
  } finally {
    await app.close()
    removeFolder(folder)
  }
})
