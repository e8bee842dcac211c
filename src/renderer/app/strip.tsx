import { QuickLead } from '../features/leads/quick-lead.tsx'
import { FirstContactOf } from '../features/lobby/first-contact.tsx'
import { PromptLines } from '../features/prompts/prompt-lines.tsx'
import { Strip } from '../features/strip/strip.tsx'
import { mountWindow } from './window-root.tsx'

mountWindow('strip', <Strip parts={{ Prompts: PromptLines, FirstContact: FirstContactOf, QuickLead }} />)
