import type { SignedIn } from './signed-in'

export interface LockNeeds {
  readonly signedIn: Pick<SignedIn, 'lock'>
  /** The attempts under way. Their clocks stop while the screen is locked. */
  readonly attempts: { stopClocks(): void }
}

/** Locks the screen and stops the clocks of the attempts under way. */
export function lockNow({ signedIn, attempts }: LockNeeds): void {
  if (signedIn.lock()) attempts.stopClocks()
}
