import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { EarlierVersion } from '../../../../shared/contract/contact-versions.ts'
import { shanghaiTime } from '../../../ui/instants.ts'
import classes from './earlier-versions.module.css'

/** What a contact said before it was corrected, the newest first: the words, who wrote and who corrected them, and when. */
export function EarlierVersions({ versions }: { readonly versions: readonly EarlierVersion[] }) {
  const { t } = useTranslation()
  return (
    <ul className={classes.versions} aria-label={t('followups.correct.earlier')}>
      {versions.map((version) => (
        <li key={version.correctedAt}>{versionText(version, t)}</li>
      ))}
    </ul>
  )
}

function versionText(version: EarlierVersion, t: TFunction): string {
  const { channel, outcome, note, reason } = version
  const words = [t(`followups.channel.${channel}`), t(`followups.outcome.${outcome}`), note]
  const said = t('followups.correct.before', {
    words: words.filter((each) => each !== '').join(' · '),
    by: version.writtenBy,
    at: shanghaiTime(version.writtenAt),
  })
  const corrected = t('followups.correct.by', {
    by: version.correctedBy,
    at: shanghaiTime(version.correctedAt),
  })
  const why = reason === '' ? '' : t('followups.correct.because', { reason })
  return `${said} → ${corrected}${why}`
}
