/** A passage that takes more steps than this is taken for an endless loop. */
const MOST_STEPS = 20_000
const MOST_BRANCHES = 24
const MOST_CHOICES = 300
/** Limits the steps of a whole story, so that a file made to exhaust readers keeps nobody waiting. */
const MOST_STEPS_OF_ALL = 400_000

export const DEEPEST_CALL = 40
export const DEEPEST_CHOICE = 30

/** Counts how far a walk has gone in one passage and in all. `step`, `branch` and `choice` return false beyond their limits. */
export class Limits {
  #steps = 0
  #stepsOfAll = 0
  #branches = 0
  #choices = 0

  /** Resets the counts of a passage when another one begins. */
  passage(): void {
    this.#steps = 0
    this.#branches = 0
    this.#choices = 0
  }

  step(): boolean {
    this.#steps += 1
    this.#stepsOfAll += 1
    return this.#steps <= MOST_STEPS && this.#stepsOfAll <= MOST_STEPS_OF_ALL
  }

  branch(): boolean {
    this.#branches += 1
    return this.#branches <= MOST_BRANCHES
  }

  /** @param depth the number of choices around this one */
  choice(depth: number): boolean {
    this.#choices += 1
    return depth < DEEPEST_CHOICE && this.#choices <= MOST_CHOICES
  }
}
