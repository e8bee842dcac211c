import type { Migration } from './migration.ts'

/** A list of customers on paper: numbered in the series of the daily lists, with everybody who stands on it. */
export const prints: Migration = {
  version: 110,
  name: 'prints',
  sql: `
    -- The kinds stand in a check of the column, which cannot be changed: another column takes its place.
    ALTER TABLE list_print ADD COLUMN form TEXT NOT NULL DEFAULT 'daily'
      CHECK (form IN ('daily', 'morning', 'customers'));
    UPDATE list_print SET form = kind;
    ALTER TABLE list_print DROP COLUMN kind;
    ALTER TABLE list_print RENAME COLUMN form TO kind;
    -- Of customers: what was asked for, in which columns, and how many there were.
    ALTER TABLE list_print ADD COLUMN shows TEXT CHECK (shows IS NULL OR json_valid(shows));

    CREATE TABLE list_print_person (
      print_no INTEGER NOT NULL REFERENCES list_print (print_no),
      row_no INTEGER NOT NULL,
      customer_id INTEGER NOT NULL REFERENCES customer (id),
      PRIMARY KEY (print_no, row_no)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX list_print_person_by_customer ON list_print_person (customer_id);

    -- A printed list of customers names everybody on it.
    DROP INDEX audit_looks_by_time;
    CREATE INDEX audit_looks_by_time ON audit (at) WHERE action IN (
      'customers.open', 'customers.comparePair', 'followups.findRow', 'customers.reveal', 'followups.freezeList',
      'followups.freezeMorning', 'followups.recordReprint', 'followups.sendToPrinter', 'followups.savePdf',
      'consents.export', 'imports.takeRejects', 'imports.saveRejects', 'lists.export', 'lists.freezeSheet',
      'audit.record'
    );
  `,
}
