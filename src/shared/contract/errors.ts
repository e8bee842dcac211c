/** The codes the door can answer with are the product's refusals: one list, kept where the rules are. */
export {
  REFUSAL_CODES as ERROR_CODES,
  type RefusalCode as ErrorCode,
} from '../domain/branch/refusal-codes.ts'
