import { expect, test } from '@playwright/test'
import { decide, startSession, viewOf, type Session } from '../../src/domain/run'
import { withEveryContact } from './every-contact'
import { dataFolder, kill, launch, removeFolder } from './launch'
import { setUp, unlock } from './journey'
import { bestRun, readScenario } from './paths'
import { onScreen, showScene } from './trainee'

test('an attempt goes on at the last committed decision after SIGKILL', async () => {
  const folder = dataFolder()
  const compiled = readScenario('upset-customer')
  const root = withEveryContact(folder, [compiled.scenario.id])
  const [one, two] = bestRun(compiled)
  const start = startSession(compiled)
  const [after, later] = [decide(start, one!)!, decide(decide(start, one!)!, two!)!]
  const said = (session: Session, event: string) =>
    onScreen(viewOf(session).choices.find((choice) => choice.event === event)!.meta.say!['en']!)
  const heard = (session: Session) => onScreen(viewOf(session).beats[0]!.text['en']!)
  try {
    const first = await launch(folder, { root })
    await setUp(first.page)
    await first.page.getByRole('button', { name: 'Take the call' }).click()
    await first.page.getByRole('button', { name: 'Answer' }).click()
    await showScene(first.page, 'en')
    await first.page.getByRole('button', { name: said(start, one!) }).click()
    await first.page.getByRole('log').getByText(heard(after)).waitFor()
    await kill(first)

    const second = await launch(folder, { root })
    await unlock(second.page)
    await second.page.getByRole('button', { name: 'Continue the call' }).click()
    const log = second.page.getByRole('log')
    await expect(log.getByText(heard(after))).toBeVisible()
    await expect(log.getByText(said(start, one!))).toBeVisible()
    await second.page.getByRole('button', { name: said(after, two!) }).click()
    await expect(log.getByText(heard(later))).toBeVisible()
    await kill(second)

    const third = await launch(folder, { root })
    await unlock(third.page)
    await third.page.getByRole('button', { name: 'Continue the call' }).click()
    await expect(third.page.getByRole('log').getByText(heard(later))).toBeVisible()
    await third.app.close()
  } finally {
    removeFolder(folder)
  }
})

test('records that can’t be read stay as they are, and the person is told', async () => {
  const { mkdirSync, readFileSync, writeFileSync } = await import('node:fs')
  const { join } = await import('node:path')
  const folder = dataFolder()
  try {
    mkdirSync(join(folder, 'records'), { recursive: true })
    const damaged = 'not a database '.repeat(1000)
    writeFileSync(join(folder, 'records', 'records.db'), damaged)
    const { app, page } = await launch(folder)
    // Without its key nobody can say more about the database. Somebody must choose to begin without it.
    await expect(
      page.getByRole('heading', { level: 1, name: 'The key to the records is gone' }),
    ).toBeVisible()
    await app.close()
    expect(readFileSync(join(folder, 'records', 'records.db'), 'utf8')).toBe(damaged)
  } finally {
    removeFolder(folder)
  }
})
