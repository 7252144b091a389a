/** The guide through a first scenario: followed from its first step to the last, left, called back, and not offered for a copy. */
import { expect, test } from '@playwright/test'
import guideEn from '../../src/texts/en/studio-guide.json'
import fields from '../../src/texts/en/studio-fields.json'
import { openCopy, startEach, STUDIO, toStudio } from './in-studio'
import { resize } from './launch'
import { looker } from './looking'

const own = startEach()
const t = STUDIO.en

test('a newcomer follows the guide to a scenario without problems that trainees have', async () => {
  const { page, app } = own.running
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' })
  const look = looker(own.running, 'en')
  await toStudio(own.running, 'en')
  await button(t.new).click()
  await page.getByLabel(t['new.name'], { exact: true }).fill('A favour after the shift')
  await button(t['new.go']).click()
  const guide = page.getByRole('region', { name: guideEn.guide })
  const next = (step: keyof typeof guideEn) =>
    expect(guide.getByText(guideEn.next.replace('{title}', guideEn[step]))).toBeVisible()
  const show = () => guide.getByRole('button', { name: guideEn.show, exact: true }).click()
  await next('says')
  await look('studio-guide')
  await resize(app, { width: 1024, height: 700 })
  expect((await guide.boundingBox())!.height).toBeLessThan(100)
  await resize(app, { width: 1440, height: 900 })

  await show()
  const words = page.getByLabel(`${fields['label.text']}, English`, { exact: true }).first()
  await words.fill('Hi, it is me. Two hundred for one photo of your queue, nobody will know.')
  await next('cue')
  await show()
  await words.evaluate((field: HTMLTextAreaElement) => {
    const at = field.value.indexOf('nobody will know')
    field.focus()
    field.setSelectionRange(at, at + 'nobody will know'.length)
  })
  await button(/^Mark .* as a cue$/)
    .first()
    .click()
  await next('right')
  await show()
  const say = page.getByLabel(`${fields['label.say']}, English`, { exact: true })
  const why = page.getByLabel(`${fields['label.why']}, English`, { exact: true }).first()
  const inScene = page.locator('.studio-choice-list').getByRole('button')
  await inScene.filter({ hasText: 'a question that a good colleague would ask' }).click()
  await say.fill('Who are you, and what is it for?')
  await next('wrong')
  await show()
  await inScene.filter({ hasText: 'how somebody gives in' }).click()
  await say.fill('Sure, one photo can do no harm.')
  await next('earns')
  await why.fill('A photo of the queue shows names and numbers.')
  await next('earns')
  await show()
  await why.fill('Asking costs nothing, and the answer tells a lot.')
  await next('problems')
  await show()

  // Each problem leads to its place, where the note says what to write.
  const problems = page.locator('li[data-severity]')
  await expect(problems.first()).toBeVisible()
  for (let n = 1; n < 60 && (await problems.count()) > 0; n += 1) {
    const before = await problems.count()
    await problems.first().getByRole('button', { name: t['problems.go'], exact: true }).click()
    const field = page.locator('.studio-inspector :is(input, textarea):focus')
    await field.waitFor()
    await field.fill(`What was to be written here, number ${n}.`)
    await field.blur()
    await expect(problems).not.toHaveCount(before)
  }
  await expect(page.getByText(t['problems.none'])).toBeVisible()

  await next('tried')
  await show()
  for (let i = 0; i < 6 && (await page.locator('.verdict').count()) === 0; i += 1) {
    await page.locator('.studio-choices').getByRole('button').first().click()
  }
  await next('published')
  await show()
  await button('Publish version 1').click()
  await expect(guide.getByText(guideEn.finished)).toBeVisible()

  // Left it stays away, and it comes back when it is called.
  await guide.getByRole('button', { name: guideEn.hide, exact: true }).click()
  await expect(guide).toHaveCount(0)
  await button(guideEn.open).click()
  await expect(guide).toBeVisible()
})

test('a copy of a finished scenario is not greeted as a first one', async () => {
  const { page } = own.running
  await toStudio(own.running, 'en')
  await openCopy(own.running, 'en')
  await page.getByRole('treegrid', { name: t.outline }).getByRole('row').first().waitFor()
  await expect(page.getByRole('region', { name: guideEn.guide })).toHaveCount(0)
  // Whoever wants it has it all the same, without being called a beginner.
  await page.getByRole('button', { name: guideEn.open, exact: true }).click()
  await expect(page.getByRole('region', { name: guideEn.open, exact: true })).toBeVisible()
  await expect(page.getByText(guideEn.guide)).toHaveCount(0)
})
