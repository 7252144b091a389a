import type { Services } from '../services'

/** Locks and stops the clocks of what is being played. */
export function lockNow({ signedIn, attempts }: Pick<Services, 'signedIn' | 'attempts'>): void {
  if (signedIn.lock()) attempts.hold()
}
