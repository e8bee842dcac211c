import type { GuessedAt } from '../../domain/consent/guesses.ts'
import type { RetentionCounts } from '../../domain/consent/retention.ts'
import type { WholeNumber } from '../../domain/text/whole-number.ts'
import type { Language } from '../../locale/languages.ts'
import { declareInternal, declareJob, type Nothing } from './declaration.ts'

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
  /**
   * What a search for whole numbers may tell: which are nobody's, and the chance in ten thousand to guess somebody's;
   * `waitMs` says how long the next number waits, milliseconds.
   */
  weighGuess: declareInternal('privacy.weighGuess', 'read')
    .takes<{ readonly numbers: readonly WholeNumber[] }>()
    .returns<{ readonly missed: readonly string[]; readonly chance: number; readonly waitMs: number }>(),
  /** How long the next search by name waits, milliseconds. */
  waitForName: declareInternal('privacy.waitForName', 'read')
    .takes<Nothing>()
    .returns<{ readonly waitMs: number }>(),
  /** Counts a search that led to nobody; `waitMs` says how long the next one waits, milliseconds. */
  countGuess: declareInternal('privacy.countGuess', 'write')
    .takes<{ readonly of: GuessedAt; readonly chance: number }>()
    .returns<{ readonly waitMs: number }>(),
  /** Removes what is past its time, exactly as it was planned. */
  retain: declareJob('privacy.retain')
    .takes<{ readonly planned: RetentionCounts }>()
    .tells<{ readonly done: number }>()
    .returns<{ readonly counts: RetentionCounts }>(),
}
