import type { Role } from '../../domain/branch/roles.ts'
import { declareInternal } from './declaration.ts'

/** The branch that a database belongs to. */
export interface BranchRow {
  readonly name: string
  readonly demo: boolean
  readonly demoAsOf: string | null
  readonly deviceUid: string
}

export const branch = {
  create: declareInternal('branch.create', 'write')
    .takes<
      BranchRow & { readonly founder: { readonly no: string; readonly name: string; readonly role: Role } }
    >()
    .returns<BranchRow>(),
}
