import type { Migration } from './migration.ts'

/** Who was given a passphrase by somebody else has to choose an own one first. */
export const passphraseDue: Migration = {
  version: 90,
  name: 'passphrase-due',
  sql: `
    ALTER TABLE staff ADD COLUMN passphrase_due INTEGER NOT NULL DEFAULT 0 CHECK (passphrase_due IN (0, 1));
  `,
}
