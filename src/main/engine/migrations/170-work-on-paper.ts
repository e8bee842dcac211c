import type { Migration } from './migration.ts'

/** Lists of intents, leads and referrals on paper, numbered as those of customers are. */
export const workOnPaper: Migration = {
  version: 170,
  name: 'work-on-paper',
  sql: `
    -- The kinds stand in a check of the column, which cannot be changed: another column takes its place.
    ALTER TABLE list_print ADD COLUMN form TEXT NOT NULL DEFAULT 'daily'
      CHECK (form IN ('daily', 'morning', 'customers', 'intents', 'leads', 'referrals'));
    UPDATE list_print SET form = kind;
    ALTER TABLE list_print DROP COLUMN kind;
    ALTER TABLE list_print RENAME COLUMN form TO kind;
    -- What a print shows names its list now.
    UPDATE list_print SET shows = json_set(shows, '$.shows.list', 'customers') WHERE kind = 'customers';

    -- What stands in a row: an intent, a lead or a referral. Who it is about follows from that, strangers too.
    CREATE TABLE list_print_work (
      print_no INTEGER NOT NULL REFERENCES list_print (print_no),
      row_no INTEGER NOT NULL,
      intent_id INTEGER REFERENCES intent (id),
      lead_id INTEGER REFERENCES lead (id),
      referral_id INTEGER REFERENCES referral (id),
      PRIMARY KEY (print_no, row_no),
      CHECK ((intent_id IS NOT NULL) + (lead_id IS NOT NULL) + (referral_id IS NOT NULL) = 1)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX list_print_work_by_intent ON list_print_work (intent_id) WHERE intent_id IS NOT NULL;
    CREATE INDEX list_print_work_by_lead ON list_print_work (lead_id) WHERE lead_id IS NOT NULL;
    CREATE INDEX list_print_work_by_referral ON list_print_work (referral_id) WHERE referral_id IS NOT NULL;
  `,
}
