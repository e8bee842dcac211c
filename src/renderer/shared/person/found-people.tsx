import { Combobox, Group, Kbd, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CustomerLine, TicketHit } from '../../../shared/contract/customers.ts'
import type { FoundLead } from '../../../shared/contract/leads.ts'
import type { FunctionCode } from '../../../shared/domain/branch/function-codes.ts'
import { useOperation } from '../../ipc/operations.ts'
import { grouped } from '../../ui/amounts.ts'
import { LeadLine } from './lead-line.tsx'
import { PersonLine } from './person-line.tsx'

/** What drops down below the search box: function codes first, then people, then what to do next. */
export function FoundPeople(props: {
  /** By which the box names its list to a screen reader. */
  readonly listId: string
  readonly codes: readonly FunctionCode[]
  readonly people: readonly CustomerLine[]
  /** Strangers who were here before. */
  readonly leads: readonly FoundLead[]
  readonly ticket: TicketHit | null
  /** False while these are still the answer to the beginning of what was typed. */
  readonly choosable: boolean
  readonly more: boolean
  /** Nothing was typed: these are the people who were open last. */
  readonly recent: boolean
  /** What was typed. */
  readonly text: string
  /** Whether Enter lists everybody; else only more letters help. */
  readonly listsAll: boolean
  readonly compact: boolean
  /** Key F3 enters a stranger with what was typed. */
  readonly offersStranger: boolean
  readonly waiting: boolean
  readonly problem: string | null
}) {
  const { t, i18n } = useTranslation()
  const ofStranger = props.ticket !== null && props.ticket.customerUid === null ? props.ticket.ticket : null
  const nothing = props.codes.length + props.people.length + props.leads.length === 0 && ofStranger === null
  return (
    <Combobox.Options id={props.listId} aria-label={t('customers.found')}>
      {props.recent && (
        <Text size="xs" c="dimmed" px="sm" py={4}>
          {t('lists.recent')}
        </Text>
      )}
      {props.codes.map((each) => (
        <Combobox.Option key={each.code} value={each.code}>
          <Group gap="sm">
            <Kbd>{each.code}</Kbd>
            <Text size="sm">{i18n.language === 'en' ? each.en : each.zh}</Text>
          </Group>
        </Combobox.Option>
      ))}
      {ofStranger !== null && <TicketOfStranger ticket={ofStranger} />}
      {props.people.map((line) => (
        <Combobox.Option
          key={line.uid}
          value={line.uid}
          py={4}
          disabled={!props.choosable}
          style={{ opacity: 1 }}
        >
          <PersonLine line={line} compact={props.compact} ticket={props.ticket?.ticket ?? null} />
        </Combobox.Option>
      ))}
      {props.leads.map((lead) => (
        <Combobox.Option key={lead.uid} value={lead.uid} py={4}>
          <LeadLine lead={lead} />
        </Combobox.Option>
      ))}
      {nothing && !props.waiting && (
        <Combobox.Empty>
          {props.problem ?? t('customers.nobodyFound')}
          {props.offersStranger && ` · F3 ${t('customers.enterStranger')}`}
        </Combobox.Empty>
      )}
      {props.more && (
        <Combobox.Footer>
          <Text size="xs" c="dimmed">
            {props.listsAll ? <AllFound text={props.text} /> : t('customers.moreTyping')}
          </Text>
        </Combobox.Footer>
      )}
    </Combobox.Options>
  )
}

/** How many the text finds, once that is counted: it is asked only where they are more than fit below the box. */
function AllFound({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  const counted = useOperation('customers.countFound', { text }, { standsIn: () => false }).data
  if (counted === undefined) return t('customers.moreEnter')
  return t(counted.orMore ? 'lists.allFoundOrMore' : 'lists.allFound', { people: grouped(counted.people) })
}

/** Says whose ticket it is where nobody can be opened: there is no person yet. */
export function TicketOfStranger({ ticket }: { readonly ticket: string }) {
  const { t } = useTranslation()
  return (
    <Text size="sm" px="sm" py={6} role="status">
      {t('customers.ticketOfStranger', { ticket })}
    </Text>
  )
}
