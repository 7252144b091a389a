import { expect, it } from 'vitest'
import { killStudio } from '../../faults/studio-kills'
import { temporaryFolder } from '../helpers'

// Many more kills are done by `npm run faults -- studio`.
it('loses no act that it acknowledged when it is killed, and opens, and is undone to the beginning', async () => {
  const report = await killStudio(temporaryFolder(), 6, 20_261_128)
  expect(report).toMatchObject({ kills: 6, lost: 0, damaged: 0, unopened: 0, notUndone: 0 })
  expect(report.acknowledged).toBeGreaterThan(0)
})
