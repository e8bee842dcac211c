import { Text } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownPrompt } from '../../../shared/contract/prompts.ts'
import { PROHIBITIONS } from '../../../shared/domain/consent/prohibitions.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { PromptResponse } from '../../../shared/domain/prompts/prompt-history.ts'
import type { PromptBlock } from '../../../shared/domain/prompts/prompts.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { blockText } from '../../shared/words/prompt-text.ts'
import { isComposing } from '../../ui/composition.ts'
import { Problem } from '../../ui/problem.tsx'
import { useScreenHotkeys } from '../../ui/screen-hotkeys.ts'
import { PromptLine } from './prompt-line.tsx'
import classes from './prompts.module.css'
import { useAnswer } from './use-answer.ts'
import { useShownPrompts } from './use-shown-prompts.ts'

/**
 * What to say to a person and what is kept back this time (L3, L4). What the law or the person forbids for good stands
 * in `ProhibitionLines` beside it, which the panel has at once.
 * @param props.visitUid the visit it is for; the person's open one where nothing is said
 */
export function PromptLines(props: {
  readonly customerUid: string
  readonly visitUid?: string | null
  /** The customer said yes: what they want can be flagged at once, with the prompt's product where it has one. */
  onAccepted?(product: ProductCode | null): void
}) {
  const { t } = useTranslation()
  const { customerUid } = props
  const shown = useShownPrompts(customerUid, props.visitUid ?? null)
  const { answer, error } = useAnswer(shown.replace)
  const place = useRef<HTMLDivElement>(null)
  // Where there is none the key says so, or it would seem broken.
  const [askedFor, setAskedFor] = useState<string | null>(null)
  const cameFrom = useRef<Element | null>(null)
  const isRead = shown.data !== undefined
  const goToPrompts = () => {
    setAskedFor(customerUid)
    if (isRead) focusFirst(place.current)
    else cameFrom.current = document.activeElement
  }
  useScreenHotkeys([['F7', goToPrompts]])
  // Whoever presses the key at the sight of the person means what is still being read, unless they went on meanwhile.
  useEffect(() => {
    if (!isRead) return
    if (cameFrom.current !== null && cameFrom.current === document.activeElement) focusFirst(place.current)
    cameFrom.current = null
  }, [isRead])
  const onAnswer = (prompt: ShownPrompt, response: PromptResponse) => {
    // The line may go with its answer; the next keys are still for this person.
    place.current?.focus()
    answer(prompt, response)
    if (response === 'accepted') props.onAccepted?.(prompt.product)
  }
  const prompts = shown.data?.prompts ?? []
  const isAskedInVain = askedFor === customerUid && shown.data?.prompts.length === 0
  return (
    <div ref={place} className={classes.place} tabIndex={-1}>
      {prompts.length > 0 && (
        <ul
          className={classes.prompts}
          aria-label={t('prompts.lines')}
          aria-keyshortcuts="F7"
          onKeyDown={moveBetweenLines}
        >
          {prompts.map((prompt) => (
            <PromptLine
              key={prompt.uid}
              prompt={prompt}
              onAnswer={(response) => onAnswer(prompt, response)}
            />
          ))}
        </ul>
      )}
      {isAskedInVain && (
        <Text size="sm" c="dimmed" role="status">
          {t('prompts.none')}
        </Text>
      )}
      <KeptBack blocks={shown.data?.blocks ?? []} />
      <Problem error={error ?? shown.error} />
    </div>
  )
}

function focusFirst(place: HTMLElement | null): void {
  place?.querySelector<HTMLElement>('[data-prompt]')?.focus()
}

/** Arrows go from one prompt to the next, whichever part of its line has the focus. */
function moveBetweenLines(event: KeyboardEvent<HTMLElement>): void {
  if (isComposing(event) || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
  const lines = [...event.currentTarget.children]
  const at = lines.findIndex((line) => line.contains(event.target as Node))
  const next = lines[at + (event.key === 'ArrowDown' ? 1 : -1)]
  next?.querySelector<HTMLElement>('[data-prompt]')?.focus()
  event.preventDefault()
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
