import type { Running } from './launch'

export const DAY_MS = 86_400_000

/** Sets the clock of the whole program, as a person sets a system's clock. */
export async function setClock({ app, page }: Running, aheadMs: number): Promise<void> {
  const shift = (ms: number) => {
    const own = globalThis as unknown as { realDate?: DateConstructor; Date: DateConstructor }
    const Real = (own.realDate ??= own.Date)
    own.Date = class extends Real {
      constructor(...given: []) {
        if (given.length > 0) super(...given)
        else super(Real.now() + ms)
      }
      static override now = () => Real.now() + ms
    } as DateConstructor
  }
  await app.evaluate(`(${shift.toString()})(${aheadMs})`)
  await page.evaluate(shift, aheadMs)
  await page.addInitScript(shift, aheadMs)
}
