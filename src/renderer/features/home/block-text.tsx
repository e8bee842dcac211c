import { useTranslation } from 'react-i18next'
import { minutesText } from '../../shared/words/visit-words.ts'
import { ClockText } from '../../ui/clock-text.tsx'
import { shanghaiTime } from '../../ui/instants.ts'
import type { BlockLine } from './blocks.ts'
import classes from './home.module.css'

/** What stands below a figure; waiting and clocks go on with the time. */
export function BlockText({ line }: { readonly line: BlockLine }) {
  const { t } = useTranslation()
  switch (line.kind) {
    case 'leads':
      return <span className={classes.line}>{t('home.line.leads', { overdue: line.overdue })}</span>
    case 'branchToday':
      return <span className={classes.line}>{t('home.line.branchToday', { today: line.today })}</span>
    case 'wait': {
      const { firstAt } = line
      if (firstAt === null) return <span className={classes.line}>{t('home.line.nobodyWaits')}</span>
      const textAt = (nowAt: number) =>
        t('home.line.longestWait', { time: minutesText(Math.max(0, nowAt - firstAt), t) })
      return <ClockText className={classes.line} textAt={textAt} />
    }
    case 'accept': {
      const { nearestAt } = line
      if (nearestAt === null) return <span className={classes.line}>{t('home.line.nothingToAccept')}</span>
      const textAt = (nowAt: number) =>
        nearestAt <= nowAt
          ? t('home.line.clockOut')
          : t('home.line.acceptBy', { time: shanghaiTime(nearestAt).slice(5) })
      return <ClockText className={classes.line} textAt={textAt} />
    }
    default:
      return <span className={classes.line}>{t(`home.line.${line.kind}`)}</span>
  }
}
