/** A row of which some columns are not null. */
export type Filled<Row, Name extends keyof Row> = Row & { readonly [N in Name]: NonNullable<Row[N]> }

/**
 * A row without nulls in columns that its table lets be null for other rows only: a CHECK of the table says that open
 * work has an owner and its dates (F1), and that an offered referral has a clock (L8).
 * @throws TypeError where one is null all the same
 */
export function filled<Row, Name extends keyof Row>(row: Row, names: readonly Name[]): Filled<Row, Name> {
  if (!isFilled(row, names)) throw new TypeError(`${names.join(' or ')} is null`)
  return row
}

function isFilled<Row, Name extends keyof Row>(row: Row, names: readonly Name[]): row is Filled<Row, Name> {
  return names.every((name) => row[name] !== null)
}
