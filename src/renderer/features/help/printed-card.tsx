import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useOpenSession } from '../../door/session.tsx'
import { CodeCard } from './code-card.tsx'
import classes from './help.module.css'

/**
 * The card as it goes on paper: one A4 page, and the only thing in the window that is printed while it is there. It
 * stands beside the application's root, because what lies inside is cut to the window's height.
 */
export function PrintedCard() {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  return createPortal(
    <article className={classes.paper} aria-hidden>
      <header className={classes.paperHead}>
        <h1>{t('help.cardTitle')}</h1>
        <span>{t('help.cardFor', { role: t(`app.role.${staff.role}`) })}</span>
      </header>
      <p>{t('help.cardHint')}</p>
      <CodeCard />
    </article>,
    document.body,
  )
}
