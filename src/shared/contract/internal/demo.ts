import type { ImportProgress } from '../imports.ts'
import { declareJob } from './declaration.ts'

export const demo = {
  /** Fills a newly created demo branch: the generator's extracts through the real import, then what extracts don't carry. */
  load: declareJob('demo.load')
    .takes<{
      readonly seed: number
      readonly asOf: string
      readonly customers: number
      readonly scratchFolder: string
    }>()
    .tells<ImportProgress>()
    .returns<{ readonly customers: number }>(),
}
