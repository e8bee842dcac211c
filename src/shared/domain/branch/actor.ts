/**
 * Stands where a staff number stands when nobody at the branch acted but the program itself: its clock, a machine in the
 * lobby, the start after a crash. No staff number can be this, because one has letters and digits only.
 */
export const SYSTEM_NO = '@system'
