import type { Migration } from './migration.ts'

/** What a contact said before it was corrected. */
export const contactCorrection: Migration = {
  version: 100,
  name: 'contact-correction',
  sql: `
    -- A contact has its newest words; each version before them stands here, with who corrected it, when and why.
    CREATE TABLE contact_version (
      id INTEGER PRIMARY KEY,
      contact_id INTEGER NOT NULL REFERENCES contact (id),
      channel TEXT NOT NULL CHECK (channel IN ('face', 'phone', 'sms', 'email', 'app', 'wechat')),
      outcome TEXT NOT NULL,
      marketing INTEGER NOT NULL CHECK (marketing IN (0, 1)),
      note TEXT NOT NULL,
      reason TEXT NOT NULL,
      corrected_at INTEGER NOT NULL,
      corrected_by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX contact_version_by_contact ON contact_version (contact_id, id);
    CREATE TRIGGER contact_version_stands BEFORE UPDATE ON contact_version
      BEGIN SELECT RAISE(ABORT, 'version stands'); END;

    -- No correction makes marketing of a contact on a refused channel or after a withdrawn consent (P3), as none is put in.
    CREATE TRIGGER correction_respects_refusal BEFORE UPDATE OF channel, marketing ON contact
      WHEN NEW.marketing = 1 AND (OLD.marketing = 0 OR OLD.channel <> NEW.channel) AND EXISTS (
        SELECT 1 FROM customer AS own
        JOIN customer AS record
          ON record.id = coalesce(own.merged_into, own.id) OR record.merged_into = coalesce(own.merged_into, own.id)
        JOIN refusal ON refusal.customer_id = record.id AND refusal.channel = NEW.channel
        WHERE own.id = NEW.customer_id)
      BEGIN SELECT RAISE(ABORT, 'channel refused'); END;
    CREATE TRIGGER correction_respects_withdrawal BEFORE UPDATE OF channel, marketing ON contact
      WHEN NEW.marketing = 1 AND (OLD.marketing = 0 OR OLD.channel <> NEW.channel) AND EXISTS (
        SELECT 1 FROM customer AS own
        JOIN withdrawn_person ON withdrawn_person.customer_id = coalesce(own.merged_into, own.id)
        WHERE own.id = NEW.customer_id)
      BEGIN SELECT RAISE(ABORT, 'consent withdrawn'); END;
  `,
}
