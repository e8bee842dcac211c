import type { BranchStore } from './branch-store.ts'
import type { Figure } from './figures.ts'
import type { Scale } from './scale.ts'

/** What a bench is given. */
export interface Surroundings {
  readonly scale: Scale
  /** The kept branch of this scale; read it, never write to it. */
  store(): Promise<BranchStore>
  /** A copy of it that may be changed; the benches of one run share it. */
  workingCopy(): Promise<BranchStore>
  /** A new folder on the disk of the store, swept away at the end of the run. */
  scratchFolder(): string
}

/** Measures one path of the product and its floor in one run. */
export interface Bench {
  readonly name: string
  measure(surroundings: Surroundings): Promise<readonly Figure[]>
}
