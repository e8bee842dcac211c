import { z } from 'zod'
import type { Acknowledged } from '../../harness/post-mortem.ts'
import type { Step } from '../layer/steps.ts'

const flag = z.object({ intentUid: z.string(), evidenceUid: z.string() })
const end = z.object({ ok: z.boolean() })

/** What a process had acknowledged by a moment. */
export interface Told {
  readonly flags: readonly Acknowledged[]
  /** It said that its work is done. */
  readonly done: boolean
}

export function toldBy(steps: readonly Step[]): Told {
  const text = steps.map((step) => (step.kind === 'said' ? step.text : '')).join('')
  const said: unknown[] = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
  return {
    flags: said.flatMap((line) => flag.safeParse(line).data ?? []),
    done: said.some((line) => end.safeParse(line).data?.ok === true),
  }
}
