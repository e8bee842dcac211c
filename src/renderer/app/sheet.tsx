import { PrintedSheet } from '../features/followups/sheet/printed-sheet.tsx'
import { mountWindow } from './window-root.tsx'

mountWindow(<PrintedSheet />, 'light')
