import type { SignedIn } from './signed-in'

export interface LockNeeds {
  readonly signedIn: Pick<SignedIn, 'lock'>
  /** What is being played: its clocks stop while nobody is there. */
  readonly attempts: { stopClocks(): void }
}

/** Locks and stops the clocks of what is being played. */
export function lockNow({ signedIn, attempts }: LockNeeds): void {
  if (signedIn.lock()) attempts.stopClocks()
}
