import { declareJob, type Nothing } from './declaration.ts'

export const facts = {
  /** Recomputes every person's facts, findings and search rank for a new day. */
  refresh: declareJob('facts.refresh')
    .takes<Nothing>()
    .tells<{ readonly done: number; readonly total: number }>()
    .returns<{ readonly customers: number }>(),
}
