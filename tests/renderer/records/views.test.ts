import { beforeEach, describe, expect, it } from 'vitest'
import { EVERYTHING } from '../../../src/domain/records/filter'
import { showFilter, showTab, views } from '../../../src/renderer/records/views'
import { applyState } from '../../../src/renderer/session/session'
import { PRIYA, SAM, signedIn } from '../session/states'

beforeEach(() => applyState(signedIn(PRIYA)))

describe('how somebody looks at the records', () => {
  const look = () => {
    showTab('attempts')
    showFilter({ ...EVERYTHING, search: 'nair' })
  }

  it('is found again after a lock, and keeps period and order when the filter changes', () => {
    const { view } = views.getState()
    look()
    applyState({ ...signedIn(PRIYA), phase: 'locked' })
    applyState(signedIn(PRIYA))
    expect(views.getState()).toEqual({
      tab: 'attempts',
      view: { ...view, filter: { ...EVERYTHING, search: 'nair' } },
    })
  })

  it.each([
    ['signs out', () => applyState({ ...signedIn(PRIYA), phase: 'signed-out', person: null })],
    ['gives way to somebody else', () => applyState(signedIn(SAM))],
  ])('is nobody else’s: it is gone when the person %s', (_, leave) => {
    const start = views.getInitialState()
    look()
    expect(views.getState()).not.toEqual(start)
    leave()
    expect(views.getState()).toEqual(start)
  })
})
