import type { Migration } from './migration.ts'

/**
 * What a visitor came for is empty until somebody asked or a machine said it: a value that the form began with is none.
 * What older rows hold stays, because nobody can tell any more which of it was asked. By columns and not by a new table,
 * so that tickets, arrivals and prompts keep pointing at the same rows.
 */
export const askedBusiness: Migration = {
  version: 50,
  name: 'asked-business',
  sql: `
    ALTER TABLE visit ADD COLUMN asked_business TEXT CHECK (asked_business IS NULL OR asked_business IN
      ('cash', 'transfer', 'account', 'card', 'wealth', 'loan', 'fx', 'enquiry', 'other'));
    UPDATE visit SET asked_business = business;
    ALTER TABLE visit DROP COLUMN business;
    ALTER TABLE visit RENAME COLUMN asked_business TO business;
  `,
}
