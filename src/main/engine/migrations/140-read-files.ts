import type { Migration } from './migration.ts'

/** What a run read, so that the same night is noticed when it comes a second time. */
export const readFiles: Migration = {
  version: 140,
  name: 'read-files',
  sql: `
    -- Name, bytes, time of change and SHA-256 of each file.
    ALTER TABLE import_run ADD COLUMN files TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(files));
    -- One digest over the content of all files and the profile; null for what was entered by hand.
    ALTER TABLE import_run ADD COLUMN source_digest TEXT;
    CREATE INDEX import_run_by_source ON import_run (source_digest) WHERE source_digest IS NOT NULL;
  `,
}
