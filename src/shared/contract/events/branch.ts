import { z } from 'zod'
import { ROLES } from '../../domain/branch/roles.ts'
import { branchSettingsSchema } from '../../domain/branch/settings.ts'
import { branchDay, staffNo } from '../fields.ts'
import { imports } from '../imports.ts'

const member = z.strictObject({ no: staffNo, name: z.string().min(1).max(40), role: z.enum(ROLES) })

/** One entity's counts; the lines of its files by their kinds, or null where the files have none. */
const counts = z.record(z.string(), z.union([z.number(), z.record(z.string(), z.number()), z.null()]))

/** What the branch itself does: its settings, its staff, its imports, and what the program notes. */
export const branchEvents = {
  'branch.create': z.strictObject({
    name: z.string(),
    demo: z.boolean(),
    demoAsOf: branchDay.nullable(),
    deviceUid: z.uuid(),
    founder: member,
  }),
  'staff.enter': z.strictObject({ no: staffNo }),
  'staff.insert': member,
  'staff.activate': z.strictObject({ no: staffNo, active: z.boolean() }),
  'staff.passphraseDue': z.strictObject({ no: staffNo, due: z.boolean() }),
  'settings.save': z.strictObject({ version: z.int().min(1), settings: branchSettingsSchema }),
  'settings.importNotice': z.strictObject({
    year: z.int(),
    days: z.array(z.strictObject({ on: branchDay, name: z.string(), off: z.boolean() })),
  }),
  /** Counts only: the rows travel with the extract, not with the outbox (decision 007). */
  'imports.run': z.strictObject({
    importUid: z.uuid(),
    profileName: z.string(),
    asOf: branchDay,
    entities: z.record(z.string(), counts),
  }),
  /** One customer, who comes with no extract. A save that only asked who it is published nothing of what was typed. */
  'imports.enter': z.union([
    z.strictObject({ saved: z.literal(false) }),
    imports.enter.input.omit({ another: true }).extend({ customerUid: z.uuid(), importUid: z.uuid() }),
  ]),
  'imports.takeRejects': z.strictObject({}),
  'demo.load': z.strictObject({ seed: z.int(), asOf: branchDay, customers: z.int() }),
  /** How a list is laid out is for who sits here. */
  'lists.saveLayout': z.strictObject({}),
  'privacy.countGuess': z.strictObject({}),
  'privacy.retain': z.strictObject({}),
  'privacy.retained': z.strictObject({}),
  'maintenance.findCustomer': z.strictObject({}),
  'notices.tellDue': z.strictObject({}),
  'notices.markShown': z.strictObject({ noticeUids: z.array(z.uuid()) }),
  /** What another device did by that operation is taken back there too. */
  'undo.take': z.strictObject({ operationId: z.uuid(), operation: z.string() }),
  'audit.record': z.strictObject({
    action: z.string(),
    customerUid: z.uuid().nullable(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
}
