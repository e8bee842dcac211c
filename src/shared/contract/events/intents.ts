import { z } from 'zod'
import { branchDay } from '../branch-day.ts'
import { intents } from '../intents.ts'
import { staffNo } from '../staff-number.ts'

/** The dates of open work, as the device that wrote it counted them. */
export const countedDates = { warnOn: branchDay, nextOn: branchDay }
/** The same where the work may have ended with the write. */
export const datesIfOpen = { warnOn: branchDay.nullable(), nextOn: branchDay.nullable() }

export const intentEvents = {
  'intents.flag': intents.flag.input.extend({
    intentUid: z.uuid(),
    evidenceUid: z.uuid(),
    ownerNo: staffNo,
    ...countedDates,
  }),
  'intents.undoFlag': z.strictObject({
    evidenceUid: z.uuid(),
    intentUid: z.uuid(),
    /** Null where the flag had opened the intent, which is gone with it. */
    ownerNo: staffNo.nullable(),
  }),
  'intents.close': intents.close.input,
  'intents.reassign': intents.reassign.input,
}
