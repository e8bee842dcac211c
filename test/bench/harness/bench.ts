import type { BranchStore } from './branch-store.ts'
import type { Figure } from './figures.ts'
import type { Scale } from './scale.ts'

/** What a bench is given. */
export interface CommandContext {
  readonly scale: Scale
  /** A copy of this scale's kept branch, which may be changed. */
  workingCopy(): Promise<BranchStore>
  /** A new folder on the disk of the kept branch, swept away at the end of the run. */
  scratchFolder(): string
}

/** Measures one path of the product and its floor in one run. */
export interface Bench {
  readonly name: string
  measure(context: CommandContext): Promise<readonly Figure[]>
}
