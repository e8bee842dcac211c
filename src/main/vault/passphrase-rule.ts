import { AppError } from '../../shared/domain/branch/app-error.ts'

/** Counted in characters as they are typed, not in bytes. */
const LEAST_PASSPHRASE_LENGTH = 8

/** Throws `session.weakPassphrase` (P1) for a passphrase that is too short or is the staff number itself. */
export function requireStrongPassphrase(staffNo: string, passphrase: string): void {
  const long = [...passphrase].length >= LEAST_PASSPHRASE_LENGTH
  const own = passphrase.trim().toLowerCase() === staffNo.toLowerCase()
  if (!long || own) throw new AppError('session.weakPassphrase', { least: LEAST_PASSPHRASE_LENGTH })
}
