import { useTranslation } from 'react-i18next'
import type { StaffAccess } from '../../../shared/contract/privacy.ts'
import { grouped } from '../../ui/amounts.ts'
import classes from './privacy.module.css'

const FIGURES = ['views', 'people', 'reveals', 'prints', 'exports', 'guesses'] as const

/** The names of the columns. The list below them is one control, which says each row in full. */
export function StaffLineHead() {
  const { t } = useTranslation()
  return (
    <div className={classes.head} aria-hidden="true">
      <div className={classes.day}>
        {(['staff', ...FIGURES] as const).map((each) => (
          <span key={each}>{t(`privacy.column.${each}`)}</span>
        ))}
      </div>
    </div>
  )
}

/** One member of the staff: how often they looked, at how many people, and what they revealed, printed and took out. */
export function StaffLine({ staff }: { readonly staff: StaffAccess }) {
  const { t } = useTranslation()
  return (
    <div className={classes.day}>
      <span className={classes.clipped}>
        {staff.staffNo} {staff.staffName}
      </span>
      {FIGURES.map((each) => (
        <span key={each} title={t(`privacy.column.${each}`)}>
          {grouped(staff[each])}
        </span>
      ))}
    </div>
  )
}
