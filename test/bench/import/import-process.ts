/** One import in a process of its own: DATA-FOLDER EXTRACT-FOLDER ENTITY … Prints `ImportCost` as JSON. */
import { EnginePool } from '../../../src/main/engine/pool.ts'
import { IMPORT_ENTITIES } from '../../../src/shared/domain/imports/import-fields.ts'
import { ENGINE_WORKER, importInto, openStore, profileFor } from '../harness/branch-store.ts'
import type { ImportCost } from './import-cost.ts'

const KIB_PER_MIB = 1_024

const [dataFolder = '', extractFolder = '', ...names] = process.argv.slice(2)
const entities = IMPORT_ENTITIES.filter((entity) => names.includes(entity))
const { file, dataKey } = await openStore(dataFolder)
const engine = await EnginePool.open({ worker: ENGINE_WORKER, file, dataKey, readers: 0 }, () => {})
const startedAt = performance.now()
const sheet = await importInto(engine, extractFolder, dataFolder, profileFor(...entities))
const ms = performance.now() - startedAt
await engine.close()
const rows = Object.values(sheet.entities).reduce((sum, { added }) => sum + added, 0)
const cost: ImportCost = { ms, rows, peakMiB: process.resourceUsage().maxRSS / KIB_PER_MIB }
process.stdout.write(JSON.stringify(cost))
