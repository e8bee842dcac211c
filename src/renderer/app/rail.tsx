import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ScreenName, screensOf } from '../../shared/domain/branch/function-codes.ts'
import { useOpenSession } from '../ipc/session.tsx'
import { useScreen, useSteps } from '../router/navigation.tsx'
import { railKey } from '../shared/keys/frame-keys.ts'
import { useScreenHotkeys } from '../ui/screen-hotkeys.ts'
import { giveKeysToScreen } from '../ui/working-place.ts'
import classes from './frame.module.css'
import { iconOf } from './screens.tsx'

/** The screens this person may open; Alt and a key go there. */
export function Rail() {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const screen = useScreen()
  const { open } = useSteps()
  const screens = screensOf(staff.role)
  useScreenHotkeys(
    screens.map((name) => [
      `alt+${railKey(name, screens)}`,
      () => {
        giveKeysToScreen()
        open(name)
      },
    ]),
  )
  return (
    <nav className={classes.rail} aria-label={t('app.name')}>
      {screens.map((name) => (
        <UnstyledButton
          key={name}
          className={classes.railEntry}
          aria-current={name === screen ? 'page' : undefined}
          aria-keyshortcuts={`Alt+${railKey(name, screens)}`}
          onClick={() => open(name)}
        >
          <RailIcon name={name} />
          {t(`app.rail.${name}`)}
        </UnstyledButton>
      ))}
    </nav>
  )
}

function RailIcon({ name }: { readonly name: ScreenName }) {
  const Icon = iconOf(name)
  return <Icon size={20} stroke={1.6} aria-hidden />
}
