import type { Migration } from './migration.ts'

/**
 * What the extract says in a code that nobody knows is stored as that, and not as the likeliest state. A constraint
 * cannot be widened, so each column is made anew; tables, keys and what points at them stay.
 */
export const unknownStates: Migration = {
  version: 120,
  name: 'unknown-states',
  sql: `
    ALTER TABLE account ADD COLUMN known_status TEXT NOT NULL DEFAULT 'unknown'
      CHECK (known_status IN ('open', 'frozen', 'closed', 'unknown'));
    UPDATE account SET known_status = status;
    ALTER TABLE account DROP COLUMN status;
    ALTER TABLE account RENAME COLUMN known_status TO status;

    ALTER TABLE loan ADD COLUMN known_status TEXT NOT NULL DEFAULT 'unknown'
      CHECK (known_status IN ('running', 'running-overdue', 'finished', 'finished-unpaid', 'unknown'));
    UPDATE loan SET known_status = status;
    ALTER TABLE loan DROP COLUMN status;
    ALTER TABLE loan RENAME COLUMN known_status TO status;

    ALTER TABLE card ADD COLUMN known_status TEXT NOT NULL DEFAULT 'unknown'
      CHECK (known_status IN ('open', 'blocked', 'closed', 'unknown'));
    ALTER TABLE card ADD COLUMN known_kind TEXT NOT NULL DEFAULT 'unknown'
      CHECK (known_kind IN ('debit', 'credit', 'unknown'));
    UPDATE card SET known_status = status, known_kind = kind;
    ALTER TABLE card DROP COLUMN status;
    ALTER TABLE card DROP COLUMN kind;
    ALTER TABLE card RENAME COLUMN known_status TO status;
    ALTER TABLE card RENAME COLUMN known_kind TO kind;
  `,
}
