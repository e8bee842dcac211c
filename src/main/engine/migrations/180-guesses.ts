import type { Migration } from './migration.ts'

/** Searches that led to nobody are counted by their links in the audit: of one member of staff, since an instant. */
export const guesses: Migration = {
  version: 180,
  name: 'guesses',
  sql: `
    CREATE INDEX audit_guesses ON audit (staff_no, at) WHERE action = 'privacy.countGuess';
  `,
}
