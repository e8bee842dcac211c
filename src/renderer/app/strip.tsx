import { Strip } from '../features/strip/strip.tsx'
import { mountWindow } from './window-root.tsx'

mountWindow(<Strip />)
