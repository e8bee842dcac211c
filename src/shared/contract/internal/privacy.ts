import type { RetentionCounts } from '../../domain/consent/retention.ts'
import type { Language } from '../../locale/languages.ts'
import { declareJob } from './declaration.ts'

export const consents = {
  /** Writes the register of consents and refusals to a file: one customer's, or the branch's where none is named. */
  export: declareJob('consents.export')
    .takes<{
      readonly path: string
      readonly customerUid: string | null
      readonly reason: string
      readonly language: Language
    }>()
    .tells<{ readonly rows: number }>()
    .returns<{ readonly rows: number }>(),
}

export const privacy = {
  /** Removes what is past its time, exactly as it was planned. */
  retain: declareJob('privacy.retain')
    .takes<{ readonly planned: RetentionCounts }>()
    .tells<{ readonly done: number }>()
    .returns<{ readonly counts: RetentionCounts }>(),
}
