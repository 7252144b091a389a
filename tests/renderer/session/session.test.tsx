// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { applyState, onOtherPerson, session, useSession } from '../../../src/renderer/session/session'
import { loadAllTexts } from '../../../src/renderer/i18n/text'
import { PRIYA, SAM, signedIn } from './states'

await loadAllTexts('en')

beforeEach(() => void applyState(signedIn(PRIYA)))
afterEach(cleanup)

describe('the state of the application', () => {
  it('draws a component anew only when what it shows is another value', () => {
    const drawn = vi.fn()
    function Name() {
      const name = useSession(({ person }) => person?.name)
      drawn()
      return <p>{name}</p>
    }
    render(<Name />)
    expect(screen.getByText('Priya Nair')).toBeDefined()
    act(() => void applyState({ ...signedIn(PRIYA), theme: 'dark' }))
    act(() => void applyState({ ...signedIn(PRIYA), phase: 'locked' }))
    expect(drawn).toHaveBeenCalledOnce()
    act(() => void applyState(signedIn(SAM)))
    expect(screen.getByText('Sam Okoro')).toBeDefined()
    expect(drawn).toHaveBeenCalledTimes(2)
  })

  it('is asked for only once main has answered', () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
    session.setState({ state: undefined })
    const Name = () => <p>{useSession(({ phase }) => phase)}</p>
    expect(() => render(<Name />)).toThrow('Main has not said yet')
    quiet.mockRestore()
  })

  it('waits for the texts of a language, and a newer state is not undone by an older one', async () => {
    const late = applyState({ ...signedIn(PRIYA), locale: 'fr' })
    expect(session.getState().state?.locale).toBe('en')
    void applyState(signedIn(SAM))
    await late
    expect(session.getState().state?.person?.id).toBe(SAM.id)
    expect(applyState({ ...signedIn(PRIYA), locale: 'fr' })).toBeUndefined()
    expect(session.getState().state?.locale).toBe('fr')
  })

  it('says when another person is there, and not when the same one locks and unlocks', () => {
    const other = vi.fn()
    const stop = onOtherPerson(other)
    applyState({ ...signedIn(PRIYA), phase: 'locked' })
    applyState(signedIn({ ...PRIYA, name: 'Priya N. Nair' }))
    expect(other).not.toHaveBeenCalled()
    applyState(signedIn(SAM))
    applyState({ ...signedIn(SAM), phase: 'signed-out', person: null })
    expect(other).toHaveBeenCalledTimes(2)
    stop()
    applyState(signedIn(PRIYA))
    expect(other).toHaveBeenCalledTimes(2)
  })
})
