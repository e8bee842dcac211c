import { z } from 'zod'

/** What finds the disk full at one of its writes. */
export const CROWDED_WORKS = ['flag', 'import', 'backup', 'restore', 'signIn', 'changeKey'] as const
export type CrowdedWork = (typeof CROWDED_WORKS)[number]

/** One try over a disk that is full from a write on, and one more after there was room. */
export const tried = z.object({
  write: z.int(),
  /** `ok`, or what it was refused with. */
  code: z.string(),
  /** What the first try has left, in the things that a finished one adds to. */
  added: z.int(),
  /** What the try with room ended with. */
  again: z.string(),
  addedInAll: z.int(),
})
export type Tried = z.infer<typeof tried>
