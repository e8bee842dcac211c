import type { Migration } from './migration.ts'

/**
 * People and what they hold. A record that turned out to be the same person as another keeps its row and points at the
 * one that stays (`merged_into`): nothing is lost by a merge, and undoing it is one column.
 */
export const customers: Migration = {
  version: 20,
  name: 'customers',
  sql: `
    CREATE TABLE import_run (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      profile_name TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'failed', 'undone')),
      as_of TEXT NOT NULL,
      staff_no TEXT NOT NULL,
      started_at INTEGER NOT NULL,
      finished_at INTEGER,
      owner_process INTEGER NOT NULL,
      heartbeat_at INTEGER NOT NULL,
      -- What the owner is at; a start that finds it unfinished finishes it by taking everything back.
      activity TEXT CHECK (activity IN ('loading', 'undoing')),
      counts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(counts)),
      reject_file TEXT,
      -- Rows that an undo left alone, because later work rests on them.
      kept_rows INTEGER NOT NULL DEFAULT 0,
      error TEXT,
      CHECK ((state = 'running') = (activity IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX import_run_one_at_a_time ON import_run (state) WHERE state = 'running';

    -- What a row looked like before an import changed it, so that the import can be undone as a whole.
    CREATE TABLE import_change (
      id INTEGER PRIMARY KEY,
      import_id INTEGER NOT NULL REFERENCES import_run (id) ON DELETE CASCADE,
      entity TEXT NOT NULL,
      row_key TEXT NOT NULL,
      before TEXT NOT NULL CHECK (json_valid(before))
    ) STRICT;
    CREATE INDEX import_change_by_import ON import_change (import_id, id);

    CREATE TABLE customer (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      customer_no TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      pinyin TEXT NOT NULL,
      initials TEXT NOT NULL,
      birth_on TEXT,
      sex TEXT NOT NULL DEFAULT 'unknown' CHECK (sex IN ('male', 'female', 'unknown')),
      id_number TEXT,
      id_checked INTEGER CHECK (id_checked IN (0, 1)),
      phone TEXT,
      occupation TEXT, employer TEXT, industry TEXT, address TEXT, housing TEXT,
      income_fen INTEGER, marriage TEXT, education TEXT, family TEXT,
      risk_grade TEXT, risk_assessed_on TEXT, risk_expires_on TEXT,
      channel_preference TEXT, hobbies TEXT, leaning TEXT,
      household_no TEXT,
      owner_no TEXT,
      merged_into INTEGER REFERENCES customer (id),
      merge_reason TEXT,
      -- The record this one was merged into first, where that one was merged itself later: a merge is taken back whole.
      merged_under INTEGER,
      -- Where the person's search keys lie; -1 while there are none.
      search_bucket INTEGER NOT NULL DEFAULT -1,
      source TEXT NOT NULL,
      import_id INTEGER REFERENCES import_run (id),
      as_of TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      version INTEGER NOT NULL DEFAULT 1,
      CHECK (merged_into IS NULL OR merged_into <> id)
    ) STRICT;
    CREATE INDEX customer_by_id_number ON customer (id_number) WHERE id_number IS NOT NULL;
    CREATE INDEX customer_by_phone ON customer (phone) WHERE phone IS NOT NULL;
    CREATE INDEX customer_by_name_and_birth ON customer (name, birth_on);
    CREATE INDEX customer_by_household ON customer (household_no) WHERE household_no IS NOT NULL;
    CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;

    -- Every key a person can be found by. The bucket (value, then recency; 0 first) stands before the key, so that a
    -- prefix's best matches are the first rows of a few short ranges and nothing has to be sorted. No foreign key: a
    -- cascade would have to walk the whole table; whoever removes a person computes the keys and removes them first.
    CREATE TABLE search_key (
      kind INTEGER NOT NULL,
      bucket INTEGER NOT NULL,
      key TEXT NOT NULL,
      customer_id INTEGER NOT NULL,
      PRIMARY KEY (kind, bucket, key, customer_id)
    ) STRICT, WITHOUT ROWID;

    -- People on their way to another bucket. A bulk run plans the moves of everyone and then carries out many at once in
    -- the order of the tree above; as long as the row stands, some of a person's keys may lie in both buckets. A number is
    -- never given twice, so that a plan that was dropped meanwhile is not taken for its successor.
    CREATE TABLE search_move (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      customer_id INTEGER NOT NULL UNIQUE REFERENCES customer (id) ON DELETE CASCADE,
      bucket INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE account (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      account_no TEXT NOT NULL UNIQUE,
      customer_id INTEGER NOT NULL REFERENCES customer (id),
      kind TEXT NOT NULL CHECK (kind IN ('demand', 'term', 'wealth', 'fund', 'insurance')),
      product_name TEXT NOT NULL,
      balance_fen INTEGER NOT NULL,
      -- Where the extract gives no balance it is the last transaction's.
      balance_source TEXT NOT NULL CHECK (balance_source IN ('extract', 'transactions')),
      opened_on TEXT,
      matures_on TEXT,
      rate_percent REAL,
      status TEXT NOT NULL CHECK (status IN ('open', 'frozen', 'closed')),
      import_id INTEGER REFERENCES import_run (id),
      as_of TEXT NOT NULL,
      updated_at INTEGER NOT NULL,
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE INDEX account_by_customer ON account (customer_id);

    CREATE TABLE loan (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      loan_no TEXT NOT NULL UNIQUE,
      customer_id INTEGER NOT NULL REFERENCES customer (id),
      account_id INTEGER REFERENCES account (id),
      principal_fen INTEGER NOT NULL,
      balance_fen INTEGER,
      started_on TEXT, ends_on TEXT,
      months INTEGER,
      payment_fen INTEGER,
      status TEXT NOT NULL CHECK (status IN ('running', 'running-overdue', 'finished', 'finished-unpaid')),
      import_id INTEGER REFERENCES import_run (id),
      as_of TEXT NOT NULL,
      updated_at INTEGER NOT NULL,
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE INDEX loan_by_customer ON loan (customer_id);
    CREATE INDEX loan_by_account ON loan (account_id) WHERE account_id IS NOT NULL;

    CREATE TABLE card (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      card_no TEXT NOT NULL UNIQUE,
      customer_id INTEGER NOT NULL REFERENCES customer (id),
      account_id INTEGER REFERENCES account (id),
      number TEXT,
      kind TEXT NOT NULL CHECK (kind IN ('debit', 'credit')),
      grade TEXT,
      issued_on TEXT,
      status TEXT NOT NULL CHECK (status IN ('open', 'blocked', 'closed')),
      import_id INTEGER REFERENCES import_run (id),
      as_of TEXT NOT NULL,
      updated_at INTEGER NOT NULL,
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE INDEX card_by_customer ON card (customer_id);
    CREATE INDEX card_by_account ON card (account_id) WHERE account_id IS NOT NULL;

    -- Clustered by person and day: a timeline is one range, and the same row read twice is found by its key.
    CREATE TABLE txn (
      customer_id INTEGER NOT NULL REFERENCES customer (id),
      on_date TEXT NOT NULL,
      txn_no TEXT NOT NULL,
      account_id INTEGER NOT NULL,
      direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
      amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
      balance_fen INTEGER,
      kind TEXT NOT NULL,
      channel TEXT,
      note TEXT,
      import_id INTEGER NOT NULL,
      PRIMARY KEY (customer_id, on_date, txn_no)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE month_rollup (
      customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      month TEXT NOT NULL,
      in_fen INTEGER NOT NULL,
      out_fen INTEGER NOT NULL,
      active_count INTEGER NOT NULL,
      end_balance_fen INTEGER NOT NULL,
      PRIMARY KEY (customer_id, month)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE timeline_event (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      customer_id INTEGER NOT NULL REFERENCES customer (id),
      on_date TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('basic', 'transaction', 'non-transaction', 'channel')),
      code TEXT NOT NULL,
      channel TEXT,
      -- What a need was about: repeated enquiries on one product are a finding.
      product TEXT CHECK (product IN ('wealth', 'loan', 'card', 'deposit', 'insurance', 'fund')),
      text TEXT,
      staff_no TEXT,
      import_id INTEGER REFERENCES import_run (id),
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX timeline_event_by_customer ON timeline_event (customer_id, on_date, id);

    CREATE TABLE complaint (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      customer_id INTEGER NOT NULL REFERENCES customer (id),
      opened_on TEXT NOT NULL,
      resolved_on TEXT,
      summary TEXT NOT NULL
    ) STRICT;
    CREATE INDEX complaint_by_customer ON complaint (customer_id);

    CREATE TABLE refusal (
      customer_id INTEGER NOT NULL REFERENCES customer (id),
      channel TEXT NOT NULL CHECK (channel IN ('face', 'phone', 'sms', 'email', 'app', 'wechat')),
      on_date TEXT NOT NULL,
      staff_no TEXT,
      PRIMARY KEY (customer_id, channel)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE tag (
      id INTEGER PRIMARY KEY,
      customer_id INTEGER NOT NULL REFERENCES customer (id),
      kind TEXT NOT NULL CHECK (kind IN ('identity', 'business', 'preference', 'relation')),
      text TEXT NOT NULL,
      source TEXT NOT NULL,
      expires_on TEXT,
      UNIQUE (customer_id, kind, text)
    ) STRICT;

    CREATE TABLE duplicate_pair (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      left_id INTEGER NOT NULL REFERENCES customer (id),
      right_id INTEGER NOT NULL REFERENCES customer (id),
      reason TEXT NOT NULL CHECK (reason IN ('same-id', 'same-phone', 'same-name-and-birth')),
      state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'same', 'different')),
      import_id INTEGER REFERENCES import_run (id),
      decided_by TEXT,
      UNIQUE (left_id, right_id),
      CHECK (left_id < right_id)
    ) STRICT;
    CREATE INDEX duplicate_pair_open ON duplicate_pair (id) WHERE state = 'open';
    CREATE INDEX duplicate_pair_by_right ON duplicate_pair (right_id);

    -- Everything that tiers, findings and lists ask of a person, one row each; kept by imports and commands.
    CREATE TABLE customer_facts (
      customer_id INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
      tier TEXT NOT NULL,
      value_rank INTEGER NOT NULL CHECK (value_rank BETWEEN 0 AND 2),
      aum_fen INTEGER NOT NULL,
      aum_average_fen INTEGER NOT NULL,
      deposit_fen INTEGER NOT NULL,
      investment_fen INTEGER NOT NULL,
      loan_fen INTEGER NOT NULL,
      last_active_on TEXT,
      last_visit_on TEXT,
      largest_90d_fen INTEGER NOT NULL,
      largest_90d_on TEXT,
      enquiries_90d INTEGER NOT NULL,
      last_enquiry_on TEXT,
      next_maturity_on TEXT,
      next_maturity_fen INTEGER NOT NULL,
      inflow_90d_fen INTEGER NOT NULL,
      outflow_90d_fen INTEGER NOT NULL,
      retention_percent INTEGER,
      salary_months INTEGER NOT NULL,
      balance_peak_12m_fen INTEGER NOT NULL,
      birth_month_day TEXT,
      -- One bit a finding, in the order of the domain's list; recomputed with the row and once a day.
      findings INTEGER NOT NULL DEFAULT 0,
      as_of TEXT NOT NULL
    ) STRICT;
    CREATE INDEX facts_by_tier ON customer_facts (tier, aum_fen DESC, customer_id);
    -- One list a finding, in work order: a page is one range.
    CREATE INDEX facts_leaking ON customer_facts (tier, aum_fen DESC, customer_id, findings) WHERE findings & 1 <> 0;
    CREATE INDEX facts_maturity_near ON customer_facts (tier, aum_fen DESC, customer_id, findings) WHERE findings & 2 <> 0;
    CREATE INDEX facts_large_cash ON customer_facts (tier, aum_fen DESC, customer_id, findings) WHERE findings & 4 <> 0;
    CREATE INDEX facts_wealth_enquiries ON customer_facts (tier, aum_fen DESC, customer_id, findings) WHERE findings & 8 <> 0;
    CREATE INDEX facts_near_next_tier ON customer_facts (tier, aum_fen DESC, customer_id, findings) WHERE findings & 16 <> 0;
    CREATE INDEX facts_birthday ON customer_facts (tier, aum_fen DESC, customer_id, findings) WHERE findings & 32 <> 0;
    CREATE INDEX facts_dormant ON customer_facts (tier, aum_fen DESC, customer_id, findings) WHERE findings & 64 <> 0;

    -- How many people have just this tier and these findings: a few hundred rows at most, whatever the branch's size.
    CREATE TABLE customer_count (
      tier TEXT NOT NULL,
      findings INTEGER NOT NULL,
      people INTEGER NOT NULL,
      PRIMARY KEY (tier, findings)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER facts_are_counted AFTER INSERT ON customer_facts BEGIN
      INSERT INTO customer_count (tier, findings, people) VALUES (new.tier, new.findings, 1)
        ON CONFLICT (tier, findings) DO UPDATE SET people = people + 1;
    END;
    CREATE TRIGGER facts_are_counted_off AFTER DELETE ON customer_facts BEGIN
      UPDATE customer_count SET people = people - 1 WHERE tier = old.tier AND findings = old.findings;
    END;
    CREATE TRIGGER facts_are_counted_anew AFTER UPDATE OF tier, findings ON customer_facts
      WHEN old.tier <> new.tier OR old.findings <> new.findings
    BEGIN
      UPDATE customer_count SET people = people - 1 WHERE tier = old.tier AND findings = old.findings;
      INSERT INTO customer_count (tier, findings, people) VALUES (new.tier, new.findings, 1)
        ON CONFLICT (tier, findings) DO UPDATE SET people = people + 1;
    END;
  `,
}
