/** Steps of one passage: a story that takes more goes round. */
const MOST_STEPS = 20_000
const MOST_BRANCHES = 24
const MOST_CHOICES = 300
/** Steps of a whole story, so that one that was made to break readers keeps nobody waiting. */
const MOST_STEPS_OF_ALL = 400_000

export const DEEPEST_CALL = 40
export const DEEPEST_CHOICE = 30

/** How far a walk may go in one passage and in all. Each count says whether one more is allowed. */
export class Limits {
  #steps = 0
  #stepsOfAll = 0
  #branches = 0
  #choices = 0

  /** Another passage begins. */
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

  /** @param depth choices around it */
  choice(depth: number): boolean {
    this.#choices += 1
    return depth < DEEPEST_CHOICE && this.#choices <= MOST_CHOICES
  }
}
