import type { GuessedAt } from '../../domain/consent/guesses.ts'
import type { RetentionCounts } from '../../domain/consent/retention.ts'
import type { WholeNumber } from '../../domain/text/whole-number.ts'
import type { Language } from '../../locale/languages.ts'
import { declareInternal, declareJob } from './declaration.ts'

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
  /** What a search for whole numbers may tell: whether one is nobody's, and the chance in ten thousand to guess somebody's. */
  weighGuess: declareInternal('privacy.weighGuess', 'read')
    .takes<{ readonly numbers: readonly WholeNumber[] }>()
    .returns<{ readonly missed: boolean; readonly chance: number; readonly nextTryAt: number | null }>(),
  /** Counts a search that led to nobody; `nextTryAt` says until when the next one waits, UTC milliseconds. */
  countGuess: declareInternal('privacy.countGuess', 'write')
    .takes<{ readonly of: GuessedAt; readonly chance: number }>()
    .returns<{ readonly nextTryAt: number | null }>(),
  /** Removes what is past its time, exactly as it was planned. */
  retain: declareJob('privacy.retain')
    .takes<{ readonly planned: RetentionCounts }>()
    .tells<{ readonly done: number }>()
    .returns<{ readonly counts: RetentionCounts }>(),
}
