import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { WriteContext } from '../../engine/context.ts'
import { recountEnquiries } from '../../records/facts/recount-enquiries.ts'

/** The product whose repeated enquiries are worth a prompt (L3). */
const ENQUIRY_PRODUCT: ProductCode = 'wealth'

/** Brings the person's facts up to date where a flag was, or was no longer, an enquiry that they count. */
export function countEnquiry(context: WriteContext, personId: number, product: ProductCode): void {
  if (product !== ENQUIRY_PRODUCT) return
  const { connection, todayOn, settings } = context
  context.changed(...recountEnquiries(connection, personId, { asOf: todayOn, settings }))
}
