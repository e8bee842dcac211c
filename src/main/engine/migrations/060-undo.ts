import type { Migration } from './migration.ts'

/** What takes back a step, and who served a visitor before. */
export const undo: Migration = {
  version: 60,
  name: 'undo',
  sql: `
    -- What the staff did last, and the rows as they were before it; gone with the first step after its seconds.
    CREATE TABLE undo_slip (
      operation_id TEXT PRIMARY KEY,
      staff_no TEXT NOT NULL,
      operation TEXT NOT NULL,
      at INTEGER NOT NULL,
      audit_seq INTEGER NOT NULL,
      customer_uid TEXT,
      detail TEXT NOT NULL CHECK (json_valid(detail)),
      changes TEXT NOT NULL CHECK (json_valid(changes)),
      -- 1 while its rows are being put back.
      taking INTEGER NOT NULL DEFAULT 0 CHECK (taking IN (0, 1))
    ) STRICT;
    CREATE INDEX undo_slip_of_staff ON undo_slip (staff_no, audit_seq);

    -- Who served in the state before, so that one step back leads to them.
    ALTER TABLE visit ADD COLUMN served_before TEXT;

    -- A refusal is only taken off by a reopening that rests on a given consent to marketing, whoever asks; or with the
    -- step that wrote it, while that step is being taken back.
    DROP TRIGGER refusal_yields_to_consent;
    CREATE TRIGGER refusal_yields_to_consent BEFORE DELETE ON refusal
      WHEN NOT EXISTS (
        SELECT 1 FROM channel_reopening AS reopening JOIN consent ON consent.id = reopening.consent_id
        WHERE reopening.customer_id = OLD.customer_id AND reopening.channel = OLD.channel
          AND reopening.refused_on = OLD.on_date AND consent.purpose = 'marketing' AND consent.given = 1)
      AND NOT EXISTS (
        SELECT 1 FROM undo_slip JOIN json_each(undo_slip.changes, '$.steps') AS step
        WHERE undo_slip.taking = 1 AND step.value ->> '$.table' = 'refusal' AND step.value ->> '$.before' IS NULL
          AND step.value ->> '$.key[0]' = OLD.customer_id AND step.value ->> '$.key[1]' = OLD.channel)
      BEGIN SELECT RAISE(ABORT, 'refusal stands'); END;
  `,
}
