import { Button, UnstyledButton } from '@mantine/core'
import { type FocusEvent, type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownPrompt } from '../../../shared/contract/prompts.ts'
import { PROMPT_RESPONSES, type PromptResponse } from '../../../shared/domain/prompts/prompt-history.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { answerOfKey, KEY_OF_ANSWER } from '../../shared/keys/prompt-keys.ts'
import { promptText } from '../../shared/words/prompt-text.ts'
import { isPlainKey } from '../../ui/composition.ts'
import classes from './prompts.module.css'

/** One thing to say: the line folds out how to put it, and three answers stand beside it. */
export function PromptLine(props: {
  readonly prompt: ShownPrompt
  onAnswer(response: PromptResponse): void
}) {
  const { prompt, onAnswer } = props
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  const [unfolded, setUnfolded] = useState(false)
  // A refusal silences the prompt for weeks: a second key or click says that it was meant.
  const [refusing, setRefusing] = useState(false)
  const scriptId = useId()
  const text = promptText(prompt, todayOn, t)
  const answer = (response: PromptResponse) => {
    const asks = response === 'refused' && !refusing
    setRefusing(asks)
    if (!asks) onAnswer(response)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event)) return
    const response = answerOfKey(event.key)
    if (response === null || prompt.response !== null) return setRefusing(false)
    event.preventDefault()
    event.stopPropagation()
    // A key that is held down is no second one.
    if (!event.repeat) answer(response)
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setRefusing(false)
  }
  return (
    <li className={classes.prompt} onKeyDown={onKeyDown} onBlur={onBlur}>
      <div className={classes.line}>
        <UnstyledButton
          className={classes.what}
          data-prompt={prompt.kind}
          aria-expanded={unfolded}
          aria-controls={scriptId}
          title={t('prompts.keys')}
          onClick={() => setUnfolded(!unfolded)}
        >
          <span aria-hidden>{unfolded ? '▼' : '▲'}</span> {text}
        </UnstyledButton>
        {prompt.response === null ? (
          <span className={classes.answers}>
            {PROMPT_RESPONSES.map((response) => (
              <Button
                key={response}
                size="compact-xs"
                variant={response === 'accepted' ? 'light' : 'default'}
                aria-label={t('prompts.answerTo', { answer: t(`prompts.answer.${response}`), prompt: text })}
                aria-keyshortcuts={KEY_OF_ANSWER[response]}
                {...(refusing && response === 'refused' ? { color: 'red', variant: 'filled' } : {})}
                onClick={() => answer(response)}
              >
                {t(refusing && response === 'refused' ? 'prompts.refuseAgain' : `prompts.answer.${response}`)}
              </Button>
            ))}
          </span>
        ) : (
          <span className={classes.answered}>✓ {t('prompts.accepted')}</span>
        )}
      </div>
      {unfolded && <Script id={scriptId} prompt={prompt} />}
    </li>
  )
}

/** 话术: what to say, sentence by sentence. */
function Script({ id, prompt }: { readonly id: string; readonly prompt: ShownPrompt }) {
  const { t } = useTranslation()
  const sentences = t(`prompts.script.${prompt.script}.say`).split('\n')
  return (
    <div id={id} className={classes.script}>
      <strong>{t(`prompts.script.${prompt.script}.title`)}</strong>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}
