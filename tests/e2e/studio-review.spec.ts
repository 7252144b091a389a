/** Sends a draft to reviewers and takes their comments back, in the real application. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import reviewEn from '../../src/texts/en/studio-review.json'
import reviewFr from '../../src/texts/fr/studio-review.json'
import studioEn from '../../src/texts/en/studio.json'
import studioFr from '../../src/texts/fr/studio.json'
import { openFiles, chooseFile } from './launch'
import { openCopy, startEach, toStudio } from './in-studio'
import { looker } from './looking'

const own = startEach()

const TEXTS = { en: { studio: studioEn, review: reviewEn }, fr: { studio: studioFr, review: reviewFr } }

for (const locale of ['en', 'fr'] as const) {
  test(`a draft goes to reviewers, their comments come back to their places, are answered and settled (${locale})`, async () => {
    const { app, page } = own.running
    const { studio: t, review } = TEXTS[locale]
    const look = looker(own.running, locale)
    await toStudio(own.running, locale)
    await openCopy(own.running, locale)

    await page.getByRole('button', { name: t['pane.comments'], exact: true }).click()
    const pack = join(own.folder, 'pack.html')
    await chooseFile(app, pack)
    await page.getByRole('button', { name: review.pack, exact: true }).click()
    await expect(page.getByText('pack.html')).toBeVisible()
    const html = readFileSync(pack, 'utf8')
    expect(html).toContain("default-src 'none'")
    const { content, scenario } = JSON.parse(
      /<script type="application\/json" id="pack">(.*?)<\/script>/s.exec(html)![1]!,
    ) as {
      content: { id: string; version: string; hash: string }
      scenario: {
        machine: {
          initial: string
          states: Record<string, { meta: { beats: { id: string; text: Record<string, string> }[] } }>
        }
      }
    }
    const { initial, states } = scenario.machine
    const beat = states[initial]!.meta.beats[0]!
    const at = '2026-03-02T09:00:00.000Z'
    const pinned = (n: number, on: object, text: string) => ({
      id: String(n).padStart(32, '0'),
      on,
      text,
      at,
    })
    const file = {
      format: 'hold-the-line-review',
      version: 1,
      scenario: { id: content.id, version: content.version, hash: content.hash },
      reviewer: 'Rana Holm',
      savedAt: at,
      comments: [
        pinned(
          1,
          {
            kind: 'text',
            id: `scenes/${initial}/beats/${beat.id}/text`,
            language: locale,
            words: beat.text[locale],
          },
          'Nobody at our desk talks like this.',
        ),
        pinned(
          2,
          { kind: 'scene', id: 'scenes/never-was', language: locale, words: 'A scene that was' },
          'I miss this one.',
        ),
      ],
      answers: [],
    }
    const reviewed = join(own.folder, 'rana.review.json')
    const broken = join(own.folder, 'broken.review.json')
    writeFileSync(reviewed, JSON.stringify(file))
    writeFileSync(broken, JSON.stringify({ ...file, scenario: { ...file.scenario, id: 'another-one' } }))
    await openFiles(app, [reviewed, broken])
    await page.getByRole('button', { name: review.import, exact: true }).click()
    await expect(page.getByText('Nobody at our desk talks like this.')).toBeVisible()
    await expect(page.getByText(/another-one/)).toBeVisible()
    await expect(page.getByRole('heading', { name: review.gone })).toBeVisible()
    await expect(page.getByText('I miss this one.')).toBeVisible()
    await look('studio-comments')

    // The comment leads to its place. After its words were changed, it stays and shows the earlier words.
    const thread = page.locator('.studio-comments li', { hasText: 'Nobody at our desk' })
    await thread.getByRole('button', { name: review.go, exact: true }).click()
    const words = page.locator('.studio-inspector textarea').first()
    await expect(words).toBeVisible()
    await page.locator(`.studio-inspector textarea[lang="${locale}"]`).first().fill('Quite other words.')
    await page.locator(`.studio-inspector textarea[lang="${locale}"]`).first().blur()
    await expect(thread.getByText(review['place.changed'])).toBeVisible()
    await expect(thread.getByText('Quite other words.')).toBeVisible()

    await thread.getByRole('button', { name: review.answer, exact: true }).click()
    await page.getByLabel(review['answer.words'], { exact: true }).fill('Changed.')
    await page.keyboard.press('Control+Enter')
    await expect(thread.getByText('Changed.', { exact: true })).toBeVisible()
    await thread.getByRole('button', { name: review.close, exact: true }).click()
    await expect(thread).toHaveCount(0)
    await page.getByLabel(review.write, { exact: true }).fill('Is this scene too long?')
    await page.getByRole('button', { name: review['write.go'], exact: true }).click()
    await expect(page.locator('.studio-comments li', { hasText: 'Is this scene too long?' })).toBeVisible()
    await openFiles(app, [reviewed])
    await page.getByRole('button', { name: review.import, exact: true }).click()
    await expect(page.getByText(/rana\.review\.json/)).toBeVisible()
    await expect(page.locator('.studio-comments li')).toHaveCount(2)
    await look('studio-comments-answered')
  })
}
