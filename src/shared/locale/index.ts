import { catalogueOf } from './catalogue-of.ts'
import * as enApp from './en/app.ts'
import * as enArrivals from './en/arrivals.ts'
import * as enAudit from './en/audit.ts'
import * as enConsents from './en/consents.ts'
import * as enCustomers from './en/customers.ts'
import * as enError from './en/error.ts'
import * as enFollowups from './en/followups.ts'
import * as enHelp from './en/help.ts'
import * as enHome from './en/home.ts'
import * as enImports from './en/imports.ts'
import * as enIntents from './en/intents.ts'
import * as enLeads from './en/leads.ts'
import * as enLists from './en/lists.ts'
import * as enLobby from './en/lobby.ts'
import * as enNotices from './en/notices.ts'
import * as enTrust from './en/privacy.ts'
import * as enPrompts from './en/prompts.ts'
import * as enReferrals from './en/referrals.ts'
import * as enSession from './en/session.ts'
import * as enSettings from './en/settings.ts'
import * as enStrip from './en/strip.ts'
import * as enUndo from './en/undo.ts'
import * as zhApp from './zh-CN/app.ts'
import * as zhArrivals from './zh-CN/arrivals.ts'
import * as zhAudit from './zh-CN/audit.ts'
import * as zhConsents from './zh-CN/consents.ts'
import * as zhCustomers from './zh-CN/customers.ts'
import * as zhError from './zh-CN/error.ts'
import * as zhFollowups from './zh-CN/followups.ts'
import * as zhHelp from './zh-CN/help.ts'
import * as zhHome from './zh-CN/home.ts'
import * as zhImports from './zh-CN/imports.ts'
import * as zhIntents from './zh-CN/intents.ts'
import * as zhLeads from './zh-CN/leads.ts'
import * as zhLists from './zh-CN/lists.ts'
import * as zhLobby from './zh-CN/lobby.ts'
import * as zhNotices from './zh-CN/notices.ts'
import * as zhTrust from './zh-CN/privacy.ts'
import * as zhPrompts from './zh-CN/prompts.ts'
import * as zhReferrals from './zh-CN/referrals.ts'
import * as zhSession from './zh-CN/session.ts'
import * as zhSettings from './zh-CN/settings.ts'
import * as zhStrip from './zh-CN/strip.ts'
import * as zhUndo from './zh-CN/undo.ts'

/** Every word on every screen. A test keeps both sides at the same keys and the error list complete. */
export const CATALOGUES = {
  'zh-CN': catalogueOf({
    app: zhApp,
    arrivals: zhArrivals,
    audit: zhAudit,
    consents: zhConsents,
    customers: zhCustomers,
    error: zhError,
    followups: zhFollowups,
    help: zhHelp,
    home: zhHome,
    imports: zhImports,
    intents: zhIntents,
    leads: zhLeads,
    lists: zhLists,
    lobby: zhLobby,
    notices: zhNotices,
    prompts: zhPrompts,
    referrals: zhReferrals,
    session: zhSession,
    settings: zhSettings,
    strip: zhStrip,
    undo: zhUndo,
    privacy: zhTrust,
  }),
  en: catalogueOf({
    app: enApp,
    arrivals: enArrivals,
    audit: enAudit,
    consents: enConsents,
    customers: enCustomers,
    error: enError,
    followups: enFollowups,
    help: enHelp,
    home: enHome,
    imports: enImports,
    intents: enIntents,
    leads: enLeads,
    lists: enLists,
    lobby: enLobby,
    notices: enNotices,
    prompts: enPrompts,
    referrals: enReferrals,
    session: enSession,
    settings: enSettings,
    strip: enStrip,
    undo: enUndo,
    privacy: enTrust,
  }),
} as const
