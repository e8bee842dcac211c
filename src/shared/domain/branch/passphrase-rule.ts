/** Counted in characters as they are typed, not in bytes (P1). Our own default. */
export const LEAST_PASSPHRASE_LENGTH = 8

/** Whether a passphrase may be used (P1): it is long enough and is not the staff number itself. */
export function isStrongPassphrase(staffNo: string, passphrase: string): boolean {
  const long = [...passphrase].length >= LEAST_PASSPHRASE_LENGTH
  const own = passphrase.trim().toLowerCase() === staffNo.trim().toLowerCase()
  return long && !own
}
