import type { ShownPrompts } from '../../../src/shared/contract/prompts.ts'
import type { PromptKind } from '../../../src/shared/domain/prompts/prompt-kinds.ts'
import type { PromptBlock } from '../../../src/shared/domain/prompts/prompts.ts'
import type { TestEngine } from '../engine/open-engine.ts'
import { type InventedPerson, noonOf, TELLER } from '../intents/counter-branch.ts'

export const TODAY = '2026-11-20'

/** Gives a person the facts that a prompt rests on, as an import would leave them. */
export function knowOf(
  engine: TestEngine,
  { id }: InventedPerson,
  facts: Readonly<Record<string, string | number>>,
): void {
  for (const [column, value] of Object.entries(facts)) {
    engine.connection
      .statement(`UPDATE customer_facts SET ${column} = ? WHERE customer_id = ?`)
      .run(value, id)
  }
}

/** Three enquiries about wealth products, the last on the 11th. */
export const ENQUIRED = { enquiries_90d: 3, last_enquiry_on: '2026-11-11' }

/** An assessment that holds. */
export function assess(engine: TestEngine, { id }: InventedPerson): void {
  engine.connection
    .statement(`UPDATE customer SET risk_grade = 'C3', risk_expires_on = '2027-06-30' WHERE id = ?`)
    .run(id)
}

export function open(engine: TestEngine, { uid }: InventedPerson, staff = TELLER): void {
  engine.run('customers.open', { uid }, staff)
}

export function show(engine: TestEngine, { uid }: InventedPerson, staff = TELLER): ShownPrompts {
  return engine.run('prompts.show', { customerUid: uid }, staff)
}

export function kindsOf({ prompts }: ShownPrompts): PromptKind[] {
  return prompts.map(({ kind }) => kind)
}

export function blocksOf({ blocks }: ShownPrompts): PromptBlock['kind'][] {
  return blocks.map(({ kind }) => kind)
}

/** Moves the branch to noon of another day. */
export function goTo(engine: TestEngine, on: string): void {
  engine.sources.at = noonOf(on)
}
