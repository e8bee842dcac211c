import { z } from 'zod'
import { shellTask } from './operation.ts'
import { COUNTER, EVERYONE } from './roles.ts'

const nothing = z.strictObject({})

/** The counter strip beside the teller's core-banking window. It comes forward only when somebody asks for it. */
export const strip = {
  show: shellTask('strip.show', COUNTER, nothing).returns<null>(),
  hide: shellTask('strip.hide', EVERYONE, nothing).returns<null>(),
  /** Folded it is a narrow bar with a lamp and a count. */
  fold: shellTask('strip.fold', EVERYONE, z.strictObject({ folded: z.boolean() })).returns<null>(),
  /** Gives the focus back to the program that had it. */
  release: shellTask('strip.release', EVERYONE, nothing).returns<null>(),
  /** Shows a person in the workstation window and brings that forward. */
  openPerson: shellTask(
    'strip.openPerson',
    COUNTER,
    z.strictObject({ customerUid: z.uuid() }),
  ).returns<null>(),
}
