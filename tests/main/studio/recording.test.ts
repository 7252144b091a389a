import { describe, expect, it } from 'vitest'
import type { SessionBlock } from '../../../src/bridge/channels'
import { Recording } from '../../../src/main/studio/recording'
import type { Person } from '../../../src/main/store/records'
import { admin, ana } from './folder'

function computer(person: Person | undefined = ana) {
  const signedIn: { person: Person | undefined; blockedBy: SessionBlock | undefined } = {
    person,
    blockedBy: undefined,
  }
  return { signedIn, recording: new Recording(signedIn) }
}

describe('whether a line may be recorded', () => {
  it('is so from the opening of the dialog to its end, for a trainer and for an administrator', () => {
    for (const person of [ana, admin]) {
      const { recording } = computer(person)
      expect(recording.allowed).toBe(false)
      recording.open(person)
      expect(recording.allowed).toBe(true)
      recording.close()
      expect(recording.allowed).toBe(false)
    }
  })

  it.each<Person['role']>(['trainee', 'hr'])('is never so for somebody of the role %s', (role) => {
    const person = { ...ana, role }
    const { recording } = computer(person)
    recording.open(person)
    expect(recording.allowed).toBe(false)
  })

  it('ends with a locked screen, with another person, with nobody, and with a role that was taken away', () => {
    const { signedIn, recording } = computer()
    recording.open(ana)
    signedIn.blockedBy = 'locked'
    expect(recording.allowed).toBe(false)
    signedIn.blockedBy = undefined
    signedIn.person = admin
    expect(recording.allowed).toBe(false)
    signedIn.person = undefined
    expect(recording.allowed).toBe(false)
    signedIn.person = { ...ana, role: 'trainee' }
    expect(recording.allowed).toBe(false)
    signedIn.person = ana
    expect(recording.allowed).toBe(true)
  })
})
