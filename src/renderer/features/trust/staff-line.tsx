import { useTranslation } from 'react-i18next'
import type { StaffLooks } from '../../../shared/contract/trust.ts'
import { grouped } from '../../ui/amounts.ts'
import classes from './trust.module.css'

const FIGURES = ['views', 'people', 'reveals', 'prints', 'exports'] as const

/** The names of the columns. The list below them is one control, which says each row in full. */
export function StaffLineHead() {
  const { t } = useTranslation()
  return (
    <div className={classes.head} aria-hidden="true">
      <div className={classes.day}>
        {(['staff', ...FIGURES] as const).map((each) => (
          <span key={each}>{t(`trust.column.${each}`)}</span>
        ))}
      </div>
    </div>
  )
}

/** One member of the staff: how often they looked, at how many people, and what they revealed, printed and took out. */
export function StaffLine({ staff }: { readonly staff: StaffLooks }) {
  const { t } = useTranslation()
  return (
    <div className={classes.day}>
      <span className={classes.clipped}>
        {staff.staffNo} {staff.staffName}
      </span>
      {FIGURES.map((each) => (
        <span key={each} title={t(`trust.column.${each}`)}>
          {grouped(staff[each])}
        </span>
      ))}
    </div>
  )
}
