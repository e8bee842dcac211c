import type { FollowupGroup, FollowupList, FollowupRow } from '../../../shared/contract/followups.ts'

/** What the list shows line by line: a group's heading, then its rows. */
export type ListLine =
  | { readonly kind: 'heading'; readonly group: FollowupGroup; readonly count: number }
  | { readonly kind: 'row'; readonly row: FollowupRow; readonly position: number }

/** The engine's order with a heading where a group begins. A heading counts all the work, also what is not shown. */
export function listLines({ rows, counts }: Pick<FollowupList, 'rows' | 'counts'>): readonly ListLine[] {
  return rows.flatMap((row, position): ListLine[] => {
    const line: ListLine = { kind: 'row', row, position }
    const begins = row.group !== rows[position - 1]?.group
    return begins ? [{ kind: 'heading', group: row.group, count: counts[row.group] }, line] : [line]
  })
}

/** The line on which a row stands; 0, the first heading, where there is no such row. */
export function lineOfRow(lines: readonly ListLine[], position: number): number {
  return Math.max(
    0,
    lines.findIndex((line) => line.kind === 'row' && line.position === position),
  )
}
