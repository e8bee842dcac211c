import { useHotkeys } from '@mantine/hooks'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownPrompt } from '../../../shared/contract/prompts.ts'
import { PROHIBITIONS } from '../../../shared/domain/prohibitions.ts'
import type { PromptResponse } from '../../../shared/domain/prompt-history.ts'
import type { PromptBlock } from '../../../shared/domain/prompts.ts'
import { useOpenSession } from '../../app/session.tsx'
import { Problem } from '../../ui/problem.tsx'
import { PromptLine } from './prompt-line.tsx'
import { blockText } from './prompt-text.ts'
import classes from './prompts.module.css'
import { useAnswer } from './use-answer.tsx'
import { useShownPrompts } from './use-shown-prompts.ts'

/**
 * What to say to a person and what is kept back this time (L3, L4). What the law or the person forbids for good stands
 * in `ProhibitionLines` beside it, which the panel has at once.
 * @param props.visitUid the visit it is for; the person's open one where nothing is said
 */
export function PromptLines(props: { readonly customerUid: string; readonly visitUid?: string | null }) {
  const { t } = useTranslation()
  const shown = useShownPrompts(props.customerUid, props.visitUid ?? null)
  const { answer, error } = useAnswer(shown.replace)
  const place = useRef<HTMLDivElement>(null)
  useHotkeys([['F7', () => place.current?.querySelector<HTMLElement>('[data-prompt]')?.focus()]], [])
  const onAnswer = (prompt: ShownPrompt, response: PromptResponse) => {
    // The line may go with its answer; the next keys are still for this person.
    place.current?.focus()
    answer(prompt, response)
  }
  const prompts = shown.data?.prompts ?? []
  return (
    <div ref={place} className={classes.place} tabIndex={-1}>
      {prompts.length > 0 && (
        <ul className={classes.prompts} aria-label={t('prompts.lines')} aria-keyshortcuts="F7">
          {prompts.map((prompt) => (
            <PromptLine
              key={prompt.uid}
              prompt={prompt}
              onAnswer={(response) => onAnswer(prompt, response)}
            />
          ))}
        </ul>
      )}
      <KeptBack blocks={shown.data?.blocks ?? []} />
      <Problem error={error ?? shown.error} />
    </div>
  )
}

/** What is not said on this occasion, one line a reason. */
function KeptBack({ blocks }: { readonly blocks: readonly PromptBlock[] }) {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  const passing = blocks.filter(({ kind }) => !PROHIBITIONS.some((lasting) => lasting === kind))
  if (passing.length === 0) return null
  return (
    <ul className={classes.blocks} aria-label={t('prompts.quiet')}>
      {passing.map((block) => {
        const text = blockText(block, todayOn, t)
        return <li key={text}>✕ {text}</li>
      })}
    </ul>
  )
}
