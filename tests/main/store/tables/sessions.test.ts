import { describe, expect, it } from 'vitest'
import { installation } from '../../people/installation'

const DAY = 86_400_000

/** Adds a person, and a session of theirs that began this many days from now. */
function signedIn(days: number, role = 'trainee') {
  const on = installation()
  const at = new Date(on.system.now().getTime() + days * DAY).toISOString()
  on.db
    .prepare("INSERT INTO people (id, name, number, role, created_at) VALUES ('p', 'Priya', '7', ?, ?)")
    .run(role, at)
  on.sessions.open('s', 'p', at)
  return on
}

describe('a session that a clock ahead dated in the future', () => {
  it('is not taken up again for as long as the clock was ahead', () => {
    const { sessions, system } = signedIn(365)
    expect(sessions.lastOpen(system.now())).toBeUndefined()
    expect(signedIn(-0.1).sessions.lastOpen(system.now())).toMatchObject({ personId: 'p' })
  })

  it('does not say that its administrator is there to help', () => {
    const since = (on: ReturnType<typeof signedIn>) => {
      const at = (days: number) => new Date(on.system.now().getTime() + days * DAY).toISOString()
      return on.sessions.otherAdministratorSince('another', at(-30), at(1))
    }
    expect(since(signedIn(365, 'administrator'))).toBe(false)
    expect(since(signedIn(-3, 'administrator'))).toBe(true)
  })
})
