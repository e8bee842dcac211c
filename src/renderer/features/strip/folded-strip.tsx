import { ActionIcon } from '@mantine/core'
import IconChevronsLeft from '@tabler/icons-react/icons/IconChevronsLeft'
import IconChevronsRight from '@tabler/icons-react/icons/IconChevronsRight'
import { useTranslation } from 'react-i18next'
import { useCommand, useOperation } from '../../ipc/operations.ts'
import { useStripView } from '../../ipc/strip-view.ts'
import classes from './strip.module.css'

/** 44 pixels: a lamp and a count. */
export function FoldedStrip() {
  const { t } = useTranslation()
  const { today, overdue } = useWorkToday()
  return (
    <div className={classes.folded}>
      <FoldButton folded />
      <span className={classes.lamp} data-late={overdue > 0} aria-hidden>
        {overdue > 0 ? '▲' : '●'}
      </span>
      <strong role="status" aria-label={t('strip.work', { today, overdue })}>
        {today + overdue}
      </strong>
    </div>
  )
}

/** How many of the signed-in person's follow-ups are due today, and how many are late. */
export function useWorkToday(): { readonly today: number; readonly overdue: number } {
  const counts = useOperation('followups.list', {}).data?.counts
  return { today: counts?.today ?? 0, overdue: counts?.overdue ?? 0 }
}

/** Its arrow points to where the strip's other edge goes. */
export function FoldButton({ folded }: { readonly folded: boolean }) {
  const { t } = useTranslation()
  const fold = useCommand('strip.fold')
  const onTheLeft = useStripView()?.edge === 'left'
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={t(folded ? 'strip.unfold' : 'strip.fold')}
      title={t(folded ? 'strip.unfold' : 'strip.fold')}
      onClick={() => fold.mutate({ folded: !folded })}
    >
      {folded === onTheLeft ? (
        <IconChevronsRight size={18} aria-hidden />
      ) : (
        <IconChevronsLeft size={18} aria-hidden />
      )}
    </ActionIcon>
  )
}
