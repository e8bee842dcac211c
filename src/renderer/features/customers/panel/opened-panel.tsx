import { Button, Text } from '@mantine/core'
import IconShare3 from '@tabler/icons-react/icons/IconShare3'
import { type ComponentType, type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer360 } from '../../../../shared/contract/customers.ts'
import type { ProductCode } from '../../../../shared/domain/customer/products.ts'
import { useSteps } from '../../../router/navigation.tsx'
import { useRequest } from '../../../router/use-request.ts'
import { OpenIntents } from '../../../shared/person/open-intents.tsx'
import { PersonDialogs } from '../../../shared/person/person-dialogs.tsx'
import { ProhibitionLines } from '../../../shared/person/prohibition-lines.tsx'
import { useRemembered } from '../../../shared/person/recent-people.tsx'
import { usePersonActions } from '../../../shared/person/use-person-actions.ts'
import { namedOf, whoText } from '../../../shared/person/who.ts'
import { CorrectDialog } from '../../../shared/work/contact/correct-dialog.tsx'
import { FlagPad } from '../../../shared/work/flag/flag-pad.tsx'
import { useAfterPaint } from '../../../ui/use-after-paint.ts'
import { Waiting } from '../../../ui/waiting.tsx'
import { workingPlace } from '../../../ui/working-place.ts'
import { Assets } from './assets.tsx'
import { Details, type DetailsTab } from './details.tsx'
import { IdentityLine } from './identity-line.tsx'
import classes from './panel.module.css'
import { PanelSection } from './panel-section.tsx'
import { PeopleAround } from './people-around.tsx'
import { SinceLastVisit } from './since-last-visit.tsx'
import { EVERYTHING } from './timeline-filter.ts'
import { useRevealed } from './use-revealed.ts'

/** What other features show of a person; the frame puts them in. */
export interface PanelParts {
  /** What to say to the person. */
  readonly Prompts: ComponentType<{
    readonly customerUid: string
    /** The customer said yes to one. */
    onAccepted(product: ProductCode | null): void
  }>
  /** What the person agreed to. */
  readonly Consents: ComponentType<{ readonly customerUid: string; readonly who: string }>
}

/** Everything about one person, the essentials above the fold. */
export function OpenedPanel(props: {
  readonly customer: Customer360
  readonly parts: PanelParts
  onChanged(): void
}) {
  const { customer, onChanged } = props
  const { Prompts, Consents } = props.parts
  const { t } = useTranslation()
  const { choose } = useSteps()
  useRemembered(customer)
  const revealed = useRevealed(customer.uid)
  const { panel, leave } = useFocusOnChoice()
  const actions = usePersonActions(customer, leave)
  const [tab, setTab] = useState<DetailsTab>('timeline')
  const [filter, setFilter] = useState(EVERYTHING)
  const [correcting, setCorrecting] = useState<string | null>(null)
  const details = useRef<HTMLDivElement>(null)
  const isPainted = useAfterPaint()
  const named = namedOf(customer)
  const who = whoText(named)
  return (
    <section
      ref={panel}
      className={classes.panel}
      aria-label={t('customers.panel', { name: named.maskedName })}
      tabIndex={-1}
      onKeyDown={actions.onKeyDown}
    >
      <IdentityLine
        customer={customer}
        revealed={revealed}
        onClose={() => {
          choose(null)
          leave()
        }}
      />
      <ViewWarning warning={customer.viewWarning} />
      <Prompts customerUid={customer.uid} onAccepted={actions.pad.offer} />
      <ProhibitionLines prohibitions={customer.prohibitions} />
      <div className={classes.columns}>
        <Assets customer={customer} />
        <PanelSection title={t('customers.todo', { open: customer.intents.length })}>
          <OpenIntents intents={customer.intents} contact={actions.contact} />
          <FlagPad pad={actions.pad} />
          <Button
            variant="default"
            size="compact-sm"
            mt={4}
            w="max-content"
            leftSection={<IconShare3 size={14} aria-hidden />}
            onClick={actions.refer}
          >
            {t('referrals.refer.key')}
          </Button>
        </PanelSection>
      </div>
      <SinceLastVisit
        since={customer.sinceLastVisit}
        contacts={customer.lastContacts}
        onCorrect={setCorrecting}
        onAll={(sinceOn) => {
          setTab('timeline')
          setFilter({ ...EVERYTHING, sinceOn })
          details.current?.scrollIntoView({ block: 'start' })
          details.current?.focus()
        }}
      />
      <PeopleAround customer={customer} onChanged={onChanged} />
      <div ref={details} tabIndex={-1} className={classes.details}>
        {isPainted ? (
          <Details
            customer={customer}
            tab={tab}
            onTab={setTab}
            filter={filter}
            onFilter={setFilter}
            onCorrect={setCorrecting}
            revealed={revealed.fields}
            consents={<Consents customerUid={customer.uid} who={who} />}
          />
        ) : (
          <Waiting lines={4} />
        )}
      </div>
      <PersonDialogs customer={customer} actions={actions} />
      {correcting !== null && (
        <CorrectDialog contactUid={correcting} customer={named} onClose={() => setCorrecting(null)} />
      )}
    </section>
  )
}

/**
 * Whoever chooses a person goes on with the keyboard in the panel: it takes the focus then, and gives it back to where
 * it came from when it is left.
 */
function useFocusOnChoice(): { readonly panel: RefObject<HTMLElement | null>; leave(): void } {
  const panel = useRef<HTMLElement>(null)
  const cameFrom = useRef<Element | null>(null)
  // The panel that comes back with another screen follows nobody's choice: nothing was asked for then.
  useRequest('enter-person', () => {
    if (panel.current?.contains(document.activeElement) !== false) return
    cameFrom.current = document.activeElement
    panel.current.focus()
  })
  const leave = () => {
    const back = cameFrom.current
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus()
    else workingPlace()?.focus()
  }
  return { panel, leave }
}

/** How many customers the reader saw today, once the daily cap is near (P2): so that nobody runs into it unawares. */
function ViewWarning({ warning }: { readonly warning: Customer360['viewWarning'] }) {
  const { t } = useTranslation()
  if (warning === null) return null
  return (
    <Text size="xs" role="status" fw={600}>
      ▲ {t('customers.viewWarning', { ...warning })}
    </Text>
  )
}
