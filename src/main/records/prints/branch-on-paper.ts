import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { readBranch } from '../../engine/branch-state.ts'
import type { ReadConnection } from '../../engine/connection.ts'

/** The branch as it stands in the head of a sheet. @throws AppError `session.noBranch` */
export function branchOnPaper(connection: ReadConnection): {
  readonly branchName: string
  readonly demo: boolean
} {
  const branch = readBranch(connection)
  if (branch === null) throw new AppError('session.noBranch')
  return { branchName: branch.name, demo: branch.demo }
}
