import type { Migration } from './migration.ts'

/** An outbox row names its own links of the audit, so that each can be looked for, and not only their number. */
export const outboxLinks: Migration = {
  version: 190,
  name: 'outbox-links',
  sql: `
    -- Null in rows from before.
    ALTER TABLE outbox ADD COLUMN first_link INTEGER;
    ALTER TABLE outbox ADD COLUMN last_link INTEGER;
  `,
}
