import type { Role } from '../../domain/branch/roles.ts'
import type { SessionStaff } from '../session.ts'
import type { StaffRow } from '../staff.ts'
import { declareInternal } from './declaration.ts'

/** The branch that a database belongs to. */
export interface BranchRow {
  readonly name: string
  readonly demo: boolean
  readonly demoAsOf: string | null
  readonly deviceUid: string
  /** The civil day of its founding. */
  readonly foundedOn: string
}

export const branch = {
  create: declareInternal('branch.create', 'write')
    .takes<
      Omit<BranchRow, 'foundedOn'> & {
        readonly founder: { readonly no: string; readonly name: string; readonly role: Role }
      }
    >()
    .returns<BranchRow>(),
}

export const staff = {
  /** Who has that number, without a sign-in. Throws `session.unknownStaff` or `session.inactiveStaff`. */
  find: declareInternal('staff.find', 'read').takes<{ readonly no: string }>().returns<SessionStaff>(),
  /** The staff member whose key slot was opened; throws `session.unknownStaff` or `session.inactiveStaff`. */
  enter: declareInternal('staff.enter', 'write')
    .takes<{ readonly no: string }>()
    .returns<SessionStaff & { readonly branch: BranchRow; readonly passphraseDue: boolean }>(),
  insert: declareInternal('staff.insert', 'write')
    .takes<{ readonly no: string; readonly name: string; readonly role: Role }>()
    .returns<StaffRow>(),
  /** Whether somebody has to choose an own passphrase at the next sign-in. Throws `staff.notFound`. */
  passphraseDue: declareInternal('staff.passphraseDue', 'write')
    .takes<{ readonly no: string; readonly due: boolean }>()
    .returns<null>(),
  activate: declareInternal('staff.activate', 'write')
    .takes<{ readonly no: string; readonly active: boolean }>()
    .returns<StaffRow>(),
}
