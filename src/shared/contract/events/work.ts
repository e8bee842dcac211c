import { z } from 'zod'
import { PROMPT_KINDS } from '../../domain/prompts/prompt-kinds.ts'
import { branchDay, staffNo } from '../fields.ts'
import { followups } from '../followups.ts'
import { intents } from '../intents.ts'
import { leads } from '../leads.ts'
import { lists } from '../lists.ts'

/** The dates of open work, as the device that wrote it counted them. */
const countedDates = { warnOn: branchDay, nextOn: branchDay }
/** The same where the work may have ended with the write. */
const datesIfOpen = { warnOn: branchDay.nullable(), nextOn: branchDay.nullable() }

export const intentEvents = {
  'intents.flag': intents.flag.input.extend({
    intentUid: z.uuid(),
    evidenceUid: z.uuid(),
    ownerNo: staffNo,
    /** The prompt that the flag answers. */
    fromPrompt: z.enum(PROMPT_KINDS).nullable(),
    ...countedDates,
  }),
  'intents.close': intents.close.input,
  'intents.reassign': intents.reassign.input,
  /** With what each intent had before; nothing moved where a row stood in the way. */
  'intents.reassignMany': z.strictObject({
    ownerNo: staffNo,
    moved: z.array(z.strictObject({ intentUid: z.uuid(), fromNo: staffNo })),
  }),
  'intents.moveDates': z.strictObject({
    moved: z.array(
      z.strictObject({ intentUid: z.uuid(), fromWarnOn: branchDay, fromOn: branchDay, ...countedDates }),
    ),
  }),
}

export const leadEvents = {
  /** A save that only asked who it is published nothing of what was typed. */
  'leads.save': z.union([
    z.strictObject({ saved: z.literal(false) }),
    leads.save.input.extend({ leadUid: z.uuid(), ownerNo: staffNo, ...countedDates }),
  ]),
  'leads.advance': leads.advance.input.extend(datesIfOpen),
  'leads.reassign': leads.reassign.input,
  'leads.reassignMany': z.strictObject({
    ownerNo: staffNo,
    moved: z.array(z.strictObject({ leadUid: z.uuid(), fromNo: staffNo.nullable() })),
  }),
  'leads.open': leads.open.input,
  'leads.reveal': leads.reveal.input.omit({ reason: true }),
}

/** A numbered list. Its number is what stands on the paper; another PC may give out the same one, the uid it cannot. */
const frozen = { listUid: z.uuid(), printNo: z.int().min(1), asOf: branchDay, rows: z.int().min(1) }

export const followupEvents = {
  'followups.record': followups.record.input.safeExtend({ contactUid: z.uuid(), ...datesIfOpen }),
  'followups.correct': followups.correct.input,
  'followups.note': followups.note.input.extend({ noteUid: z.uuid() }),
  'followups.freezeList': z.strictObject({ ...frozen, ownerNo: staffNo }),
  'followups.freezeMorning': z.strictObject(frozen),
  'followups.sheet': followups.sheet.input,
  'followups.morningSheet': followups.morningSheet.input,
  'followups.draftList': followups.draftList.input,
  'followups.draftMorning': followups.draftMorning.input,
  'followups.recordReprint': followups.sheet.input,
  'followups.findRow': followups.findRow.input,
  'lists.draftSheet': z.strictObject({}),
  'lists.freezeSheet': z.strictObject(frozen),
  'lists.sheet': lists.sheet.input,
  /** Follows from the day: every device does it by itself. */
  'followups.escalate': z.strictObject({}),
}
