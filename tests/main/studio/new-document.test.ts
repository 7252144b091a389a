import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentTexts } from '../../../src/domain/authoring/document-texts'
import { TEMPLATES } from '../../../src/domain/authoring/templates'
import { hasErrors } from '../../../src/domain/scenario/issue'
import { keepsFromTrainees, TO_WRITE } from '../../../src/domain/scenario/unwritten'
import { translationRows } from '../../../src/domain/translation/rows'
import { checkDocument } from '../../../src/main/studio/check'
import { textOfNew } from '../../../src/main/studio/new-document'

const AROUND = {
  look: () => undefined,
  floor: (id: string) => readFileSync(`scenarios/floors/${id}.floor.json`, 'utf8'),
  truth: () => undefined,
}

describe('a new document', () => {
  it.each(TEMPLATES)(
    'from the template %s plays at once, in one language or two, under its own title',
    async (template) => {
      for (const title of [{ en: 'Ours' }, { en: 'Ours', fr: 'Le nôtre' }]) {
        const which = { kind: 'scenario', id: 'ours' } as const
        const text = await textOfNew(which, title, template)
        expect(JSON.parse(text)).toMatchObject({ id: 'ours', title })
        expect(hasErrors(checkDocument(which, text, AROUND).issues)).toBe(false)
      }
    },
  )

  it('says that its title is to be written where it has only its languages so far, and keeps it from trainees', async () => {
    const which = { kind: 'scenario', id: 'ours' } as const
    for (const template of [null, TEMPLATES[0]]) {
      const text = await textOfNew(which, { en: 'Ours', fr: TO_WRITE }, template)
      const { issues } = checkDocument(which, text, AROUND)
      expect(hasErrors(issues)).toBe(false)
      const title = issues.filter(({ keys }) => keys.path[0] === 'title')
      expect(title.map(({ code, keys }) => [code, keys.path])).toEqual([['unwritten', ['title', 'fr']]])
      expect(title.every(keepsFromTrainees)).toBe(true)
      const [row] = translationRows(documentTexts('scenario', JSON.parse(text)), 'en', 'fr', {})
      expect(row).toMatchObject({ text: { id: 'title' }, marks: ['missing'] })
    }
  })

  it('has no template that is not there, nor one of another kind', async () => {
    const refused = { code: 'not-found' }
    await expect(textOfNew({ kind: 'scenario', id: 'x' }, { en: 'X' }, 'nope')).rejects.toMatchObject(refused)
    await expect(textOfNew({ kind: 'course', id: 'x' }, { en: 'X' }, 'bribe')).rejects.toMatchObject(refused)
  })
})
