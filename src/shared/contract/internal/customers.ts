import { declareInternal, declareJob, type Nothing } from './declaration.ts'

export const maintenance = {
  /** The person of a customer number or uid, a merged record's person included; throws `customers.notFound`. */
  findCustomer: declareInternal('maintenance.findCustomer', 'write')
    .takes<{ readonly key: string }>()
    .returns<{ readonly uid: string }>(),
}

export const facts = {
  /** Recomputes every person's facts, findings and search rank for a new day. */
  refresh: declareJob('facts.refresh')
    .takes<Nothing>()
    .tells<{ readonly done: number; readonly total: number }>()
    .returns<{ readonly customers: number }>(),
}
