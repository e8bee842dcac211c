import type { Handlers } from '../engine/handlers.ts'
import type { DeclaredJobs } from '../engine/jobs.ts'
import { factsJobs } from '../records/facts/refresh-job.ts'
import { arrivalsHandlers } from './arrivals/handlers.ts'
import { auditHandlers } from './audit/handlers.ts'
import { consentsHandlers } from './consents/handlers.ts'
import { consentsJobs } from './consents/jobs.ts'
import { customersHandlers } from './customers/handlers.ts'
import { browseCustomers } from './customers/lists/work-list.ts'
import { createDemoJobs } from './demo/jobs.ts'
import { followupsHandlers } from './followups/handlers.ts'
import { homeHandlers } from './home/handlers.ts'
import { importsHandlers } from './imports/handlers.ts'
import { importsJobs } from './imports/jobs.ts'
import { intentsHandlers } from './intents/handlers.ts'
import { leadsHandlers } from './leads/handlers.ts'
import { createListsJobs } from './lists/export-list.ts'
import { listsHandlers } from './lists/handlers.ts'
import { lobbyHandlers } from './lobby/handlers.ts'
import { maintenanceHandlers } from './maintenance/handlers.ts'
import { noticesHandlers } from './notices/handlers.ts'
import { privacyHandlers } from './privacy/handlers.ts'
import { privacyJobs } from './privacy/jobs.ts'
import { promptsHandlers } from './prompts/handlers.ts'
import { referralsHandlers } from './referrals/handlers.ts'
import { sessionHandlers } from './session/handlers.ts'
import { settingsHandlers } from './settings/handlers.ts'
import { branchHandlers } from './staff/branch.ts'
import { staffHandlers } from './staff/handlers.ts'
import { undoHandlers } from './undo/handlers.ts'

export const handlers: Handlers = {
  ...arrivalsHandlers,
  ...auditHandlers,
  ...branchHandlers,
  ...consentsHandlers,
  ...customersHandlers,
  ...followupsHandlers,
  ...homeHandlers,
  ...importsHandlers,
  ...intentsHandlers,
  ...listsHandlers,
  ...lobbyHandlers,
  ...leadsHandlers,
  ...maintenanceHandlers,
  ...referralsHandlers,
  ...promptsHandlers,
  ...noticesHandlers,
  ...sessionHandlers,
  ...settingsHandlers,
  ...staffHandlers,
  ...privacyHandlers,
  ...undoHandlers,
}

export const jobs: DeclaredJobs = {
  ...importsJobs,
  ...consentsJobs,
  ...privacyJobs,
  ...createDemoJobs(importsJobs['imports.run']),
  ...createListsJobs(browseCustomers),
  ...factsJobs,
}
