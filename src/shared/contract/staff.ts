import { z } from 'zod'
import { EVERYONE, KEEPERS, ROLES, type Role } from '../domain/branch/roles.ts'
import { staffNo } from './fields.ts'
import { query, shellTask } from './operation.ts'
import { passphrase } from './session.ts'

export interface StaffRow {
  readonly no: string
  readonly name: string
  readonly role: Role
  readonly active: boolean
}

/** Whether an earlier copy of the vault still opens the branch for somebody who no longer may. */
export type KeyState =
  | { readonly state: 'current' }
  /** `waitsFor`: numbers whose slots are of an older version of the product, and made anew when they sign in. */
  | { readonly state: 'due'; readonly waitsFor: readonly string[] }

export const staff = {
  list: query('staff.list', EVERYONE, z.strictObject({}), { reads: ['staff'] }).returns<
    readonly StaffRow[]
  >(),
  add: shellTask(
    'staff.add',
    KEEPERS,
    z.strictObject({
      no: staffNo,
      name: z.string().trim().min(1).max(40),
      role: z.enum(ROLES),
      passphrase,
    }),
  ).returns<StaffRow>(),
  setActive: shellTask(
    'staff.setActive',
    KEEPERS,
    z.strictObject({ no: staffNo, active: z.boolean() }),
  ).returns<StaffRow>(),
  /** A temporary passphrase for somebody who forgot theirs; its owner chooses another at the next sign-in. */
  resetPassphrase: shellTask(
    'staff.resetPassphrase',
    KEEPERS,
    z.strictObject({ no: staffNo, passphrase }),
  ).returns<null>(),
  keyState: shellTask('staff.keyState', KEEPERS, z.strictObject({})).returns<KeyState>(),
  changePassphrase: shellTask(
    'staff.changePassphrase',
    EVERYONE,
    z.strictObject({ current: passphrase, next: passphrase }),
  ).returns<null>(),
}
