/** Something that the person who started the command can put right; said in one sentence, without a stack. */
export class SetupProblem extends Error {
  override readonly name = 'SetupProblem'
}
