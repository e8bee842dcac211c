import { z } from 'zod'
import { branchDay } from '../branch-day.ts'
import { followups } from '../followups.ts'
import { staffNo } from '../staff-number.ts'
import { datesIfOpen } from './intents.ts'

/** A numbered list. Its number is what stands on the paper; another PC may give out the same one, the uid it cannot. */
const frozen = { listUid: z.uuid(), printNo: z.int().min(1), asOf: branchDay, rows: z.int().min(1) }

export const followupEvents = {
  'followups.record': followups.record.input.extend({ contactUid: z.uuid(), ...datesIfOpen }),
  'followups.freezeList': z.strictObject({ ...frozen, ownerNo: staffNo }),
  'followups.freezeMorning': z.strictObject(frozen),
  'followups.sheet': followups.sheet.input,
  'followups.morningSheet': followups.morningSheet.input,
  'followups.recordReprint': followups.sheet.input,
  'followups.findRow': followups.findRow.input,
  /** Follows from the day: every device does it by itself. */
  'followups.escalate': z.strictObject({}),
}
