import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { PromptTally } from '../../../shared/contract/prompts.ts'
import { PROMPT_KINDS, type PromptKind } from '../../../shared/domain/prompts/prompt-kinds.ts'
import type { ReadContext } from '../../engine/context.ts'
import { flag, integer, textOf } from '../../engine/schema/columns.ts'
import { read } from '../../engine/statement.ts'

export const TALLIES = read(
  {
    kind: textOf<PromptKind>(),
    marketing: flag,
    shown: integer,
    accepted: integer,
    refused: integer,
    notNow: integer,
  },
  `SELECT kind, max(marketing) AS marketing, count(*) AS shown,
     count(*) FILTER (WHERE response = 'accepted') AS accepted,
     count(*) FILTER (WHERE response = 'refused') AS refused,
     count(*) FILTER (WHERE response = 'not-now') AS notNow
   FROM prompt WHERE on_date BETWEEN ? AND ? GROUP BY kind`,
)

/** 提示 → 接受率: what became of the prompts of some days, kind by kind. Counts only, so it names nobody. */
export function report(
  { connection }: ReadContext,
  { fromOn, toOn }: ParsedInputOf<'prompts.report'>,
): readonly PromptTally[] {
  return TALLIES.all(connection, fromOn, toOn)
    .map((row) => ({ ...row, marketing: row.marketing === 1 }))
    .sort((a, b) => PROMPT_KINDS.indexOf(a.kind) - PROMPT_KINDS.indexOf(b.kind))
}
