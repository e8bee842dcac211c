import { Tooltip, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { app } from '../../shared/locale/en/app.ts'
import classes from './explained.module.css'

/** The words of the program that have an explanation. */
export type ExplainedWord = keyof typeof app.explained

/**
 * A word that says what it means: under the pointer, where the focus is on it, by a tap, and with `?`. `Esc` takes the
 * explanation away without moving the focus.
 */
export function Explained({
  word,
  children,
}: {
  readonly word: ExplainedWord
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === '?') setOpen(!open)
    else if (event.key === 'Escape' && open) setOpen(false)
    else return
    // Where the word stands, both keys have no other meaning meanwhile.
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <UnstyledButton
        ref={button}
        component="button"
        type="button"
        className={classes.word ?? ''}
        aria-describedby={open ? id : undefined}
        onMouseEnter={() => setOpen(true)}
        onMouseLeave={() => setOpen(false)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
      >
        {children}
      </UnstyledButton>
      {/* A bubble is dear to lay out, and a screen full of words shows one at a time. */}
      {open && (
        <Tooltip
          target={button}
          label={<span id={id}>{t(`app.explained.${word}`)}</span>}
          opened
          multiline
          w={280}
          withArrow
          withinPortal
        />
      )}
    </>
  )
}
