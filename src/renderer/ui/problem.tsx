import { Alert, Button, Collapse, Group, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CallError } from '../ipc/call-error.ts'
import { exactShanghaiTime } from './instants.ts'

/** A refusal as it is told: a sentence for who reads it, and a code for the help desk. */
export interface Explained {
  /** What happened, what is kept, what to do. */
  readonly text: string
  /** The code, with the one technical word that an unforeseen failure brings along. Never a customer's data. */
  readonly code: string
}

/** A refusal in the reader's language. */
export function explain(error: unknown, t: TFunction): Explained {
  const code = error instanceof CallError ? error.code : 'engine.internal'
  const detail: Readonly<Record<string, unknown>> =
    error instanceof CallError ? { ...error.detail } : { cause: 'window' }
  const technical = [detail.cause, detail.path].filter((part) => typeof part === 'string' && part !== '')
  return { text: t(`error.${code}`, { ...detail }), code: [code, ...technical].join(' · ') }
}

/** An error on the screen: a sentence that helps; code and time lie behind 详情. Renders nothing where all is well. */
export function Problem({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  const [noticed, setNoticed] = useState(() => ({ error, at: Date.now() }))
  // The time belongs to this error: one that takes its place has its own.
  if (noticed.error !== error) setNoticed({ error, at: Date.now() })
  if (error === null || error === undefined) return null
  const { text, code } = explain(error, t)
  return (
    <Alert color="red" variant="light" role="alert" p="xs">
      <ExplainedProblem text={text} code={code} at={noticed.at} />
    </Alert>
  )
}

/**
 * The sentence with its code behind a disclosure, to be read to the help desk or copied.
 * @param props.at when it was noticed, in UTC milliseconds
 */
export function ExplainedProblem(props: Explained & { readonly at: number }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Text size="sm">{props.text}</Text>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          flex="none"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {t('app.problem.details')}
        </Button>
      </Group>
      <Collapse expanded={open} id={id} transitionDuration={0}>
        <Report code={props.code} at={props.at} />
      </Collapse>
    </>
  )
}

/** Code and time in one line that can be read out. */
function Report({ code, at }: { readonly code: string; readonly at: number }) {
  const { t } = useTranslation()
  const line = useRef<HTMLParagraphElement>(null)
  const [copied, setCopied] = useState(false)
  return (
    <Group gap="xs" mt={4}>
      <Text ref={line} size="xs">
        {t('app.code', { code })} · {exactShanghaiTime(at)}
      </Text>
      <Button
        variant="default"
        size="compact-xs"
        onClick={() => setCopied(line.current !== null && copyText(line.current))}
      >
        {t('app.problem.copy')}
      </Button>
      <Text span size="xs" role="status">
        {copied && t('app.problem.copied')}
      </Text>
    </Group>
  )
}

/**
 * Copies what an element shows. By way of the selection, because no window has the permission to reach the clipboard
 * otherwise; where that fails the text is left selected for Ctrl+C.
 * @returns whether it was copied
 */
function copyText(element: HTMLElement): boolean {
  window.getSelection()?.selectAllChildren(element)
  const copied = document.execCommand('copy')
  if (copied) window.getSelection()?.removeAllRanges()
  return copied
}
