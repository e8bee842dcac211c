import type { SurveyProgress } from '../../shared/contract/import-survey.ts'
import type { ImportProgress } from '../../shared/contract/imports.ts'
import type { Topic, Topics } from '../../shared/contract/topics.ts'

/** Tells people on stderr how far an import is: one line a phase and file, not one a batch. */
export class ProgressLine {
  readonly #say: (line: string) => void
  #last = ''

  constructor(say: (line: string) => void) {
    this.#say = say
  }

  hear<T extends Topic>(topic: T, message: Topics[T]): void {
    // The topic names the message's type; the compiler cannot follow that through a type parameter.
    if (topic === 'import') this.import(message as ImportProgress)
  }

  import({ phase, entity, fileName }: ImportProgress): void {
    this.#where([phase, entity, fileName].filter((part) => part !== null).join(' '))
  }

  survey({ fileName }: SurveyProgress): void {
    this.#where(`looking ${fileName}`)
  }

  #where(where: string): void {
    if (where === this.#last) return
    this.#last = where
    this.#say(where)
  }
}
