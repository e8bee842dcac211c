import { Button, Group, Title } from '@mantine/core'
import IconUserPlus from '@tabler/icons-react/icons/IconUserPlus'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LEAD_SORTS } from '../../../shared/contract/leads.ts'
import type { LayoutOf, ListLayout } from '../../../shared/contract/lists.ts'
import { DEFAULT_COLUMNS, LIST_COLUMNS } from '../../../shared/domain/branch/list-columns.ts'
import { LEAD_LETTER } from '../../../shared/domain/branch/screen-letters.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { useOverlay } from '../../router/navigation.tsx'
import { useRequest } from '../../router/use-request.ts'
import { ColumnsMenu } from '../../shared/lists/columns-menu.tsx'
import { ExportList } from '../../shared/lists/export-list.tsx'
import { OrderChoice } from '../../shared/lists/order-choice.tsx'
import { type KeptLayout, useListLayout } from '../../shared/lists/use-list-layout.ts'
import { PrintList } from '../../shared/print/print-list.tsx'
import { WorkOnMany } from '../../shared/work/many/work-on-many.tsx'
import { isPlainKey } from '../../ui/composition.ts'
import { Empty } from '../../ui/empty.tsx'
import { KeyPlace } from '../../ui/key-place.tsx'
import { Problem } from '../../ui/problem.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { useRowMarks } from '../../ui/row-marks.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { LeadDetail } from './lead-detail.tsx'
import { LeadChoices, StateChips } from './lead-filters.tsx'
import { leadWho } from './lead-name.ts'
import { LeadRow } from './lead-row.tsx'
import classes from './leads.module.css'
import { isAboutOpen, isNarrowed, useLeadFilter, useLeads } from './use-leads.ts'

const ROW_HEIGHT = 52

/** Strangers who may become customers: the pipeline on the left, one of them with the next step on the right (L8). */
export function LeadsScreen() {
  const kept = useListLayout(USUAL, isOfLeads)
  return kept === null ? <Waiting lines={8} /> : <LaidOut kept={kept} />
}

const USUAL: LayoutOf<'leads'> = {
  list: 'leads',
  columns: [...DEFAULT_COLUMNS.leads],
  sort: 'grid',
  reversed: false,
}

function isOfLeads(layout: ListLayout): layout is LayoutOf<'leads'> {
  return layout.list === 'leads'
}

function LaidOut({ kept }: { readonly kept: KeptLayout<LayoutOf<'leads'>> }) {
  const { t } = useTranslation()
  const { layout, change } = kept
  const { columns, sort, reversed } = layout
  const { staff } = useOpenSession()
  const quickLead = useOverlay('quick-lead')
  const [filter, setFilter] = useLeadFilter(staff.role)
  const [chosen, setChosen] = useState<{ readonly uid: string; readonly times: number } | null>(null)
  const { rows, pending, error, readMore } = useLeads({ ...filter, sort, reversed })
  const marks = useRowMarks()
  const show = (uid: string) => setChosen((before) => ({ uid, times: (before?.times ?? 0) + 1 }))
  // Asked for elsewhere, such as by a referral about it.
  useRequest('lead', ({ leadUid }) => show(leadUid))
  const onKey = (event: KeyboardEvent) => {
    if (!isPlainKey(event) || event.nativeEvent.code !== `Key${LEAD_LETTER.enter}`) return false
    quickLead.open()
    return true
  }
  return (
    <KeyPlace className={classes.screen} label={t('app.rail.leads')} onKey={onKey}>
      <header className={classes.head}>
        <div className={classes.headRow}>
          <Title order={1} size="h4">
            {t('app.rail.leads')}
          </Title>
          <LeadChoices filter={filter} onChange={setFilter} />
          <Button
            size="xs"
            leftSection={<IconUserPlus size={16} aria-hidden />}
            onClick={quickLead.open}
            aria-keyshortcuts={`${LEAD_LETTER.enter} F3`}
          >
            {t('leads.quick.title')} F3
          </Button>
        </div>
        <div className={classes.headRow}>
          <StateChips filter={filter} onChange={setFilter} />
          <Group gap={6} ml="auto" wrap="nowrap">
            {isAboutOpen(filter) && (
              <OrderChoice
                sorts={LEAD_SORTS}
                words="lists.sortOf.leads"
                order={{ sort, reversed }}
                onChange={(order) => change({ ...layout, ...order })}
              />
            )}
            <ColumnsMenu
              all={LIST_COLUMNS.leads}
              shown={columns}
              onChange={(shown) => change({ ...layout, columns: shown })}
            />
            <PrintList
              shows={{ list: 'leads', asked: { ...filter, sort, reversed }, columns: [...columns] }}
              disabled={!pending && rows.length === 0}
            />
            <ExportList request={{ list: 'leads', asked: { ...filter, sort, reversed } }} />
          </Group>
        </div>
      </header>
      <div className={classes.body}>
        <div className={classes.list}>
          <Problem error={error} />
          {pending && <Waiting lines={8} />}
          {!pending && rows.length === 0 && (
            <Empty
              title={t(isNarrowed(filter) ? 'lists.noneLeft' : 'leads.none')}
              text={t(isNarrowed(filter) ? 'lists.noneLeftHelp' : 'leads.noneHelp')}
            />
          )}
          {rows.length > 0 && (
            <>
              <WorkOnMany
                of="leads"
                marks={marks}
                rows={rows.map((lead) => ({
                  uid: lead.uid,
                  who: leadWho(lead, t),
                }))}
              />
              <RowList
                marks={marks}
                label={t('leads.list')}
                rows={rows}
                takesFocus="if-free"
                rowHeight={ROW_HEIGHT}
                keyOf={({ uid }) => uid}
                isAnother={({ uid }) => chosen !== null && uid !== chosen.uid}
                onSelect={({ uid }) => setChosen((shown) => (shown?.uid === uid ? shown : null))}
                render={(lead) => <LeadRow lead={lead} columns={columns} />}
                onOpen={({ uid }) => show(uid)}
                onEndNear={readMore}
              />
            </>
          )}
        </div>
        <div className={classes.detail}>
          {chosen === null ? (
            <Empty title={t('leads.nobody')} text={t('leads.listKeys')} />
          ) : (
            <LeadDetail key={chosen.uid} leadUid={chosen.uid} times={chosen.times} />
          )}
        </div>
      </div>
    </KeyPlace>
  )
}
