import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Holding } from '../../../../shared/contract/customers.ts'
import { yuan } from '../../../ui/amounts.ts'

/** The kinds of the assets line, in its order; deposits on demand and for a term are one. */
export const ASSET_KINDS = ['deposit', 'wealth', 'fund', 'insurance', 'loan'] as const
export type AssetKind = (typeof ASSET_KINDS)[number]

const KIND_OF: Readonly<Record<Exclude<Holding['kind'], 'card'>, AssetKind>> = {
  demand: 'deposit',
  term: 'deposit',
  wealth: 'wealth',
  fund: 'fund',
  insurance: 'insurance',
  loan: 'loan',
}

/** Each account, loan and card by its own: number's end, rate, maturity, balance. */
export function HoldingTable({ holdings }: { readonly holdings: readonly Holding[] }) {
  const { t } = useTranslation()
  if (holdings.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('customers.noHoldings')}
      </Text>
    )
  }
  return (
    <Table verticalSpacing={2} fz="sm">
      <Table.Thead>
        <Table.Tr>
          {(['kind', 'product', 'number', 'rate', 'matures', 'status'] as const).map((column) => (
            <Table.Th key={column}>{t(`customers.holding.${column}`)}</Table.Th>
          ))}
          <Table.Th ta="right">{t('customers.holding.balance')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {holdings.map((holding) => (
          <Table.Tr key={`${holding.kind} ${holding.maskedKey} ${holding.productName} ${holding.balanceFen}`}>
            <Table.Td>{t(`customers.holdingKind.${holding.kind}`)}</Table.Td>
            <Table.Td>{holding.productName}</Table.Td>
            <Table.Td>{holding.maskedKey}</Table.Td>
            <Table.Td>{holding.ratePercent === null ? '—' : `${holding.ratePercent}%`}</Table.Td>
            <Table.Td>{holding.maturesOn ?? '—'}</Table.Td>
            <Table.Td>
              {t(`customers.holdingStatus.${holding.status}`, { defaultValue: holding.status })}
            </Table.Td>
            <Table.Td ta="right">
              {holding.kind === 'card' && '—'}
              {holding.kind !== 'card' &&
                (holding.balanceFen === null ? t('customers.unknownBalance') : yuan(holding.balanceFen))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** What somebody holds of a kind: how much is known, and whether a balance among it is not. */
export interface KindSum {
  readonly fen: number
  readonly unknown: 'none' | 'some' | 'all'
}

/** By kind; null where they hold none, which is not the same as a balance of nothing. */
export function sumsByKind(holdings: readonly Holding[]): Readonly<Record<AssetKind, KindSum | null>> {
  const sums: Record<AssetKind, KindSum | null> = {
    deposit: null,
    wealth: null,
    fund: null,
    insurance: null,
    loan: null,
  }
  for (const { kind, balanceFen } of holdings) {
    if (kind !== 'card') sums[KIND_OF[kind]] = withBalance(sums[KIND_OF[kind]], balanceFen)
  }
  return sums
}

function withBalance(sum: KindSum | null, balanceFen: number | null): KindSum {
  if (balanceFen === null) return { fen: sum?.fen ?? 0, unknown: sum === null ? 'all' : someOf(sum) }
  return { fen: (sum?.fen ?? 0) + balanceFen, unknown: sum === null ? 'none' : withKnown(sum) }
}

/** An unknown balance has joined. */
function someOf({ unknown }: KindSum): KindSum['unknown'] {
  return unknown === 'all' ? 'all' : 'some'
}

/** A known balance has joined. */
function withKnown({ unknown }: KindSum): KindSum['unknown'] {
  return unknown === 'none' ? 'none' : 'some'
}
