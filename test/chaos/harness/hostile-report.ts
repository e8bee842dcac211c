import { z } from 'zod'

/** What a process that threw calls at a door says of it. */
export const hostileReport = z.object({
  calls: z.int(),
  /** Honest work in between that was answered with yes. */
  flags: z.int(),
  /** How often each code was the answer. */
  answers: z.record(z.string(), z.int()),
  /** Answers that no call may have: an unknown code, a fault of ours, something stored in clear. */
  wrong: z.array(z.object({ name: z.string(), code: z.string(), unmasked: z.int() })),
  /** What is in the folder afterwards. */
  left: z.unknown(),
})
export type HostileReport = z.infer<typeof hostileReport>
