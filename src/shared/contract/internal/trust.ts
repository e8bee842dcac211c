import type { RetentionCounts } from '../../domain/consent/retention.ts'
import { declareJob } from './declaration.ts'

export const trust = {
  /** Removes what is past its time, exactly as it was planned. */
  retain: declareJob('trust.retain')
    .takes<{ readonly planned: RetentionCounts }>()
    .tells<{ readonly done: number }>()
    .returns<{ readonly counts: RetentionCounts }>(),
}
