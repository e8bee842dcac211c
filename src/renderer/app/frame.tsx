import classes from './frame.module.css'
import { useIdleTouch } from './idle-touch.ts'
import { NavigationProvider } from './navigation.tsx'
import { Rail } from './rail.tsx'
import { ScreenArea } from './screen-area.tsx'
import { TopBar } from './top-bar.tsx'

/** The workstation: a bar above, the rail on the left, the screen in the middle, the person on the right. */
export function Frame() {
  useIdleTouch()
  return (
    <NavigationProvider>
      <div className={classes.frame}>
        <TopBar />
        <Rail />
        <ScreenArea />
      </div>
    </NavigationProvider>
  )
}
