import { App } from './app.tsx'
import { mountWindow } from './window-root.tsx'

mountWindow('workstation', <App />)
