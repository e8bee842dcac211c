import type { Language } from '../../locale/languages.ts'
import type { ListRequest } from '../lists.ts'
import { declareJob } from './declaration.ts'

export const lists = {
  /** Writes a list, masked, to a file; every customer in it is named in the audit with the reason. */
  export: declareJob('lists.export')
    .takes<{
      readonly path: string
      readonly request: ListRequest
      readonly reason: string
      readonly language: Language
    }>()
    .tells<{ readonly rows: number }>()
    .returns<{ readonly rows: number }>(),
}
