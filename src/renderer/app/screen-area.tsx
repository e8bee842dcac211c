import { ConsentTab } from '../features/consents/consent-tab.tsx'
import { CustomerPanel } from '../features/customers/customer-panel.tsx'
import { PromptLines } from '../features/prompts/prompt-lines.tsx'
import { useNavigation } from '../router/navigation.tsx'
import classes from './frame.module.css'
import { listsPeople, screenNamed } from './screens.tsx'

/** What other features show of a person. */
const PANEL_PARTS = { Prompts: PromptLines, Consents: ConsentTab }

export function ScreenArea() {
  const { screen, customerUid } = useNavigation()
  const Screen = screenNamed(screen)
  const person = listsPeople(screen) ? customerUid : null
  return (
    <div className={classes.screen} data-person={person === null ? 'hidden' : 'shown'}>
      <main className={classes.middle}>
        <Screen />
      </main>
      {person !== null && (
        <aside className={classes.person}>
          <CustomerPanel key={person} customerUid={person} parts={PANEL_PARTS} />
        </aside>
      )}
    </div>
  )
}
