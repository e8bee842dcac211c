import type { EngineName } from '../../shared/contract/index.ts'
import type { GuessGuard } from './guess-guard.ts'
import { peopleShownBy, personWorkedWith } from './led-to.ts'
import { lookedFor } from './looked-for.ts'

/**
 * One call to the engine, past the guard (P2): it waits and is counted before, and after it the guard hears whom the answer
 * showed, and whom the call was about.
 * Throws `privacy.tooManyGuesses`, and what the work throws.
 * @param input as the operation's schema read it
 */
export async function guardedCall(
  guesses: GuessGuard,
  name: EngineName,
  input: unknown,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const looked = lookedFor(name, input)
  const answer = await guesses.before(looked, work)
  if (looked.name !== null) guesses.showed(looked.name, peopleShownBy(name, answer))
  const person = personWorkedWith(name, input)
  if (person !== null) guesses.workedWith(person)
  return answer
}
