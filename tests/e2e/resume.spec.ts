import { expect, test } from '@playwright/test'
import { dataFolder, launch, removeFolder, type Running } from './launch'
import { setUp, unlock } from './journey'
import { readScenario } from './paths'
import { onScreen, showScene } from './trainee'

/** Ends the whole program at once, as a power cut would. */
async function kill({ app }: Running): Promise<void> {
  const child = app.process()
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

test('an attempt goes on at the last committed decision after SIGKILL', async () => {
  const folder = dataFolder()
  const { scenario } = readScenario('upset-customer')
  const { states } = scenario.machine
  try {
    const first = await launch(folder)
    await setUp(first.page)
    await first.page.getByRole('button', { name: 'Take the call' }).click()
    await first.page.getByRole('button', { name: 'Answer' }).click()
    await showScene(first.page, 'en')
    await first.page.keyboard.press('2')
    const asked = states['first']!.meta!.beats![0]!.text['en']!
    await first.page.getByRole('log').getByText(onScreen(asked)).waitFor()
    await kill(first)

    const second = await launch(folder)
    await unlock(second.page)
    await second.page.getByRole('button', { name: 'Continue the call' }).click()
    const log = second.page.getByRole('log')
    await expect(log.getByText(onScreen(asked))).toBeVisible()
    await expect(log.getByText('Twenty minutes with rent due')).toBeVisible()
    await second.page.getByRole('button', { name: /second way/ }).click()
    await expect(log.getByText(onScreen(states['chooses']!.meta!.beats![0]!.text['en']!))).toBeVisible()
    await kill(second)

    const third = await launch(folder)
    await unlock(third.page)
    await third.page.getByRole('button', { name: 'Continue the call' }).click()
    await expect(
      third.page.getByRole('log').getByText(onScreen(states['chooses']!.meta!.beats![0]!.text['en']!)),
    ).toBeVisible()
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
    // Without its key nobody can say more of it; to begin without it is somebody's own choice.
    await expect(
      page.getByRole('heading', { level: 1, name: 'The key to the records is gone' }),
    ).toBeVisible()
    await app.close()
    expect(readFileSync(join(folder, 'records', 'records.db'), 'utf8')).toBe(damaged)
  } finally {
    removeFolder(folder)
  }
})
