import { z } from 'zod'

/** The settings of an organisation's installation. The table `settings` keeps them as one JSON text. */
export const organisationSettingsSchema = z.strictObject({
  /** Tells if trainees need a PIN besides their employee number. */
  pin: z.enum(['none', 'required']),
  /** The screen is locked after this number of minutes without a key or a movement of the mouse. */
  autoLockMinutes: z.number().int().min(1).max(240),
  /** True if a trainee who is not on the list of people may join with a name and a number. */
  selfJoin: z.boolean(),
  /** `pseudonymous`: completion is shown by person, but scores and answers only for groups that are large enough. */
  privacy: z.enum(['named', 'pseudonymous']),
  /** The least number of people in a group whose results are shown in pseudonymous mode. */
  smallestGroup: z.number().int().min(10).max(1000),
  /** Attempts are deleted after this number of months; `null` keeps them. */
  retentionMonths: z.number().int().min(1).max(240).nullable(),
  /** `alone`: this computer keeps its own records. `hr`: it takes the records of devices. `device`: it sends them. */
  installation: z.enum(['alone', 'hr', 'device']),
})
