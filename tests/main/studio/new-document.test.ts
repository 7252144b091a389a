import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { TEMPLATES } from '../../../src/domain/authoring/templates'
import { hasErrors } from '../../../src/domain/scenario/issue'
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

  it('has no template that is not there, nor one of another kind', async () => {
    const refused = { code: 'not-found' }
    await expect(textOfNew({ kind: 'scenario', id: 'x' }, { en: 'X' }, 'nope')).rejects.toMatchObject(refused)
    await expect(textOfNew({ kind: 'course', id: 'x' }, { en: 'X' }, 'bribe')).rejects.toMatchObject(refused)
  })
})
