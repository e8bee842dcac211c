/** Silences that a counter asks for, in days: a week, a month, a quarter, half a year, a year (our own default). */
export const SILENCES = [7, 30, 90, 180, 365] as const
