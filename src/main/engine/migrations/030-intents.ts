import type { Migration } from './migration.ts'

/** What people want, who follows up and when, what came of it, and the lists that were printed. */
export const intents: Migration = {
  version: 30,
  name: 'intents',
  sql: `
    -- While an intent is open it has an owner and a next date (F1); the database refuses it otherwise.
    CREATE TABLE intent (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      customer_id INTEGER NOT NULL REFERENCES customer (id),
      product TEXT NOT NULL CHECK (product IN ('wealth', 'loan', 'card', 'deposit', 'insurance', 'fund')),
      level TEXT NOT NULL CHECK (level IN ('high', 'mid', 'low')),
      status TEXT NOT NULL CHECK (status IN ('open', 'converted', 'lost', 'mistaken', 'undone')),
      owner_no TEXT REFERENCES staff (no),
      warn_on TEXT,
      next_on TEXT,
      due_rule TEXT CHECK (due_rule IS NULL OR json_valid(due_rule)),
      last_evidence_on TEXT NOT NULL,
      created_by TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      closed_at INTEGER,
      -- Why it was closed, in the words of whoever closed it.
      closed_note TEXT NOT NULL DEFAULT '',
      updated_at INTEGER NOT NULL,
      version INTEGER NOT NULL DEFAULT 1,
      CHECK (status <> 'open' OR (owner_no IS NOT NULL AND next_on IS NOT NULL AND warn_on IS NOT NULL)),
      CHECK ((status = 'open') = (closed_at IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX intent_one_open_per_product ON intent (customer_id, product) WHERE status = 'open';
    CREATE INDEX intent_by_customer ON intent (customer_id);
    CREATE INDEX intent_open_of_owner ON intent (owner_no, next_on) WHERE status = 'open';

    CREATE TABLE intent_evidence (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      intent_id INTEGER NOT NULL REFERENCES intent (id),
      level TEXT NOT NULL,
      signals TEXT NOT NULL CHECK (json_valid(signals)),
      note TEXT NOT NULL,
      on_date TEXT NOT NULL,
      at INTEGER NOT NULL,
      staff_no TEXT NOT NULL,
      -- The intent as it stood before this flag, for the undo; null where the flag created it.
      before TEXT CHECK (before IS NULL OR json_valid(before)),
      undone_at INTEGER
    ) STRICT;
    CREATE INDEX intent_evidence_by_intent ON intent_evidence (intent_id, at);

    CREATE TABLE contact (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      customer_id INTEGER NOT NULL REFERENCES customer (id),
      intent_id INTEGER REFERENCES intent (id),
      channel TEXT NOT NULL CHECK (channel IN ('face', 'phone', 'sms', 'email', 'app', 'wechat')),
      outcome TEXT NOT NULL,
      marketing INTEGER NOT NULL CHECK (marketing IN (0, 1)),
      note TEXT NOT NULL,
      on_date TEXT NOT NULL,
      at INTEGER NOT NULL,
      staff_no TEXT NOT NULL
    ) STRICT;
    CREATE INDEX contact_by_customer ON contact (customer_id, on_date);
    -- A refused channel is closed for marketing whoever asks, whatever the screen allowed (P3), and whichever of a
    -- person's merged records it was refused on. The contact in which the customer refuses is itself recorded before
    -- the refusal row, so it passes.
    CREATE TRIGGER contact_respects_refusal BEFORE INSERT ON contact
      WHEN NEW.marketing = 1 AND EXISTS (
        SELECT 1 FROM customer AS own
        JOIN customer AS record
          ON record.id = coalesce(own.merged_into, own.id) OR record.merged_into = coalesce(own.merged_into, own.id)
        JOIN refusal ON refusal.customer_id = record.id AND refusal.channel = NEW.channel
        WHERE own.id = NEW.customer_id)
      BEGIN SELECT RAISE(ABORT, 'channel refused'); END;

    CREATE TABLE list_print (
      print_no INTEGER PRIMARY KEY AUTOINCREMENT,
      uid TEXT NOT NULL UNIQUE,
      owner_no TEXT NOT NULL,
      printed_by TEXT NOT NULL,
      printed_at INTEGER NOT NULL,
      as_of TEXT NOT NULL,
      shred_by TEXT NOT NULL
    ) STRICT;

    CREATE TABLE list_print_row (
      print_no INTEGER NOT NULL REFERENCES list_print (print_no),
      row_no INTEGER NOT NULL,
      intent_id INTEGER NOT NULL REFERENCES intent (id),
      group_name TEXT NOT NULL CHECK (group_name IN ('overdue', 'today', 'tomorrow', 'later')),
      PRIMARY KEY (print_no, row_no)
    ) STRICT, WITHOUT ROWID;
  `,
}
