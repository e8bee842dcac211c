import type { InsertResult } from 'kysely'
import type { Published } from '../../../shared/contract/events/index.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { type ListLayout, storedLayout } from '../../../shared/contract/lists.ts'
import type { ReadContext, WriteContext } from '../../engine/context.ts'
import { query } from '../../engine/query.ts'

interface Owner {
  staffNo: string
}

const LAYOUTS = query<{ list: string; columns: string; sort: string; reversed: 0 | 1 }, Owner>((sql, at) =>
  sql
    .selectFrom('list_layout')
    .select(['list', 'columns', 'sort', 'reversed'])
    .where('staff_no', '=', at.staffNo)
    .orderBy('list'),
)

/** How the caller laid lists out; what an older program kept and this one cannot read is left out. */
export function layouts({ connection, staff }: ReadContext): readonly ListLayout[] {
  return LAYOUTS.all(connection, { staffNo: staff.no }).flatMap(({ list, columns, sort, reversed }) => {
    const read = storedLayout.safeParse({
      list,
      columns: JSON.parse(columns),
      sort,
      reversed: reversed === 1,
    })
    return read.success ? [read.data] : []
  })
}

interface Kept extends Owner {
  list: string
  columns: string
  sort: string
  reversed: 0 | 1
}

const SAVE = query<InsertResult, Kept>((sql, at) =>
  sql
    .insertInto('list_layout')
    .values({
      staff_no: at.staffNo,
      list: at.list,
      columns: at.columns,
      sort: at.sort,
      reversed: at.reversed,
    })
    .onConflict((conflict) =>
      conflict.columns(['staff_no', 'list']).doUpdateSet((eb) => ({
        columns: eb.ref('excluded.columns'),
        sort: eb.ref('excluded.sort'),
        reversed: eb.ref('excluded.reversed'),
      })),
    ),
)

/** Keeps how the caller laid a list out. */
export function saveLayout(
  context: WriteContext,
  { list, columns, sort, reversed }: ParsedInputOf<'lists.saveLayout'>,
): null {
  SAVE.run(context.connection, {
    staffNo: context.staff.no,
    list,
    columns: JSON.stringify(columns),
    sort,
    reversed: reversed ? 1 : 0,
  })
  context.changed('list_layout')
  context.note({ list })
  context.publish({} satisfies Published<'lists.saveLayout'>)
  return null
}
