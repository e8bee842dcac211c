import type { Migration } from './migration.ts'

/** Notes about a customer, and which prompt a flag answers. */
export const work: Migration = {
  version: 80,
  name: 'work',
  sql: `
    -- Something worth keeping that was no contact: nobody was reached, so it has no channel and no outcome.
    CREATE TABLE customer_note (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      customer_id INTEGER NOT NULL REFERENCES customer (id),
      note TEXT NOT NULL CHECK (note <> ''),
      on_date TEXT NOT NULL,
      at INTEGER NOT NULL,
      staff_no TEXT NOT NULL
    ) STRICT;
    CREATE INDEX customer_note_by_customer ON customer_note (customer_id, on_date);

    -- The kind of prompt that staff asked about and the customer said yes to; null for a wish of the customer's own.
    ALTER TABLE intent_evidence ADD COLUMN from_prompt TEXT;

    -- What a day came to is counted for the front page, of one person or of the branch.
    CREATE INDEX contact_of_day ON contact (on_date, staff_no);
    CREATE INDEX intent_evidence_of_day ON intent_evidence (on_date, staff_no);
    CREATE INDEX intent_converted ON intent (closed_at, owner_no) WHERE status = 'converted';
    CREATE INDEX lead_by_creation ON lead (created_at, created_by);
  `,
}
