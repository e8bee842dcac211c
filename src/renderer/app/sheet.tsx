import { PrintedMorning } from '../features/followups/sheet/printed-morning.tsx'
import { PrintedSheet } from '../features/followups/sheet/printed-sheet.tsx'
import { sayNotLaidOut } from '../features/followups/sheet/use-laid-out.ts'
import { mountWindow } from './window-root.tsx'

const kind = new URLSearchParams(window.location.search).get('kind')
mountWindow('sheet', kind === 'morning' ? <PrintedMorning /> : <PrintedSheet />, { onFault: sayNotLaidOut })
