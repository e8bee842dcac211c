import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerLine } from '../../../shared/contract/customers.ts'
import type { Arrived } from '../../../shared/contract/lobby.ts'
import { readTicket } from '../../../shared/domain/ticket.ts'
import { BUSINESSES, type Business } from '../../../shared/domain/visit.ts'
import { useCommand } from '../../app/operations.ts'
import { isComposing } from '../../ui/composition.ts'
import { Problem } from '../../ui/problem.tsx'
import { DigitChoice } from '../followups/digit-choice.tsx'
import classes from './board.module.css'
import { VisitorField } from './visitor-field.tsx'

/** An arrival typed by hand (L1): a ticket and Enter is enough; the business and the person only where they are known. */
export function ArrivalForm(props: { onArrived(arrived: Arrived): void; onCancel(): void }) {
  const { t } = useTranslation()
  const [ticket, setTicket] = useState('')
  const [business, setBusiness] = useState<Business>('cash')
  const [person, setPerson] = useState<CustomerLine | null>(null)
  const arrive = useCommand('lobby.arrive')
  const save = useRef<HTMLButtonElement>(null)
  const typed = ticket.trim()
  const unreadable = typed !== '' && readTicket(typed) === null
  const submit = () => {
    if (unreadable || arrive.isPending) return
    const who =
      person === null
        ? ({ kind: 'stranger' } as const)
        : ({ kind: 'customer', customerUid: person.uid } as const)
    arrive.mutate({ ticket: typed === '' ? null : typed, business, who }, { onSuccess: props.onArrived })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.defaultPrevented) return
    if (event.key === 'Escape') props.onCancel()
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) submit()
    else return
    event.preventDefault()
  }
  const choosePerson = (line: CustomerLine | null) => {
    setPerson(line)
    if (line !== null) save.current?.focus()
  }
  return (
    <Stack
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
        <VisitorField person={person} onChoose={choosePerson} onLeave={props.onCancel} />
      </Group>
      <DigitChoice<Business>
        label={t('lobby.form.business')}
        options={BUSINESSES.map((value) => ({ value, label: t(`lobby.business.${value}`) }))}
        value={business}
        onChange={setBusiness}
      />
      <Problem error={arrive.error} />
      <Group gap="xs">
        <Button ref={save} onClick={submit} loading={arrive.isPending} disabled={unreadable}>
          {t('lobby.form.save')} Enter
        </Button>
        <Button variant="subtle" onClick={props.onCancel}>
          {t('app.cancel')} Esc
        </Button>
      </Group>
    </Stack>
  )
}
