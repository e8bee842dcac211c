import type {
  InternalInputOf,
  InternalName,
  InternalResultOf,
} from '../../../src/shared/contract/internal/index.ts'
import { HEAD, type TestEngine } from '../engine/open-engine.ts'
import { addPerson, RM } from '../intents/counter-branch.ts'

/** Asks the engine what only the main process may ask. */
export function internal<N extends InternalName>(
  engine: TestEngine,
  name: N,
  input: InternalInputOf<N>,
  staff = HEAD,
): InternalResultOf<N> {
  return engine.runner.run(name, input, staff).value as InternalResultOf<N>
}

/** An intent of a manager whose next date is that day. */
export function promise(engine: TestEngine, nextOn: string): string {
  const { uid } = addPerson(engine)
  const { intent } = engine.run('intents.flag', { customerUid: uid, product: 'loan', level: 'mid' }, RM)
  engine.connection
    .statement('UPDATE intent SET next_on = ?, warn_on = ? WHERE uid = ?')
    .run(nextOn, nextOn, intent.uid)
  return intent.uid
}

/** What was told, to whom, in an order that does not depend on when. */
export function told(engine: TestEngine): readonly string[] {
  return engine.connection
    .statement<{ text: string }>(
      `SELECT staff_no || ' ' || kind || ' ' || detail AS text FROM notice ORDER BY once_key`,
    )
    .all()
    .map(({ text }) => text)
}

export function escalationLevels(engine: TestEngine): readonly string[] {
  return engine.connection
    .statement<{ text: string }>(
      `SELECT intent.uid || ' ' || step AS text FROM escalation JOIN intent ON intent.id = intent_id ORDER BY intent.id`,
    )
    .all()
    .map(({ text }) => text)
}
