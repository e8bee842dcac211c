import type { Migration } from './migration.ts'

/** The branch, its staff and settings, and the two ledgers that every write adds to: outbox and audit. */
export const foundation: Migration = {
  version: 10,
  name: 'foundation',
  sql: `
    CREATE TABLE branch (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      uid TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
      demo_as_of TEXT,
      device_uid TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE staff (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      no TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('teller', 'lobby', 'rm', 'head', 'admin')),
      active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT;

    CREATE TABLE setting (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL CHECK (json_valid(value)),
      updated_at INTEGER NOT NULL,
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE year_notice (
      year INTEGER PRIMARY KEY,
      days TEXT NOT NULL CHECK (json_valid(days)),
      imported_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE day_override (
      on_date TEXT PRIMARY KEY,
      working INTEGER NOT NULL CHECK (working IN (0, 1)),
      reason TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- seq is the device's own sequence: AUTOINCREMENT never hands a number out twice, even after rows were sent and dropped.
    CREATE TABLE outbox (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      -- Unlike any other by its making (UUIDv7); the hub is who refuses to apply one twice.
      operation_id TEXT NOT NULL,
      operation TEXT NOT NULL,
      staff_no TEXT NOT NULL,
      at INTEGER NOT NULL,
      payload TEXT NOT NULL CHECK (json_valid(payload))
    ) STRICT;

    -- One link of the chain a row: hash covers the previous hash and every column of the row.
    CREATE TABLE audit (
      seq INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      staff_no TEXT NOT NULL,
      action TEXT NOT NULL,
      customer_uid TEXT,
      detail TEXT NOT NULL CHECK (json_valid(detail)),
      previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
    CREATE INDEX audit_by_customer ON audit (customer_uid, seq) WHERE customer_uid IS NOT NULL;
    CREATE INDEX audit_views_of_staff ON audit (staff_no, at, customer_uid) WHERE action = 'customers.open';
    CREATE TRIGGER audit_is_append_only BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
    CREATE TRIGGER audit_keeps_rows BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
  `,
}
