/** Between the names of files, sheets and columns that a refusal tells, as sentences of every language have it. */
export const BETWEEN_NAMES = ' · '
