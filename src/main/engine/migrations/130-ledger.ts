import type { Migration } from './migration.ts'

/** A transaction is identified by its account too, and knows the place in its file; a balance may be unknown; a run says what was wrong. */
export const ledger: Migration = {
  version: 130,
  name: 'ledger',
  sql: `
    -- Both legs of a transfer may bear one serial. The rows are copied in the order of the new key, which the old key's
    -- order is already, so that every page is written once and nothing is sorted.
    CREATE TABLE txn_by_account (
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
      -- The file that brought the row first, counted over all runs, and its line there: their order within a day. Rows of
      -- older versions have neither.
      file_no INTEGER,
      line INTEGER,
      PRIMARY KEY (customer_id, on_date, txn_no, account_id)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO txn_by_account (customer_id, on_date, txn_no, account_id, direction, amount_fen, balance_fen, kind, channel,
        note, import_id)
      SELECT customer_id, on_date, txn_no, account_id, direction, amount_fen, balance_fen, kind, channel, note, import_id
      FROM txn ORDER BY customer_id, on_date, txn_no;
    DROP TABLE txn;
    ALTER TABLE txn_by_account RENAME TO txn;

    -- What was wrong with a run's records, kind by kind, and what the code of a failed one speaks of.
    ALTER TABLE import_run ADD COLUMN problems TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE import_run ADD COLUMN error_detail TEXT NOT NULL DEFAULT '{}';

    -- Says something only where the balance is taken from transactions: 1 where they do not tell it.
    ALTER TABLE account ADD COLUMN balance_unknown INTEGER NOT NULL DEFAULT 0 CHECK (balance_unknown IN (0, 1));

    ALTER TABLE customer_facts ADD COLUMN unknown_balances INTEGER NOT NULL DEFAULT 0;

    -- Older versions took the greatest number of the last day. Where exactly one row of that day is continued by no other,
    -- it is the last; every other such balance is unknown until the person's next import.
    UPDATE account SET (balance_fen, balance_unknown) = (
        SELECT iif(count(*) = 1, coalesce(min(last.balance_fen), 0), 0),
          iif(count(*) = 1 AND count(last.balance_fen) = 1, 0, 1)
        FROM txn AS last
        WHERE last.customer_id = account.customer_id AND last.account_id = account.id AND last.on_date = (
            SELECT max(day.on_date) FROM txn AS day
            WHERE day.customer_id = account.customer_id AND day.account_id = account.id)
          AND NOT EXISTS (
            SELECT 1 FROM txn AS next
            WHERE next.customer_id = last.customer_id AND next.on_date = last.on_date
              AND next.account_id = last.account_id AND next.txn_no <> last.txn_no
              AND next.balance_fen - iif(next.direction = 'in', next.amount_fen, -next.amount_fen) = last.balance_fen))
      WHERE balance_source = 'transactions';
  `,
}
