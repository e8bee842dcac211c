import type { Migration } from './migration.ts'

/** Full-width letters, digits and marks that a key may have, with their plain forms. */
const WIDE: readonly (readonly [wide: string, plain: string])[] = [
  ...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_/.',
].map((plain) => [String.fromCharCode(plain.charCodeAt(0) + 0xfee0), plain])

/** Zero-width characters, direction marks and byte order marks, which nobody sees. */
const UNSEEN = ['\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff', '\u00ad']

/** What a program puts round a key so that a spreadsheet leaves it alone: `="000123"`, `"000123"`, `'000123`. */
function withoutGuards(key: string): string {
  return `CASE WHEN ${key} GLOB '="*"' AND length(${key}) > 3 THEN substr(${key}, 3, length(${key}) - 3)
      WHEN ${key} GLOB '"*"' AND length(${key}) > 2 THEN substr(${key}, 2, length(${key}) - 2)
      WHEN ${key} GLOB '''?*' THEN trim(${key}, '''')
      ELSE ${key} END`
}

function inHalfWidth(key: string): string {
  const seen = UNSEEN.reduce((sql, mark) => `replace(${sql}, '${mark}', '')`, key)
  return WIDE.reduce((sql, [wide, plain]) => `replace(${sql}, '${wide}', '${plain}')`, seen)
}

function isDoubtful(key: string): string {
  return `(${key} GLOB '="*' OR ${key} GLOB '"*' OR ${key} GLOB '''*' OR ${key} GLOB '*[^ -~]*')`
}

/** The key as it is read from now on: its own form where that is the same. */
function plain(key: string): string {
  return `trim(${withoutGuards(`(${inHalfWidth(key)})`)})`
}

/** Where a plain key is there already, both rows stay: only a person can say that they are one. */
function remade(table: string, column: string, condition = ''): string {
  return `UPDATE OR IGNORE ${table} SET ${column} = ${plain(column)} WHERE ${isDoubtful(column)}${condition};`
}

const CUSTOMER_NO_KIND = 8

/**
 * Keys are compared in half width and without guards from now on. Those that an older version kept as they stood in the
 * file are brought into that form, so that the next extract finds its rows and does not add them a second time.
 */
export const plainKeys: Migration = {
  version: 160,
  name: 'plain-keys',
  sql: `
    ${remade('customer', 'customer_no')}
    ${remade('account', 'account_no')}
    ${remade('loan', 'loan_no')}
    ${remade('card', 'card_no')}
    ${remade('txn', 'txn_no')}
    ${remade('customer', 'household_no')}
    ${remade('customer', 'owner_no')}
    -- A before-image finds its transaction by the number in its key.
    UPDATE import_change SET row_key = json_set(row_key, '$[2]', ${plain("(row_key ->> '$[2]')")})
      WHERE entity = 'txn' AND ${isDoubtful("(row_key ->> '$[2]')")};
    -- A person is found by their number too, as long as that is still theirs.
    ${remade(
      'search_key',
      'key',
      ` AND kind = ${CUSTOMER_NO_KIND}
        AND NOT EXISTS (SELECT 1 FROM customer WHERE customer.customer_no = search_key.key)`,
    )}
    -- Balances may have become unknown (130), which figures of people must not count: the next refresh takes everyone.
    DELETE FROM setting WHERE name = 'facts.refreshedFor';
  `,
}
