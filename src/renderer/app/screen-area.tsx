import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreenName } from '../../shared/domain/branch/function-codes.ts'
import { ConsentTab } from '../features/consents/consent-tab.tsx'
import { CustomerPanel } from '../features/customers/customer-panel.tsx'
import { PromptLines } from '../features/prompts/prompt-lines.tsx'
import { useNavigation } from '../router/navigation.tsx'
import { Empty } from '../ui/empty.tsx'
import classes from './frame.module.css'
import { listsPeople, screenNamed } from './screens.tsx'

/** What other features show of a person. */
const PANEL_PARTS = { Prompts: PromptLines, Consents: ConsentTab }

export function ScreenArea() {
  const { t } = useTranslation()
  const { screen, customerUid, besideOpen } = useNavigation()
  const hasRoom = listsPeople(screen)
  const person = hasRoom ? customerUid : null
  const shown = hasRoom && (person !== null || besideOpen)
  return (
    <div className={classes.screen} data-person={shown ? 'shown' : 'hidden'}>
      <main className={classes.middle} tabIndex={-1}>
        <Middle screen={screen} />
      </main>
      {shown && (
        <aside className={classes.person}>
          {person === null ? (
            <Empty title={t('app.nobodyOpen')} text={t('app.nobodyOpenHelp')} />
          ) : (
            <CustomerPanel key={person} customerUid={person} parts={PANEL_PARTS} />
          )}
        </aside>
      )}
    </div>
  )
}

/** The screen stays as it is while somebody is opened beside it. */
const Middle = memo(function Middle({ screen }: { readonly screen: ScreenName }) {
  const Screen = screenNamed(screen)
  return <Screen />
})
