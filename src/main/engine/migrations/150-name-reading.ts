import type { Migration } from './migration.ts'

/** Further numbers of a phone cell, and names that are read by newer rules than those they were stored by. */
export const nameReading: Migration = {
  version: 150,
  name: 'name-reading',
  sql: `
    -- Every number of the cell with extension and relation, the phone first; null for one plain number.
    ALTER TABLE customer ADD COLUMN phone_entries TEXT CHECK (phone_entries IS NULL OR json_valid(phone_entries));

    -- How far the stored names have been read again since the rules of reading changed, in one row while that is under
    -- way. It is done in short steps with the daily refresh; keys of the older rules find people until then.
    CREATE TABLE search_reread (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      done_to INTEGER NOT NULL DEFAULT 0,
      up_to INTEGER NOT NULL
    ) STRICT;
    INSERT INTO search_reread (id, up_to) SELECT 1, max(id) FROM customer HAVING max(id) IS NOT NULL;
  `,
}
