import { useTranslation } from 'react-i18next'
import type { Prohibition } from '../../../shared/domain/consent/prohibitions.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { prohibitionText } from '../words/prohibition-text.ts'
import classes from './person.module.css'

/** Everything that stands against marketing to this person; none of it is ever left out for room. */
export function ProhibitionLines({ prohibitions }: { readonly prohibitions: readonly Prohibition[] }) {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  if (prohibitions.length === 0) return null
  return (
    <ul className={classes.lines} aria-label={t('customers.prohibitions')}>
      {prohibitions.map((prohibition) => (
        <li
          key={prohibition.kind === 'opted-out' ? prohibition.channel : prohibition.kind}
          className={classes.prohibition}
        >
          ✕ {prohibitionText(prohibition, todayOn, t)}
        </li>
      ))}
    </ul>
  )
}
