import type { ArrivalSources } from './arrivals.ts'
import type { SurveyProgress } from './import-survey.ts'
import type { ImportProgress } from './imports.ts'
import type { SessionView } from './session.ts'
import type { StripView } from './strip.ts'
import type { TableName } from './tables.ts'

/** What the main process tells every window without being asked. */
export interface Topics {
  /** Tables that a committed write changed; queries that read them refresh. */
  tables: { readonly tables: readonly TableName[] }
  session: SessionView
  import: ImportProgress
  /** How far a dry pass over a file is. */
  survey: SurveyProgress & { readonly surveyUid: string }
  /** The counter strip was moved or folded, or has other keys. */
  strip: StripView
  /** The strip's keys were pressed: the next person is looked for, whatever had the cursor in it. */
  stripRaised: Readonly<Record<string, never>>
  /** A source of arrivals is in another state than before. */
  arrivals: ArrivalSources
  /** Another window, the tray or a notification asks the workstation to show something. */
  navigate:
    | { readonly screen: 'customer'; readonly customerUid: string }
    | { readonly screen: 'followups' }
    | { readonly screen: 'notices' }
}

export type Topic = keyof Topics

/** Tells every window something without being asked. */
export type Publish = <T extends Topic>(topic: T, message: Topics[T]) => void
