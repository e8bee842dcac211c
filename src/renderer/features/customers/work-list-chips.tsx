import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FINDINGS, type FindingKind } from '../../../shared/domain/customer/findings.ts'
import { TIERS, type Tier } from '../../../shared/domain/customer/tiers.ts'
import { mayCall } from '../../ipc/may-call.ts'
import { useOperation } from '../../ipc/operations.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { grouped } from '../../ui/amounts.ts'
import classes from './customers-screen.module.css'

export type WorkList =
  | { readonly kind: 'people'; readonly finding: FindingKind | null; readonly tier: Tier | null }
  | { readonly kind: 'duplicates' }

export const WORK_LIST_OF_ALL: WorkList = { kind: 'people', finding: null, tier: null }

/** The work lists with how many people each holds; a list of nobody stays, so that nothing moves about. */
export function WorkListChips(props: { readonly chosen: WorkList; onChoose(list: WorkList): void }) {
  const { t } = useTranslation()
  const counts = useOperation('customers.counts', {}).data
  const { chosen, onChoose } = props
  const people = (
    finding: FindingKind | null,
    tier: Tier | null,
    name: string,
    count: number | undefined,
  ) => (
    <Chip
      key={name}
      name={name}
      count={count}
      pressed={chosen.kind === 'people' && chosen.finding === finding && chosen.tier === tier}
      onPress={() => onChoose({ kind: 'people', finding, tier })}
    />
  )
  return (
    <fieldset
      className={classes.chips}
      aria-label={t('customers.workLists')}
      style={{ border: 0, padding: 0 }}
    >
      {people(null, null, t('customers.everyone'), counts?.customers)}
      {FINDINGS.map((finding) =>
        people(finding, null, t(`customers.findingName.${finding}`), counts?.byFinding[finding]),
      )}
      {TIERS.toReversed().map((tier) =>
        people(null, tier, t(`customers.tier.${tier}`), counts?.byTier[tier]),
      )}
      <DuplicatesChip chosen={chosen} onChoose={onChoose} />
    </fieldset>
  )
}

function DuplicatesChip(props: { readonly chosen: WorkList; onChoose(list: WorkList): void }) {
  const { staff } = useOpenSession()
  return mayCall(staff.role, 'customers.duplicates') && <OpenDuplicates {...props} />
}

function OpenDuplicates(props: { readonly chosen: WorkList; onChoose(list: WorkList): void }) {
  const { t } = useTranslation()
  const duplicates = useOperation('customers.duplicates', {})
  return (
    <Chip
      name={t('customers.duplicates.chip')}
      count={duplicates.data?.open}
      pressed={props.chosen.kind === 'duplicates'}
      onPress={() => props.onChoose({ kind: 'duplicates' })}
    />
  )
}

function Chip(props: {
  readonly name: string
  readonly count: number | undefined
  readonly pressed: boolean
  onPress(): void
}) {
  return (
    <UnstyledButton className={classes.chip} aria-pressed={props.pressed} onClick={props.onPress}>
      {props.name}
      <span className={classes.count}>{props.count === undefined ? '…' : grouped(props.count)}</span>
    </UnstyledButton>
  )
}
