const KEPT_AS = 'huiyan.last-staff-no'

/** The staff number that signed in last on this PC; empty where nobody has. Never a passphrase. */
export function lastStaffNo(): string {
  return window.localStorage.getItem(KEPT_AS) ?? ''
}

/** Keeps the number of whoever has just signed in for the next time. */
export function keepStaffNo(staffNo: string): void {
  window.localStorage.setItem(KEPT_AS, staffNo)
}
