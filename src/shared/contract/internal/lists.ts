import type { z } from 'zod'
import type { Language } from '../../locale/languages.ts'
import type { customerListRequest } from '../customer-lists.ts'
import { declareJob } from './declaration.ts'

export const lists = {
  /** Writes a list of customers, masked, to a file; every person in it is named in the audit with the reason. */
  export: declareJob('lists.export')
    .takes<{
      readonly path: string
      readonly request: z.output<typeof customerListRequest>
      readonly reason: string
      readonly language: Language
    }>()
    .tells<{ readonly rows: number }>()
    .returns<{ readonly rows: number }>(),
}
