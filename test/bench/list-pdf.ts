import { Connection } from '../../src/main/engine/connection.ts'
import { EnginePool } from '../../src/main/engine/pool.ts'
import { addDays } from '../../src/shared/domain/calendar/civil-date.ts'
import type { Bench, CommandContext } from './harness/bench.ts'
import { BRANCH_DAY, type BranchStore, ENGINE_WORKER, HEAD } from './harness/branch-store.ts'
import { type Figure, median } from './harness/figures.ts'
import { type BenchWindow, openBenchWindow } from './window/bench-window.ts'

const ROWS = 200
const PRINTS = 7
const MOST_S = 1.5
const MS_PER_S = 1_000
/** By then every flag of today is due. */
const DAYS_AHEAD = 60

/**
 * Freezing, laying out and rendering a daily list of 200 rows, median. Floor: an empty PDF of the same window. The
 * first print, which makes the window, counts as the others do.
 */
export const listPdf: Bench = { name: 'list.pdf', measure }

async function measure({ workingCopy }: CommandContext): Promise<readonly Figure[]> {
  const store = await workingCopy()
  const ownerNo = await flagRows(store)
  const bench = await openBenchWindow(store.folder)
  const ours: number[] = []
  const floor: number[] = []
  for (let print = 0; print < PRINTS; print++) {
    ours.push(await printList(bench, ownerNo))
    floor.push(await printNothing(bench))
  }
  await bench.app.close()
  const target = { of: 'value', atMost: MOST_S } as const
  return [
    { name: 'list.pdf', value: median(ours) / MS_PER_S, unit: 's', floor: median(floor) / MS_PER_S, target },
  ]
}

/** @returns the manager whose list has the rows */
async function flagRows({ file, dataKey }: BranchStore): Promise<string> {
  const connection = Connection.open({ file, dataKey, mode: 'reader' })
  const people = connection
    .statement<{ uid: string; ownerNo: string }>(
      `SELECT uid, owner_no AS ownerNo FROM customer
       WHERE owner_no = (SELECT min(no) FROM staff WHERE role = 'rm') AND merged_into IS NULL LIMIT ?`,
    )
    .all(ROWS)
  connection.close()
  const engine = await EnginePool.open({ worker: ENGINE_WORKER, file, dataKey, readers: 0 }, () => {})
  for (const { uid: customerUid } of people) {
    await engine.call('intents.flag', { customerUid, product: 'wealth', level: 'high' }, HEAD)
  }
  await engine.close()
  return people[0]?.ownerNo ?? HEAD.no
}

async function printList({ page }: BenchWindow, ownerNo: string): Promise<number> {
  const asked = { ownerNo, asOf: addDays(BRANCH_DAY, DAYS_AHEAD) }
  const { ms, rows } = await page.evaluate(async (input) => {
    const askedAt = performance.now()
    const reply = await window.huiyan.call('followups.print', input)
    if (!reply.ok) throw new Error(reply.error.code)
    return { ms: performance.now() - askedAt, rows: reply.value.list.rowCount }
  }, asked)
  if (rows !== ROWS) throw new Error(`The list has ${rows} rows`)
  return ms
}

/** Empties the page that the list was laid out in, and renders it again. */
function printNothing({ app }: BenchWindow): Promise<number> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const sheets = BrowserWindow.getAllWindows().map((each) => each.webContents)
    const sheet = sheets.find((contents) => contents.getURL().includes('sheet.html'))
    if (sheet === undefined) throw new Error('There is no sheet to empty')
    await sheet.executeJavaScript('document.body.replaceChildren()')
    const askedAt = performance.now()
    await sheet.printToPDF({ pageSize: 'A4' })
    return performance.now() - askedAt
  })
}
