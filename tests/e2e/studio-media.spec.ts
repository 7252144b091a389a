/** Drops pictures and sounds of a draft on a line, and shows, plays, lists and deletes them. */
import { expect, test, type Locator } from '@playwright/test'
import fieldsEn from '../../src/texts/en/studio-fields.json'
import mediaEn from '../../src/texts/en/studio-media.json'
import errorsEn from '../../src/texts/en/errors.json'
import errorsFr from '../../src/texts/fr/errors.json'
import fieldsFr from '../../src/texts/fr/studio-fields.json'
import mediaFr from '../../src/texts/fr/studio-media.json'
import { png, wav } from '../fixtures/media'
import { STUDIO, openCopy, startEach, toStudio } from './in-studio'
import { looker } from './looking'
import type { Locale } from './trainee'

const own = startEach()
const TEXTS = {
  en: { media: mediaEn, fields: fieldsEn, errors: errorsEn },
  fr: { media: mediaFr, fields: fieldsFr, errors: errorsFr },
}

/** Drops a file on a place of the page, as from a window of the system. */
async function drop(place: Locator, name: string, content: Buffer, until: 'over' | 'drop' = 'drop') {
  await place.evaluate(
    (element, { name, base64, until }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([bytes], name))
      const events = until === 'over' ? ['dragenter', 'dragover'] : ['dragenter', 'dragover', 'drop']
      for (const type of events) {
        element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
      }
    },
    { name, base64: content.toString('base64'), until },
  )
}

for (const locale of ['en', 'fr'] as const satisfies readonly Locale[]) {
  test(`a picture and a sound are dropped on a line, seen, heard and deleted (${locale})`, async () => {
    const { page } = own.running
    const t = STUDIO[locale]
    const { media: m, fields, errors } = TEXTS[locale]
    const look = looker(own.running, locale)
    await toStudio(own.running, locale)
    await openCopy(own.running, locale)
    await page.getByRole('treegrid', { name: t.outline }).getByRole('row').first().click()
    const line = page.locator('.studio-drop').first()
    await drop(line, 'Badge of Ana.PNG', png(), 'over')
    await expect(line.getByText(m['drop.here'])).toBeVisible()
    await look('media-over')
    await drop(line, 'Badge of Ana.PNG', png())
    const picture = line.locator('.studio-picture')
    await expect
      .poll(() => picture.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0)))
      .toBe(320)
    // A description of the picture, for people who can’t see it, is still to be written.
    await expect(line.getByText(fields['label.words'], { exact: true })).toBeVisible()
    await picture.scrollIntoViewIfNeeded()
    await look('media-line')
    await drop(line, 'badge.png', Buffer.from('<svg/>'))
    await expect(line.getByText(errors['media-type'])).toBeVisible()

    // The picture is there in the play beside the form.
    const played = page.getByRole('log', { name: t.play }).locator('img')
    await expect(played).toBeVisible()

    // Another file replaces it; the first one stays beside the draft until somebody deletes it.
    await drop(line, 'voice.wav', wav(2))
    await expect(line.locator('audio')).toBeVisible()
    await expect(played).toHaveCount(0)
    await expect(page.getByRole('log', { name: t.play }).locator('audio')).toHaveCount(1)
    await page.getByRole('button', { name: t['section.about'], exact: true }).click()
    const list = page.locator('.studio-media-list')
    await expect(list.getByRole('listitem')).toHaveCount(2)
    await list.scrollIntoViewIfNeeded()
    await look('media-list')
    await page.getByRole('button', { name: m['delete.what'].replace('{file}', 'badge-of-ana.png') }).click()
    const asks = page.getByRole('alertdialog')
    await look('media-delete')
    await asks.getByRole('button', { name: m['delete.go'], exact: true }).click()
    await expect(list.getByRole('listitem')).toHaveCount(1)
    await expect(list.getByText('voice.wav')).toBeVisible()
    // A file that a line uses can't be deleted.
    await expect(
      page.getByRole('button', { name: m['delete.what'].replace('{file}', 'voice.wav') }),
    ).toHaveCount(0)
  })
}
