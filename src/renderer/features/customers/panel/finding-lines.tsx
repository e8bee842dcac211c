import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../../shared/domain/findings.ts'
import { useOpenSession } from '../../../app/session.tsx'
import { findingText } from './finding-text.ts'
import classes from './panel.module.css'

/** L3: more than three things to say is nothing to say. They come with the most urgent first. */
const MOST_LINES = 3

export function FindingLines({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  if (findings.length === 0) return null
  return (
    <ul className={classes.lines} aria-label={t('customers.findings')}>
      {findings.slice(0, MOST_LINES).map((finding) => (
        <li key={finding.kind} className={classes.finding}>
          ▲ {findingText(finding, todayOn, t)}
        </li>
      ))}
    </ul>
  )
}
