import { z } from 'zod'
import { ROLES, type Role } from '../domain/roles.ts'
import { query, shellTask } from './operation.ts'
import { EVERYONE, KEEPERS } from './roles.ts'

export interface StaffRow {
  readonly no: string
  readonly name: string
  readonly role: Role
  readonly active: boolean
}

const staffNo = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z]{2,16}$/)
const newPassphrase = z.string().min(1).max(256)

export const staff = {
  list: query('staff.list', EVERYONE, z.strictObject({})).returns<readonly StaffRow[]>(),
  add: shellTask(
    'staff.add',
    KEEPERS,
    z.strictObject({
      no: staffNo,
      name: z.string().trim().min(1).max(40),
      role: z.enum(ROLES),
      passphrase: newPassphrase,
    }),
  ).returns<StaffRow>(),
  setActive: shellTask(
    'staff.setActive',
    KEEPERS,
    z.strictObject({ no: staffNo, active: z.boolean() }),
  ).returns<StaffRow>(),
  changePassphrase: shellTask(
    'staff.changePassphrase',
    EVERYONE,
    z.strictObject({ current: newPassphrase, next: newPassphrase }),
  ).returns<null>(),
}
