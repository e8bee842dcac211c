import { useTranslation } from 'react-i18next'
import { FoldButton } from './fold-button.tsx'
import classes from './strip.module.css'
import { useWorkToday } from './use-work-today.ts'

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
