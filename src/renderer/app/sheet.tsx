import { PrintedMorning } from '../features/followups/sheet/printed-morning.tsx'
import { PrintedSheet } from '../features/followups/sheet/printed-sheet.tsx'
import { mountWindow } from './window-root.tsx'

const kind = new URLSearchParams(window.location.search).get('kind')
mountWindow(kind === 'morning' ? <PrintedMorning /> : <PrintedSheet />, 'light')
