import { FINDINGS } from '../customer/findings.ts'

/** What a prompt may be about (L3), the most urgent first: what was promised goes before what could be sold. */
export const PROMPT_KINDS = ['promise-due', 'referral-open', ...FINDINGS] as const
export type PromptKind = (typeof PROMPT_KINDS)[number]
