import { AppError } from '../../shared/domain/branch/app-error.ts'
import { isStrongPassphrase, LEAST_PASSPHRASE_LENGTH } from '../../shared/domain/branch/passphrase-rule.ts'

/** Throws `session.weakPassphrase` (P1) for a passphrase that is too short or is the staff number itself. */
export function requireStrongPassphrase(staffNo: string, passphrase: string): void {
  if (!isStrongPassphrase(staffNo, passphrase))
    throw new AppError('session.weakPassphrase', { least: LEAST_PASSPHRASE_LENGTH })
}
