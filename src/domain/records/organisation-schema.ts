import { z } from 'zod'

/** How an organisation runs its installation; the table `settings` keeps it as one JSON text. */
export const organisationSettingsSchema = z.strictObject({
  /** Whether trainees need a PIN beside their employee number. */
  pin: z.enum(['none', 'required']),
  /** Minutes without a key or a movement of the mouse after which the screen is locked. */
  autoLockMinutes: z.number().int().min(1).max(240),
  /** Whether a trainee who is not on the list of people may join with a name and a number. */
  selfJoin: z.boolean(),
  /** `pseudonymous`: completion by person, but scores and answers only for groups that are large enough. */
  privacy: z.enum(['named', 'pseudonymous']),
  /** People that a group must have before its results are shown in pseudonymous mode. */
  smallestGroup: z.number().int().min(10).max(1000),
  /** Months after which attempts are deleted; `null` keeps them. */
  retentionMonths: z.number().int().min(1).max(240).nullable(),
  /** `alone`: this computer keeps its own records. `hr`: it takes the records of devices. `device`: it sends them. */
  installation: z.enum(['alone', 'hr', 'device']),
})
