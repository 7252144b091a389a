// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { ChoiceMeta, Scenario } from '../../../src/domain/scenario/schema'
import { loadAllTexts } from '../../../src/renderer/i18n/text'
import { useToolWords } from '../../../src/renderer/player/tool-words'

await loadAllTexts('en')

const desk: Scenario['desk'] = {
  customers: [
    {
      id: 'marta',
      name: 'Marta Sellier',
      fields: [{ id: 'phone', label: { en: 'Phone' }, value: '1', masked: '•' }],
    },
  ] as unknown as Scenario['desk']['customers'],
  directory: [{ id: 'people', name: 'People office', role: { en: 'HR' } }],
  policies: [{ id: 'codes', title: { en: 'Codes' }, text: { en: 'Never.' } }],
}

it.each<[ChoiceMeta, string]>([
  [{ tool: 'call-back', contact: 'people' }, 'Call back: People office'],
  [{ tool: 'forward', contact: 'people' }, 'Forward: People office'],
  [{ tool: 'change-account', customer: 'marta', field: 'phone' }, 'Change: Phone'],
  [{ tool: 'reset-mfa', customer: 'marta' }, 'Reset second factor: Marta Sellier'],
  [{ tool: 'open-policy', policy: 'codes' }, 'Open: Codes'],
  [{ tool: 'report' }, 'Report to security'],
  [{ tool: 'call-back', contact: 'gone' }, 'Call back'],
  [{}, ''],
])('a choice by a tool names what it is used on: %o', (meta, said) => {
  const { result } = renderHook(() => useToolWords({ desk, role: 'agent' }))
  expect(result.current(meta)).toBe(said)
})
