import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Arrived, VisitIdentity } from '../../../shared/contract/lobby.ts'
import { readTicket } from '../../../shared/domain/lobby/ticket.ts'
import { BUSINESSES, type Business } from '../../../shared/domain/lobby/visit.ts'
import { useCommand } from '../../ipc/operations.ts'
import { useUnsaved } from '../../router/unsaved.tsx'
import { isComposing } from '../../ui/composition.ts'
import { DigitChoice } from '../../ui/digit-choice.tsx'
import { QUESTION } from '../../ui/layers.ts'
import { Problem } from '../../ui/problem.tsx'
import classes from './board.module.css'
import { type KnownVisitor, VisitorField } from './visitor-field.tsx'

/**
 * An arrival typed by hand (L1): a ticket and Enter is enough, wherever the focus is; the business and the person only
 * where they are known. A business that nobody was asked for is not asked, and no statistics are made of it.
 */
export function ArrivalForm(props: { onArrived(arrived: Arrived): void; onCancel(): void }) {
  const { t } = useTranslation()
  const [ticket, setTicket] = useState('')
  const [business, setBusiness] = useState<Business | null>(null)
  const [visitor, setVisitor] = useState<KnownVisitor | null>(null)
  const arrive = useCommand('lobby.arrive')
  const save = useRef<HTMLButtonElement>(null)
  const typed = ticket.trim()
  const unreadable = typed !== '' && readTicket(typed) === null
  const leave = useUnsaved(typed !== '' || business !== null || visitor !== null)
  const cancel = () => leave(props.onCancel)
  const submit = () => {
    if (unreadable || arrive.isPending) return
    arrive.mutate(
      { ticket: typed === '' ? null : typed, business, who: identityOf(visitor) },
      { onSuccess: props.onArrived },
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.defaultPrevented) return
    if (event.key === 'Escape') cancel()
    else if (event.key === 'Enter' && !isPlainButton(event.target)) submit()
    else return
    event.preventDefault()
  }
  const chooseVisitor = (known: KnownVisitor | null) => {
    setVisitor(known)
    if (known !== null) save.current?.focus()
  }
  return (
    <Stack
      {...QUESTION}
      className={classes.form}
      gap="xs"
      role="form"
      aria-label={t('lobby.form.title')}
      onKeyDown={onKeyDown}
    >
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <TextInput
          label={t('lobby.form.ticket')}
          placeholder="A017"
          value={ticket}
          maxLength={12}
          w={110}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          error={unreadable ? t('lobby.form.badTicket') : null}
          onChange={(event) => setTicket(event.currentTarget.value)}
        />
        <VisitorField visitor={visitor} onChoose={chooseVisitor} onLeave={cancel} />
      </Group>
      <DigitChoice<Business>
        label={t('lobby.form.business')}
        options={BUSINESSES.map((value) => ({ value, label: t(`lobby.business.${value}`) }))}
        value={business}
        // The same again takes a slip away: nobody was asked then.
        onChange={(said) => setBusiness(said === business ? null : said)}
      />
      <Problem error={arrive.error} />
      <Group gap="xs">
        <Button ref={save} onClick={submit} loading={arrive.isPending} disabled={unreadable}>
          {t('lobby.form.save')} Enter
        </Button>
        <Button variant="subtle" onClick={cancel}>
          {t('app.cancel')} Esc
        </Button>
      </Group>
    </Stack>
  )
}

/** Enter on a choice registers, because its digit has chosen already; on 取消 it cancels. */
function isPlainButton(target: EventTarget): boolean {
  return target instanceof HTMLButtonElement && target.role !== 'radio'
}

function identityOf(visitor: KnownVisitor | null): VisitIdentity {
  switch (visitor?.kind) {
    case undefined:
      return { kind: 'stranger' }
    case 'customer':
      return { kind: 'customer', customerUid: visitor.line.uid }
    case 'lead':
      return { kind: 'lead', leadUid: visitor.lead.uid }
  }
}
