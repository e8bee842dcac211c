import { declareInternal } from './declaration.ts'

export const maintenance = {
  /** The person of a customer number or uid, a merged record's person included; throws `customers.notFound`. */
  findCustomer: declareInternal('maintenance.findCustomer', 'write')
    .takes<{ readonly key: string }>()
    .returns<{ readonly uid: string }>(),
}
