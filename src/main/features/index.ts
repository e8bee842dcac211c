import type { Handlers } from '../engine/handlers.ts'
import type { DeclaredJobs } from '../engine/jobs.ts'
import { factsJobs } from '../records/facts/refresh-job.ts'
import { arrivalsHandlers } from './arrivals/handlers.ts'
import { auditHandlers } from './audit/handlers.ts'
import { consentsHandlers } from './consents/handlers.ts'
import { consentsJobs } from './consents/jobs.ts'
import { customersHandlers } from './customers/handlers.ts'
import { readCustomerRow } from './customers/lists/customer-rows.ts'
import { browseCustomers } from './customers/lists/work-list.ts'
import { createDemoJobs } from './demo/jobs.ts'
import { followupsHandlers } from './followups/handlers.ts'
import { list as listFollowups } from './followups/list.ts'
import { homeHandlers } from './home/handlers.ts'
import { importsHandlers } from './imports/handlers.ts'
import { importsJobs } from './imports/jobs.ts'
import { intentsHandlers } from './intents/handlers.ts'
import { list as listIntents } from './intents/list.ts'
import { leadsHandlers } from './leads/handlers.ts'
import { list as listLeads } from './leads/list.ts'
import { createListsJobs } from './lists/export/export-list.ts'
import { createListsHandlers } from './lists/handlers.ts'
import { lobbyHandlers } from './lobby/handlers.ts'
import { maintenanceHandlers } from './maintenance/handlers.ts'
import { noticesHandlers } from './notices/handlers.ts'
import { privacyHandlers } from './privacy/handlers.ts'
import { privacyJobs } from './privacy/jobs.ts'
import { promptsHandlers } from './prompts/handlers.ts'
import { referralsHandlers } from './referrals/handlers.ts'
import { list as listReferrals } from './referrals/list.ts'
import { readReferralLine } from './referrals/referral-line.ts'
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
  ...createListsHandlers({
    customers: browseCustomers,
    customer: readCustomerRow,
    intents: listIntents,
    leads: listLeads,
    referrals: listReferrals,
    referral: readReferralLine,
  }),
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
  ...createListsJobs({
    customers: browseCustomers,
    intents: listIntents,
    leads: listLeads,
    referrals: listReferrals,
    followups: listFollowups,
  }),
  ...factsJobs,
}
