import { z } from 'zod'
import { leads } from '../leads.ts'
import { staffNo } from '../staff-number.ts'
import { countedDates, datesIfOpen } from './intents.ts'

export const leadEvents = {
  /** A save that only asked who it is published nothing of what was typed. */
  'leads.save': z.union([
    z.strictObject({ saved: z.literal(false) }),
    leads.save.input.extend({ leadUid: z.uuid(), ownerNo: staffNo, ...countedDates }),
  ]),
  'leads.advance': leads.advance.input.extend(datesIfOpen),
  'leads.reassign': leads.reassign.input,
  'leads.open': leads.open.input,
  'leads.reveal': leads.reveal.input.omit({ reason: true }),
}
