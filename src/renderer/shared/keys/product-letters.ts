import { useOperation } from '../../ipc/operations.ts'

/** The branch's key for each product, in the order of `PRODUCTS`; empty until known, so that no key means two things. */
export function useProductLetters(): string {
  return useOperation('settings.get', {}).data?.productLetters ?? ''
}
